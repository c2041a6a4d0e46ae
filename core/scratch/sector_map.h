#pragma once

#include "base/file_descriptor.h"
#include "base/result.h"

#include <QtGlobal>

#include <atomic>

namespace sealift {

inline constexpr qint64 kScratchSectorSize = 4096;

/// A stretch of sectors that are all written, or all not.
struct SectorRun {
    qint64 count = 0;
    bool isWritten = false;
};

/// Which sectors of a volume hold something: one bit each, in a memory file, so that a server in another process sees
/// it live. Thread-safe as long as no two threads change the same sector at once. Memory is taken as bits are set.
class SectorMap
{
public:
    /// All sectors unwritten. Errors: Io.
    static Result<SectorMap> create(qint64 sectors);
    /// The map of somebody else, to read; takes the descriptor. Errors: Io, Corrupt (too short).
    static Result<SectorMap> open(FileDescriptor file, qint64 sectors);
    ~SectorMap();
    SectorMap(SectorMap &&other) noexcept;
    SectorMap &operator=(SectorMap &&) = delete;

    bool isWritten(qint64 sector) const;
    /// The run that begins at `first`, `most` sectors long at the most.
    SectorRun runAt(qint64 first, qint64 most) const;
    /// How many of these are written.
    qint64 countWritten(qint64 first, qint64 count) const;
    /// Returns how many changed.
    qint64 set(qint64 first, qint64 count, bool written);

    /// The memory file: bit (n % 64) of the n / 64th word in the machine's byte order. Nobody else can write to it.
    int descriptor() const { return m_file.get(); }

private:
    SectorMap(FileDescriptor file, quint64 *words, std::size_t bytes)
        : m_file(std::move(file))
        , m_words(words)
        , m_bytes(bytes)
    {
    }

    FileDescriptor m_file;
    quint64 *m_words;
    std::size_t m_bytes;
};

} // namespace sealift
