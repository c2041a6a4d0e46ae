#include "ui/export/target_text.h"

#include <QCoreApplication>

namespace sealift {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ExportTarget)
};

// core's words, for the translators; products are called the same everywhere.
[[maybe_unused]] constexpr const char *kTranslated[] = {
    QT_TRANSLATE_NOOP("ExportTarget", "Hyper-V, generation 2 (UEFI)"),
    QT_TRANSLATE_NOOP("ExportTarget", "Hyper-V, generation 1 (BIOS)"),
    QT_TRANSLATE_NOOP("ExportTarget", "Upload it to the datastore, then: vmkfstools -i disk.vmdk -d thin new.vmdk"),
    QT_TRANSLATE_NOOP("ExportTarget", "Make it growable first: vmware-vdiskmanager -r disk.vmdk -t 0 new.vmdk"),
    QT_TRANSLATE_NOOP("ExportTarget", "Disks over 2040 GiB need VHDX, which generation 1 can use as well."),
    QT_TRANSLATE_NOOP("ExportTarget", "Upload it as a page blob, for example with azcopy."),
    QT_TRANSLATE_NOOP("ExportTarget", "XenServer and XCP-ng import VHD, dynamic, too."),
};

} // namespace

QString targetTitle(const WriteTarget &target)
{
    return Text::tr(target.title.toUtf8().constData());
}

QString targetNote(const WriteTarget &target)
{
    return target.note.isEmpty() ? QString() : Text::tr(target.note.toUtf8().constData());
}

QString subformatText(WriteSubformat subformat)
{
    switch (subformat) {
    case WriteSubformat::Dynamic:
        return Text::tr("growing");
    case WriteSubformat::Fixed:
        return Text::tr("fixed size");
    case WriteSubformat::StreamOptimized:
        return Text::tr("stream-optimized");
    }
    return {};
}

QString compressionText(WriteCompression compression)
{
    switch (compression) {
    case WriteCompression::None:
        return Text::tr("not compressed");
    case WriteCompression::Zlib:
        return Text::tr("compressed (zlib)");
    case WriteCompression::Zstd:
        return Text::tr("compressed (zstd)");
    }
    return {};
}

QString formatText(WriteFormat format, const WriteOptions &options)
{
    QStringList parts{writeFormatInfo(format).title};
    if (const auto subformat = effectiveSubformat(format, options))
        parts.append(subformatText(*subformat));
    if (const auto compression = effectiveCompression(format, options); compression != WriteCompression::None)
        parts.append(compressionText(compression));
    return parts.join(QStringLiteral(", "));
}

} // namespace sealift
