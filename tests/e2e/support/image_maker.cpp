#include "e2e/support/image_maker.h"

#include "e2e/support/files.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

namespace sealift::test {

namespace {

// Not a multiple of anything, so that no two blocks of a random patch are the same.
constexpr qint64 kPatternSize = (3 << 20) + 13;
constexpr quint64 kPatternSeed = 0x5ea11f7;

Finished tool(const QString &program, const QStringList &arguments)
{
    return run({.program = program, .arguments = arguments});
}

void mustRun(const QString &program, const QStringList &arguments)
{
    const Finished finished = tool(program, arguments);
    if (!finished.ok())
        qFatal("a fixture could not be made: %s", finished.describe().constData());
}

} // namespace

QList<ImageFormat> inputFormats()
{
    const auto format = [](const char *name, const char *driver, const char *probed, const char *options, bool empty,
                           bool update) {
        return ImageFormat{
            QLatin1String(name), QLatin1String(driver), QLatin1String(probed), QLatin1String(options), empty, update};
    };
    // qemu-img 7.2 itself cannot open the VMDK and fixed VHD images of 0 bytes that it makes.
    return {
        format("raw", "raw", "raw", "", true, true),
        format("qcow2-v3", "qcow2", "qcow2", "compat=1.1", true, true),
        format("qcow2-v2", "qcow2", "qcow2", "compat=0.10", true, true),
        format("qcow2-zstd-64k", "qcow2", "qcow2", "compression_type=zstd,cluster_size=64k", true, true),
        format("vmdk-monolithicSparse", "vmdk", "vmdk", "subformat=monolithicSparse", false, true),
        format("vmdk-monolithicFlat", "vmdk", "vmdk", "subformat=monolithicFlat", false, true),
        format("vmdk-twoGbMaxExtentSparse", "vmdk", "vmdk", "subformat=twoGbMaxExtentSparse", false, true),
        format("vmdk-twoGbMaxExtentFlat", "vmdk", "vmdk", "subformat=twoGbMaxExtentFlat", false, true),
        format("vmdk-streamOptimized", "vmdk", "vmdk", "subformat=streamOptimized", false, false),
        format("vhd-dynamic", "vpc", "vhd", "subformat=dynamic,force_size=on", true, true),
        format("vhd-dynamic-chs", "vpc", "vhd", "subformat=dynamic", true, true),
        format("vhd-fixed", "vpc", "vhd", "subformat=fixed,force_size=on", false, true),
        format("vhd-fixed-chs", "vpc", "vhd", "subformat=fixed", false, true),
        format("vhdx-dynamic", "vhdx", "vhdx", "subformat=dynamic", true, true),
        format("vhdx-fixed", "vhdx", "vhdx", "subformat=fixed", true, true),
        format("vdi-dynamic", "vdi", "vdi", "", true, true),
        format("vdi-static", "vdi", "vdi", "static=on", true, true),
    };
}

ImageMaker::ImageMaker(const QString &folder)
    : m_folder(folder)
{
    QDir().mkpath(folder);
    if (!writeRandom(path(QStringLiteral("pattern")), 0, kPatternSize, kPatternSeed))
        qFatal("cannot write to %s", qPrintable(folder));
}

QString ImageMaker::path(const QString &name) const
{
    return m_folder + QLatin1Char('/') + name;
}

void ImageMaker::write(const QString &image, const QString &driver, const QList<Patch> &patches)
{
    if (patches.isEmpty())
        return;
    QStringList arguments{QStringLiteral("-f"), driver};
    for (const Patch &patch : patches) {
        QString how;
        switch (patch.fill) {
        case Patch::Fill::Constant:
            how = QStringLiteral("-P %1").arg(patch.value);
            break;
        case Patch::Fill::Random:
            how = QStringLiteral("-s %1").arg(path(QStringLiteral("pattern")));
            break;
        case Patch::Fill::Zeroes:
            how = QStringLiteral("-z");
            break;
        }
        arguments << QStringLiteral("-c")
                  << QStringLiteral("write -q %1 %2 %3").arg(how).arg(patch.offset).arg(patch.length);
    }
    mustRun(QStringLiteral("qemu-io"), arguments << image);
}

QString ImageMaker::raw(const QString &name, qint64 size, const QList<Patch> &patches)
{
    QString file = path(name);
    // qemu-img rounds sizes up to sectors; a raw disk may end anywhere.
    if (!setSize(file, size))
        qFatal("cannot write to %s", qPrintable(file));
    write(file, QStringLiteral("raw"), patches);
    if (!setSize(file, size))
        qFatal("cannot write to %s", qPrintable(file));
    return file;
}

QString ImageMaker::converted(const QString &rawFile, const ImageFormat &format, const QString &name)
{
    QStringList arguments{QStringLiteral("convert"), QStringLiteral("-f"), QStringLiteral("raw"), QStringLiteral("-O"),
                          format.driver};
    if (!format.options.isEmpty())
        arguments << QStringLiteral("-o") << format.options;
    mustRun(QStringLiteral("qemu-img"), arguments << rawFile << path(name));
    return path(name);
}

QString ImageMaker::created(const ImageFormat &format, const QString &name, qint64 size, const QList<Patch> &patches)
{
    QStringList arguments{QStringLiteral("create"), QStringLiteral("-q"), QStringLiteral("-f"), format.driver};
    if (!format.options.isEmpty())
        arguments << QStringLiteral("-o") << format.options;
    mustRun(QStringLiteral("qemu-img"), arguments << path(name) << QString::number(size));
    write(path(name), format.driver, patches);
    return path(name);
}

QString ImageMaker::reference(const QString &image, const ImageFormat &format, const QString &name)
{
    mustRun(QStringLiteral("qemu-img"), {QStringLiteral("convert"), QStringLiteral("-f"), format.driver,
                                         QStringLiteral("-O"), QStringLiteral("raw"), image, path(name)});
    return path(name);
}

qint64 ImageMaker::virtualSize(const QString &image, const QString &driver)
{
    const Finished finished =
        tool(QStringLiteral("qemu-img"), {QStringLiteral("info"), QStringLiteral("-f"), driver,
                                          QStringLiteral("--output"), QStringLiteral("json"), image});
    if (!finished.ok())
        qFatal("a fixture cannot be read: %s", finished.describe().constData());
    return QJsonDocument::fromJson(finished.out).object().value(QStringLiteral("virtual-size")).toInteger(-1);
}

Finished ImageMaker::compare(const QString &image, const QString &driver, const QString &rawFile)
{
    return tool(QStringLiteral("qemu-img"), {QStringLiteral("compare"), QStringLiteral("-f"), driver,
                                             QStringLiteral("-F"), QStringLiteral("raw"), image, rawFile});
}

Finished ImageMaker::check(const QString &image, const QString &driver)
{
    return tool(QStringLiteral("qemu-img"), {QStringLiteral("check"), QStringLiteral("-f"), driver, image});
}

} // namespace sealift::test
