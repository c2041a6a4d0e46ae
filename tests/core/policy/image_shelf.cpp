#include "image_shelf.h"

#include "image/image_tools.h"
#include "image/inspect/inspect_disk.h"

#include <functional>

namespace sealift::test {

namespace {

constexpr qint64 kMiB = 1 << 20;
constexpr qint64 kGiB = 1LL << 30;
constexpr qint64 kExtSuperblock = kMiB + 1024; ///< of a file system in a first partition at 1 MiB

Status done(bool good, const QString &what)
{
    return good ? Status() : fail(Error(ErrorCode::Io, QStringLiteral("cannot make the test image: %1").arg(what)));
}

Status ran(const ToolRun &run)
{
    return done(run.ok, QString::fromLocal8Bit(run.errors));
}

/// Makes an image out of a disk.
using Form = std::function<Status(const QString &disk, const QString &image)>;

Form converted(const QString &format, const QString &options = {})
{
    return [=](const QString &disk, const QString &image) { return ran(convertRaw(disk, format, options, image)); };
}

/// A qcow2 file with some bytes changed.
Form patchedQcow2(qint64 offset, const QByteArray &bytes)
{
    return [=](const QString &disk, const QString &image) -> Status {
        SEALIFT_TRY(converted(QStringLiteral("qcow2"))(disk, image));
        return done(patchFile(image, offset, bytes), image);
    };
}

/// The same disk, enlarged, as a qcow2 file: no file system need hold it.
Form enlarged(const QString &size)
{
    return [=](const QString &disk, const QString &image) -> Status {
        SEALIFT_TRY(converted(QStringLiteral("qcow2"))(disk, image));
        return ran(runTool(QStringLiteral("qemu-img"), {QStringLiteral("resize"), QStringLiteral("-q"),
                                                        QStringLiteral("-f"), QStringLiteral("qcow2"), image, size}));
    };
}

/// A copy with some bytes changed.
Form patched(qint64 offset, const QByteArray &bytes)
{
    return [=](const QString &disk, const QString &image) {
        return done(QFile::copy(disk, image) && patchFile(image, offset, bytes), image);
    };
}

Form resized(qint64 size)
{
    return [=](const QString &disk, const QString &image) {
        return done(QFile::copy(disk, image) && QFile::resize(image, size), image);
    };
}

const QHash<QString, Form> &allForms()
{
    static const QHash<QString, Form> forms{
        {QStringLiteral("qcow2"), converted(QStringLiteral("qcow2"))},
        // For openers that find no QEMU.
        {QStringLiteral("blind"), converted(QStringLiteral("qcow2"))},
        {QStringLiteral("sparse-vmdk"), converted(QStringLiteral("vmdk"))},
        {QStringLiteral("stream-vmdk"), converted(QStringLiteral("vmdk"), QStringLiteral("subformat=streamOptimized"))},
        // The incompatible features (qcow2's specification, "Header"): dirty is bit 0, corrupt bit 1.
        {QStringLiteral("dirty"), patchedQcow2(72, be64(1))},
        {QStringLiteral("corrupt"), patchedQcow2(72, be64(2))},
        {QStringLiteral("odd-feature"), patchedQcow2(80, be64(1U << 9))}, // a compatible one
        {QStringLiteral("snapshot"),
         [](const QString &disk, const QString &image) -> Status {
             SEALIFT_TRY(converted(QStringLiteral("qcow2"))(disk, image));
             return ran(runTool(QStringLiteral("qemu-img"),
                                {QStringLiteral("snapshot"), QStringLiteral("-c"), QStringLiteral("before"), image}));
         }},
        {QStringLiteral("3T"), enlarged(QStringLiteral("3T"))},
        {QStringLiteral("5T"), enlarged(QStringLiteral("5T"))},
        {QStringLiteral("9T"), enlarged(QStringLiteral("9T"))},
        {QStringLiteral("16T"), enlarged(QStringLiteral("16T"))},
        {QStringLiteral("33T"), enlarged(QStringLiteral("33T"))},
        {QStringLiteral("63T"), enlarged(QStringLiteral("63T"))},
        {QStringLiteral("65T"), enlarged(QStringLiteral("65T"))},
        {QStringLiteral("1G"), resized(kGiB)},
        {QStringLiteral("cut"), resized(100 * kMiB)},
        {QStringLiteral("in-use"), resized(kGiB)},
        {QStringLiteral("bad-gpt"), patched(512 + 16, QByteArray(4, '\x5a'))},
        {QStringLiteral("no-boot-code"), patched(0, QByteArray(440, '\0'))},
        {QStringLiteral("ldm"),
         patched(446 + 4, QByteArray(1, '\x42'))}, // the first partition's type: a dynamic disk's
        {QStringLiteral("unclean"), patched(kExtSuperblock + 0x3a, le16(0))}, // s_state
        {QStringLiteral("two-marks"), patched(kMiB, "-rom1fs-")}, // of a romfs, before that of the other file system
    };
    return forms;
}

/// PATH for as long as this lives.
class SearchPath
{
public:
    explicit SearchPath(const QByteArray &path) { qputenv("PATH", path); }
    ~SearchPath() { qputenv("PATH", m_before); }
    SearchPath(const SearchPath &) = delete;
    SearchPath &operator=(const SearchPath &) = delete;

private:
    const QByteArray m_before = qgetenv("PATH");
};

Result<PreflightSubject> judged(const QString &file)
{
    PreflightSubject subject;
    // More than the 64 TiB that imports take: disks come out of libraries, too.
    ProbeOptions options;
    options.maxVirtualSize = qint64{128} << 40;
    SEALIFT_ASSIGN(subject.image, probeDisk(file, options, {}));
    subject.diskSize = subject.image->virtualSize;
    subject.host = hostFactsFor(*subject.image);
    auto disk = openDisk(*subject.image, {}, {});
    auto facts = disk ? inspectDisk(**disk, {}, {}) : Result<DiskFacts>(fail(disk.error()));
    if (facts)
        subject.facts = *std::move(facts);
    else
        subject.notSeen = facts.error().what();
    if (disk)
        SEALIFT_TRY((*disk)->close());
    return subject;
}

} // namespace

QStringList ImageShelf::forms()
{
    return allForms().keys();
}

QByteArray ImageShelf::prepare(const QStringList &images)
{
    QStringList disks;
    for (const auto &image : images)
        disks.append(image.section(QLatin1Char('>'), 0, 0));
    disks.removeDuplicates();
    return m_disks.make(disks);
}

Result<QString> ImageShelf::fileOf(const QString &image)
{
    const auto disk = m_disks.path(image.section(QLatin1Char('>'), 0, 0));
    const auto name = image.section(QLatin1Char('>'), 1, 1);
    if (name.isEmpty())
        return disk;
    const auto form = allForms().constFind(name);
    if (form == allForms().constEnd())
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("there is no form %1").arg(name)));
    const auto file = m_folder.filePath(QString(image).replace(QLatin1Char('>'), QLatin1Char('.')));
    SEALIFT_TRY((*form)(disk, file));
    return file;
}

Result<PreflightSubject> ImageShelf::subject(const QString &image)
{
    if (const auto known = m_subjects.constFind(image); known != m_subjects.constEnd())
        return *known;
    SEALIFT_ASSIGN(const auto file, fileOf(image));
    if (image.endsWith(QLatin1String(">in-use"))) {
        m_writers.push_back(std::make_unique<QFile>(file));
        SEALIFT_TRY(done(m_writers.back()->open(QIODevice::ReadWrite), file));
    }
    std::optional<SearchPath> nowhere;
    if (image.endsWith(QLatin1String(">blind")))
        nowhere.emplace(QFile::encodeName(m_folder.path()));
    SEALIFT_ASSIGN(const auto subject, judged(file));
    m_subjects.insert(image, subject);
    return subject;
}

} // namespace sealift::test
