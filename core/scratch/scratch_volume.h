#pragma once

#include "base/bytes.h"
#include "base/file_descriptor.h"
#include "base/result.h"
#include "scratch/cipher_lanes.h"
#include "scratch/request_team.h"
#include "scratch/scratch_folder.h"
#include "scratch/scratch_state.h"
#include "scratch/sector_locks.h"
#include "scratch/sector_map.h"
#include "scratch/sector_reader.h"
#include "scratch/space_ledger.h"

#include <atomic>
#include <memory>

namespace sealift {

struct ScratchVolumeOptions {
    /// The volume's size; nothing can be written beyond it.
    qint64 quota = 0;
    /// How much of it will be written, as far as is known: that much room is promised to it from the start. Negative:
    /// all of it.
    qint64 expected = -1;
    /// Told of each change of state.
    ScratchLifecycle::Observer observer;
};

/// A task's encrypted volume: a sparse file of AES-256-XTS sectors whose key, fresh for each volume, is held in locked
/// memory only. What was never written, or was discarded, reads as zeroes. Thread-safe: threads that write to different
/// bytes at once, of one sector too, do not disturb one another. Large requests are dealt with by several threads.
/// Nothing is synced: what lies here lives no longer than
/// its process, without whose key it is noise.
///
/// The object outlives its destruction by destroyScratch(), as the record of what was. Destroyed before, it leaves the
/// file to a sweep; the key is wiped in any case.
class ScratchVolume
{
public:
    static constexpr qint64 kSectorSize = kScratchSectorSize;
    static constexpr const char *kCipher = "AES-256-XTS";

    /// Makes the volume in the task's folder. The ledger must outlive it.
    /// Errors: NoSpace, InvalidArgument (quota), AlreadyExists (the folder has one), Unsupported (no locked memory),
    /// Io.
    static Result<std::unique_ptr<ScratchVolume>> create(const ScratchFolder &folder, SpaceLedger &ledger,
                                                         const ScratchVolumeOptions &options);
    ~ScratchVolume();
    ScratchVolume(const ScratchVolume &) = delete;
    ScratchVolume &operator=(const ScratchVolume &) = delete;

    /// Errors: InvalidArgument (beyond the quota), Cancelled (it is being destroyed), Io, Corrupt (the file was cut).
    Status readAt(qint64 offset, MutableBytes out);
    /// Errors: NoSpace (beyond the quota, or low space: says how much is missing), Cancelled, Io. What the bytes
    /// concerned hold after an error is not said.
    Status writeAt(qint64 offset, ByteView data);
    /// The bytes read as zeroes from now on; whole sectors among them take no room any more. Errors: as writeAt().
    Status discard(qint64 offset, qint64 length);

    /// A fresh UUID.
    const QString &id() const { return m_id; }
    const QString &path() const { return m_path; }
    qint64 quota() const { return m_quota; }
    /// Bytes in sectors that hold something; the most there ever were.
    qint64 used() const { return m_used.load(std::memory_order_relaxed); }
    qint64 highWater() const { return m_highWater.load(std::memory_order_relaxed); }
    ScratchLifecycle &lifecycle() { return m_lifecycle; }
    const ScratchLifecycle &lifecycle() const { return m_lifecycle; }

    /// The steps of destroyScratch(). Each may be repeated.

    /// Lets nobody read or write any more (they get Cancelled), waits for those who do, and wipes the key.
    void eraseKey();
    bool isKeyErased() const { return m_keyErased.load(); }
    /// Frees what the file holds: by punching a hole, and by cutting it. Errors: Io and the like.
    Status freeContent();
    void close();
    bool isOpen() const { return static_cast<bool>(m_file); }

private:
    friend class ScratchServer;

    ScratchVolume(const ScratchFolder &folder, const ScratchVolumeOptions &options, SpaceShare share, SectorMap map);

    Status createFile(const ScratchFolder &folder);
    Status checkRange(qint64 offset, qint64 length) const;
    void enterUse();
    Status writeWhole(qint64 sector, ByteView data);
    Status writeSectors(CipherLane &lane, qint64 sector, ByteView data);
    Status patchSector(CipherLane &lane, qint64 sector, qint64 from, ByteView data);
    Status clearSectorPart(CipherLane &lane, qint64 sector, qint64 from, qint64 length);
    SectorReader reader() const;
    Status takeRoom(qint64 first, qint64 count, qint64 &taken);
    void markWritten(qint64 sector, qint64 count);
    Status pwriteAll(qint64 offset, ByteView data) const;

    const QString m_id;
    const QString m_path;
    const qint64 m_quota;
    FileDescriptor m_file;
    SpaceShare m_share;
    SectorMap m_map;
    SectorLocks m_locks;
    CipherLanes m_lanes;
    RequestTeam m_team;
    std::atomic<qint64> m_used = 0;
    std::atomic<qint64> m_highWater = 0;
    std::atomic<bool> m_inUse = false;
    std::atomic<bool> m_keyErased = false;
    ScratchLifecycle m_lifecycle;
};

} // namespace sealift
