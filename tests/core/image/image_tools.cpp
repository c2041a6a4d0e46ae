#include "image_tools.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtEndian>

namespace sealift::test {

ToolRun runTool(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    ToolRun run;
    if (!process.waitForFinished(120'000)) {
        process.kill();
        process.waitForFinished();
        run.errors = "did not end";
        return run;
    }
    run.ok = process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    run.output = process.readAllStandardOutput();
    run.errors = process.readAllStandardError();
    return run;
}

bool makeRawFile(const QString &path, qint64 size, const QList<Pattern> &patterns)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.resize(size))
        return false;
    for (const auto &pattern : patterns) {
        if (!file.seek(pattern.offset) || file.write(QByteArray(pattern.length, pattern.value)) != pattern.length)
            return false;
    }
    return file.flush();
}

ToolRun convertRaw(const QString &raw, const QString &qemuFormat, const QString &options, const QString &path,
                   bool compress)
{
    QStringList arguments{QStringLiteral("convert"), QStringLiteral("-f"), QStringLiteral("raw"), QStringLiteral("-O"),
                          qemuFormat};
    if (compress)
        arguments << QStringLiteral("-c");
    if (!options.isEmpty())
        arguments << QStringLiteral("-o") << options;
    return runTool(QStringLiteral("qemu-img"), arguments << raw << path);
}

Result<QByteArray> readByQemu(const QString &path, const QString &qemuFormat)
{
    QTemporaryDir folder;
    const auto raw = folder.filePath(QStringLiteral("raw"));
    const auto run = runTool(QStringLiteral("qemu-img"), {QStringLiteral("convert"), QStringLiteral("-f"), qemuFormat,
                                                          QStringLiteral("-O"), QStringLiteral("raw"), path, raw});
    if (!run.ok)
        return fail(Error(ErrorCode::ToolFailed, QString::fromLocal8Bit(run.errors)));
    return fileContent(raw);
}

Result<std::unique_ptr<BlockSource>> openPath(const QString &path, const OpenOptions &options)
{
    SEALIFT_ASSIGN(const auto image, probeDisk(path, {}, {}));
    return openDisk(image, options, {});
}

Result<QList<Extent>> extentsOf(BlockSource &source)
{
    QList<Extent> extents;
    SEALIFT_TRY(source.forEachExtent(0, source.size(),
                                     [&](const Extent &extent) -> Status {
                                         extents.append(extent);
                                         return {};
                                     },
                                     {}));
    qint64 at = 0;
    for (const auto &extent : extents) {
        if (extent.offset != at || extent.length <= 0)
            return fail(Error(ErrorCode::Internal, QStringLiteral("extents have a gap at %1").arg(at)));
        at += extent.length;
    }
    if (at != source.size())
        return fail(Error(ErrorCode::Internal, QStringLiteral("extents end at %1").arg(at)));
    return extents;
}

Result<QByteArray> readByExtents(BlockSource &source)
{
    SEALIFT_ASSIGN(const auto extents, extentsOf(source));
    SEALIFT_ASSIGN(const auto reader, source.openReader());
    QByteArray disk(source.size(), '\0');
    for (const auto &extent : extents) {
        if (extent.kind == ExtentKind::Data)
            SEALIFT_TRY(reader->read(extent.offset,
                                     mutableViewOf(disk).subspan(static_cast<std::size_t>(extent.offset),
                                                                 static_cast<std::size_t>(extent.length)),
                                     {}));
    }
    return disk;
}

Result<QByteArray> readStraight(BlockSource &source, qint64 piece)
{
    SEALIFT_ASSIGN(const auto reader, source.openReader());
    QByteArray disk(source.size(), '\x55');
    for (qint64 at = 0; at < source.size(); at += piece)
        SEALIFT_TRY(
            reader->read(at,
                         mutableViewOf(disk).subspan(static_cast<std::size_t>(at),
                                                     static_cast<std::size_t>(std::min(piece, source.size() - at))),
                         {}));
    return disk;
}

QByteArray fileContent(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

bool patchFile(const QString &path, qint64 offset, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && file.seek(offset) && file.write(bytes) == bytes.size();
}

namespace {

template <typename T>
QByteArray bytesOf(T value)
{
    return {reinterpret_cast<const char *>(&value), sizeof value};
}

} // namespace

QByteArray be16(quint16 value)
{
    return bytesOf(qToBigEndian(value));
}
QByteArray be32(quint32 value)
{
    return bytesOf(qToBigEndian(value));
}
QByteArray be64(quint64 value)
{
    return bytesOf(qToBigEndian(value));
}
QByteArray le16(quint16 value)
{
    return bytesOf(qToLittleEndian(value));
}
QByteArray le32(quint32 value)
{
    return bytesOf(qToLittleEndian(value));
}
QByteArray le64(quint64 value)
{
    return bytesOf(qToLittleEndian(value));
}

} // namespace sealift::test
