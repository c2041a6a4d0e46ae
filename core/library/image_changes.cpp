#include "library/image_changes.h"

#include "library/repository.h"
#include "library/repository_lock.h"
#include "library/snapshot.h"

#include <algorithm>

namespace sealift {

namespace {

/// Does it under the exclusive lock.
template <typename Change>
Status underLock(Repository &repository, const Change &change, const std::stop_token &stop)
{
    SEALIFT_ASSIGN(auto lock, RepositoryLock::acquire(repository.files(), LockMode::Exclusive, {}, stop));
    SEALIFT_TRY(lock->check());
    auto changed = change();
    auto released = lock->release();
    return changed ? released : changed;
}

} // namespace

bool isTag(const QString &tag)
{
    return !tag.trimmed().isEmpty() && !tag.contains(u',');
}

Status removeImage(Repository &repository, const SnapshotId &snapshot, const std::stop_token &stop)
{
    return underLock(
        repository, [&] { return forgetSnapshot(repository.files(), snapshot, stop); }, stop);
}

Result<SnapshotId> setImageTags(Repository &repository, const SnapshotId &snapshot, const QStringList &tags,
                                const std::stop_token &stop)
{
    const auto bad = std::find_if_not(tags.begin(), tags.end(), isTag);
    if (bad != tags.end())
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("\"%1\" cannot be a tag").arg(*bad),
                          QStringLiteral("A tag is not empty and has no comma.")));
    SnapshotId changed = snapshot;
    const auto change = [&]() -> Status {
        SEALIFT_ASSIGN(auto value, loadSnapshot(repository.files(), snapshot, stop));
        if (value.tags == tags)
            return {};
        value.tags = tags;
        if (!value.original)
            value.original = snapshot;
        SEALIFT_ASSIGN(changed, saveSnapshot(repository.files(), value, stop));
        return forgetSnapshot(repository.files(), snapshot, stop);
    };
    SEALIFT_TRY(underLock(repository, change, stop));
    return changed;
}

} // namespace sealift
