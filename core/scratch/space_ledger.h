#pragma once

#include "base/result.h"

#include <QString>

#include <functional>
#include <mutex>
#include <optional>

namespace sealift {

class SpaceLedger;

/// A volume's share of the room on its file system: what it was promised, and what it takes. Given back with the
/// object, which must not outlive the ledger. Thread-safe but for moving.
class SpaceShare
{
public:
    SpaceShare() = default;
    SpaceShare(SpaceShare &&other) noexcept;
    SpaceShare &operator=(SpaceShare &&other) noexcept;
    ~SpaceShare();

    /// To be called before `bytes` more are taken. Errors: NoSpace - others were promised what is left, or the file
    /// system has run low since; nothing is taken then. The fact "missing-bytes" says how much.
    Status take(qint64 bytes);
    /// `bytes` of what was taken are free again.
    void giveBack(qint64 bytes);

private:
    friend class SpaceLedger;
    SpaceShare(SpaceLedger *ledger, qint64 promised)
        : m_ledger(ledger)
        , m_promised(promised)
    {
    }
    qint64 outstanding() const;
    void release();

    SpaceLedger *m_ledger = nullptr;
    qint64 m_promised = 0;
    qint64 m_taken = 0; ///< under the ledger's lock
};

/// Shares the free room of one file system among the volumes of this process, so that tasks that all fit alone do not
/// fill it together, and keeps a reserve free for everybody else. Other processes are seen only by what they have
/// written. Thread-safe.
class SpaceLedger
{
public:
    static constexpr qint64 kDefaultReserve = qint64{256} << 20;

    /// @param folder any folder on the file system; its path is for errors, too.
    /// @param reserve bytes that are never taken.
    explicit SpaceLedger(QString folder, qint64 reserve = kDefaultReserve);

    /// Promises `bytes`. Errors: NoSpace, saying how much is missing.
    Result<SpaceShare> promise(qint64 bytes);

    /// Bytes that could be promised at this moment; nothing where the file system does not say.
    std::optional<qint64> available() const;

private:
    friend class SpaceShare;
    std::optional<qint64> freeAboveReserve() const;
    Error missing(qint64 wanted, qint64 available) const;

    const QString m_folder;
    const qint64 m_reserve;
    mutable std::mutex m_mutex;
    qint64 m_outstanding = 0; ///< promised, and not yet taken, by all shares
};

} // namespace sealift
