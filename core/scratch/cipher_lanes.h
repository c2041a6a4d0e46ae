#pragma once

#include "base/buffer_pool.h"
#include "crypto/xts_cipher.h"

#include <QtCrypto>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

namespace sealift {

/// What one thread needs while it reads or writes a volume: an expanded key, and memory for ciphertext.
struct CipherLane {
    XtsCipher cipher;
    PooledBuffer buffer;
};

/// The lanes of one volume: as many as threads use it at once, up to a limit, kept for the next. Thread-safe.
class CipherLanes
{
public:
    /// @param bufferSize bytes of memory a lane.
    CipherLanes(QCA::SymmetricKey key, std::size_t bufferSize);

    /// A lane in use; goes back with the object.
    class Use
    {
    public:
        Use(CipherLanes *lanes, std::unique_ptr<CipherLane> lane)
            : m_lanes(lanes)
            , m_lane(std::move(lane))
        {
        }
        Use(Use &&) noexcept = default;
        Use &operator=(Use &&) = delete;
        ~Use();
        CipherLane &operator*() const { return *m_lane; }

    private:
        CipherLanes *m_lanes;
        std::unique_ptr<CipherLane> m_lane;
    };

    /// Waits for a lane where all are in use. Errors: those of XtsCipher::create().
    Result<Use> acquire();

    /// For who hands the key to a server; null once erased.
    QCA::SymmetricKey key() const;

    /// Wipes the key and all that was made from it. No lane may be in use, and none is to be had afterwards.
    void erase();

private:
    void giveBack(std::unique_ptr<CipherLane> lane);

    mutable std::mutex m_mutex;
    std::condition_variable m_free;
    QCA::SymmetricKey m_key;
    BufferPool m_buffers;
    std::vector<std::unique_ptr<CipherLane>> m_idle;
    std::size_t m_made = 0;
};

} // namespace sealift
