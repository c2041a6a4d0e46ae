#include "library/orphans.h"

#include "base/parallel.h"
#include "library/lock_file.h"
#include "library/pack_header.h"
#include "library/repository.h"
#include "library/repository_lock.h"

#include <algorithm>
#include <mutex>

namespace sealift {

namespace {

constexpr int kMaxThreads = 8;

struct StoredPack {
    PackId id;
    qint64 size = 0;
};

Result<std::vector<StoredPack>> listPacks(const Repository &repository, const std::stop_token &stop)
{
    std::vector<StoredPack> packs;
    SEALIFT_TRY(repository.store().list(
        kDataFolder.toString(),
        [&packs](const ObjectInfo &object) -> Status {
            if (const auto id = idOfObject(object.name))
                packs.push_back({*id, object.size});
            return {};
        },
        stop));
    return packs;
}

/// Whether anybody else holds a lock that counts.
Result<bool> othersAtWork(const Repository &repository, const RepositoryLock &own, const std::stop_token &stop)
{
    SEALIFT_ASSIGN(const auto locks, loadLocks(repository.files(), own.ids(), stop));
    const auto now = QDateTime::currentDateTimeUtc();
    const auto thisHost = ClientIdentity::current().hostname;
    return std::any_of(locks.begin(), locks.end(),
                       [&](const StoredLock &stored) { return !stored.lock.isStale(now, thisHost); });
}

/// Whether the fault lies in the pack, and not in the way to it.
bool isPacksFault(ErrorCode code)
{
    return code == ErrorCode::Corrupt || code == ErrorCode::LimitExceeded || code == ErrorCode::NotFound;
}

} // namespace

Result<OrphanReport> loadIndexAndAdoptOrphans(Repository &repository, const RepositoryLock &lock,
                                              const std::stop_token &stop)
{
    OrphanReport report;
    SEALIFT_ASSIGN(auto packs, listPacks(repository, stop));
    SEALIFT_ASSIGN(report.othersAtWork, othersAtWork(repository, lock, stop));
    SEALIFT_TRY(repository.loadIndex(stop));
    if (report.othersAtWork)
        return report;

    auto &index = repository.index();
    std::erase_if(packs, [&index](const StoredPack &pack) { return index.hasPack(pack.id); });
    std::mutex mutex;
    const auto look = [&](std::size_t i, const std::stop_token &ending) -> Status {
        const auto &pack = packs[i];
        BlobSealer sealer(repository.sealingKey());
        auto entries = readPackHeader(repository.store(), pack.id, pack.size, sealer, ending);
        if (entries) {
            index.addStoredPack(pack.id, *entries);
            const std::lock_guard guard(mutex);
            ++report.adopted;
            report.adoptedBytes += pack.size;
            return {};
        }
        if (!isPacksFault(entries.error().code()))
            return fail(std::move(entries).error());
        const std::lock_guard guard(mutex);
        report.ignored.push_back({pack.id, std::move(entries).error()});
        return {};
    };
    const int threads = std::clamp(repository.store().suggestedConcurrency(), 1, kMaxThreads);
    SEALIFT_TRY(forEachInParallel(packs.size(), threads, look, stop));
    return report;
}

} // namespace sealift
