#pragma once

#include "image/block_source.h"
#include "image/open_image.h"
#include "image/probe.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

/// What the tests of disk images share: the real QEMU tools, and reading a whole source.
namespace sealift::test {

/// Fails a test function unless the Result or Status is good, and says why.
#define VERIFY_OK(...)                                                                                                 \
    do {                                                                                                               \
        const auto &sealiftVerified = (__VA_ARGS__);                                                                   \
        QVERIFY2(sealiftVerified.has_value(), sealiftVerified ? "" : qPrintable(sealiftVerified.error().what()));      \
    } while (false)

struct ToolRun {
    bool ok = false;
    QByteArray output;
    QByteArray errors;
};

/// Runs a tool to its end.
ToolRun runTool(const QString &program, const QStringList &arguments);

/// A pattern of one byte value on a disk.
struct Pattern {
    qint64 offset = 0;
    qint64 length = 0;
    char value = 0;
};

/// A sparse raw file of that size with those patterns.
bool makeRawFile(const QString &path, qint64 size, const QList<Pattern> &patterns);

/// `qemu-img convert` of a raw file.
ToolRun convertRaw(const QString &raw, const QString &qemuFormat, const QString &options, const QString &path,
                   bool compress = false);

/// What QEMU itself reads out of an image.
Result<QByteArray> readByQemu(const QString &path, const QString &qemuFormat);

/// Probes and opens.
Result<std::unique_ptr<BlockSource>> openPath(const QString &path, const OpenOptions &options = {});

Result<QList<Extent>> extentsOf(BlockSource &source);

/// The whole disk, read extent by extent: what is no Data is not read, and counts as zeroes.
Result<QByteArray> readByExtents(BlockSource &source);

/// The whole disk, read regardless of its extents, in pieces of `piece` bytes.
Result<QByteArray> readStraight(BlockSource &source, qint64 piece);

QByteArray fileContent(const QString &path);
bool writeFile(const QString &path, const QByteArray &content);
/// Overwrites bytes of a file in place.
bool patchFile(const QString &path, qint64 offset, const QByteArray &bytes);

/// A number as a file has it.
QByteArray be16(quint16 value);
QByteArray be32(quint32 value);
QByteArray be64(quint64 value);
QByteArray le16(quint16 value);
QByteArray le32(quint32 value);
QByteArray le64(quint64 value);

} // namespace sealift::test
