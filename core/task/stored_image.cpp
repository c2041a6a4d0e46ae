#include "task/stored_image.h"

#include "library/repository.h"

#include <algorithm>

namespace sealift {

namespace {

constexpr qint64 kLargestDescription = 16LL << 20; // bytes

QString fileNameOf(const CatalogDisk &disk)
{
    return disk.path.section(QLatin1Char('/'), -1);
}

const ImageManifest::Disk *recordOf(const CatalogImage &image, const QString &file)
{
    if (!image.manifest)
        return nullptr;
    const auto &disks = image.manifest->disks;
    const auto found =
        std::find_if(disks.begin(), disks.end(), [&file](const ImageManifest::Disk &one) { return one.file == file; });
    return found == disks.end() ? nullptr : &*found;
}

/// What a record says of a disk holds for its pieces.
Status checkRecord(const ImageManifest::Disk &record, const FileContent &content, const QString &where)
{
    if (record.contentHash == contentHashOf(content.content, content.size))
        return {};
    return fail(Error(ErrorCode::Corrupt,
                      QStringLiteral("%1 is not what was stored: it has other pieces than those that were written down "
                                     "when it was imported")
                          .arg(where),
                      QStringLiteral("\"sealift library check --read-data\" says what else is damaged.")));
}

} // namespace

StoredImage::StoredImage(Repository &repository)
    : m_repository(repository)
{
}

StoredImage::~StoredImage() = default;

Result<std::shared_ptr<StoredImage>> StoredImage::open(Repository &repository, const QString &image,
                                                       const std::stop_token &stop)
{
    std::shared_ptr<StoredImage> source(new StoredImage(repository));
    SEALIFT_ASSIGN(source->m_lock, RepositoryLock::acquireToRead(repository.files(), {}, stop));
    SEALIFT_TRY(source->find(image, stop));
    return source;
}

Status StoredImage::find(const QString &image, const std::stop_token &stop)
{
    SEALIFT_ASSIGN(const auto catalog, loadCatalog(m_repository, stop));
    for (const auto &error : catalog.damagedIndexes)
        m_warnings.append(error.what());
    SEALIFT_ASSIGN(m_image, chooseImage(catalog, image));
    if (m_image.disks.empty())
        return fail(Error(ErrorCode::NotFound, QStringLiteral("\"%1\" holds no disk").arg(image)));
    SEALIFT_ASSIGN(m_snapshot, loadSnapshot(m_repository.files(), m_image.snapshot, stop));
    SEALIFT_TRY(findDisks(stop));
    return findDescription(stop);
}

Status StoredImage::findDisks(const std::stop_token &stop)
{
    for (const auto &disk : m_image.disks) {
        Disk known;
        known.source = fileNameOf(disk);
        SEALIFT_ASSIGN(auto content, loadFile(m_repository, m_snapshot.tree, disk.path, stop));
        known.content = std::make_unique<const FileContent>(std::move(content));
        const auto where = QStringLiteral("%1 of image %2").arg(disk.path, m_image.name);
        SEALIFT_ASSIGN(auto plan, FetchPlan::make(m_repository, known.content->content, known.content->size, where));
        known.plan = std::make_unique<const FetchPlan>(std::move(plan));
        if (const auto *record = recordOf(m_image, known.source)) {
            SEALIFT_TRY(checkRecord(*record, *known.content, where));
            known.record = *record;
        }
        m_disks.push_back(std::move(known));
    }
    return {};
}

Status StoredImage::findDescription(const std::stop_token &stop)
{
    if (!m_image.manifest || m_image.manifest->description.isEmpty())
        return {};
    const auto &name = m_image.manifest->description;
    const auto folder = m_image.disks.front().path.section(QLatin1Char('/'), 0, -2);
    SEALIFT_ASSIGN(const auto file, loadFile(m_repository, m_snapshot.tree, folder + QLatin1Char('/') + name, stop));
    SEALIFT_ASSIGN(auto content, loadSmallFile(m_repository, file, kLargestDescription, stop));
    m_description = ImportFile{name, std::move(content)};
    return {};
}

Snapshot StoredImage::copiedSnapshot(const QStringList &furtherTags) const
{
    auto snapshot = m_snapshot;
    // It has no meaning in another library.
    snapshot.parent.reset();
    if (!snapshot.original)
        snapshot.original = m_image.snapshot;
    snapshot.tags += furtherTags;
    snapshot.tags.removeDuplicates();
    return snapshot;
}

Status StoredImage::release()
{
    const auto lock = std::move(m_lock);
    return lock ? lock->release() : Status();
}

} // namespace sealift
