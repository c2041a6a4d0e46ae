#include "nova/corpus.h"

#include "hostile_images.h"
#include "image_tools.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <random>

#include <unistd.h>

namespace sealift::test {

namespace {

constexpr qint64 kMiB = 1 << 20;
constexpr qint64 kSector = 512;
constexpr qint64 kDescriptorSectors = 20;
/// Of each base, with bits turned over.
constexpr int kDamaged = 20;
/// Where a qcow2 of version 3 has its incompatible features.
constexpr qsizetype kFeatures = 72;

/// What Nova calls the formats.
QByteArray novaName(const QByteArray &base)
{
    if (base.startsWith("qcow2"))
        return "qcow2";
    if (base == "vmdk" || base == "stream")
        return "vmdk";
    if (base == "vhd" || base == "fixed vhd")
        return "vhd";
    return base;
}

void run(const QString &program, const QStringList &arguments)
{
    const auto finished = runTool(program, arguments);
    if (!finished.ok)
        qFatal("%s %s: %s", qPrintable(program), qPrintable(arguments.join(QLatin1Char(' '))),
               finished.errors.constData());
}

void create(const QString &format, const QStringList &options, const QString &path, qint64 size)
{
    run(QStringLiteral("qemu-img"),
        QStringList{QStringLiteral("create"), QStringLiteral("-q"), QStringLiteral("-f"), format} + options +
            QStringList{path, QString::number(size)});
}

/// QEMU leaves some bytes of an earlier descriptor behind a shorter one, as chance has it: here it leaves none.
QByteArray withoutRest(QByteArray bytes, const QByteArray &format)
{
    if (format != "vmdk")
        return bytes;
    const auto end = bytes.indexOf('\0', kSector);
    bytes.replace(end, kSector + kDescriptorSectors * kSector - end,
                  QByteArray(kSector + kDescriptorSectors * kSector - end, '\0'));
    return bytes;
}

/// Turns some bits of the first structures over, the same ones for the same seed.
QByteArray damaged(QByteArray bytes, unsigned seed, bool withoutFeatures)
{
    std::mt19937 random(seed);
    const auto flips = 1 + random() % 4;
    for (unsigned i = 0; i < flips; ++i) {
        // Most of it where headers and descriptors are.
        const auto reach = random() % 2 == 0 ? 1024U : 12000U;
        const auto at = static_cast<qsizetype>(random() % reach) % bytes.size();
        const auto bit = 1 << (random() % 8);
        // A format without feature bits has an entry of its own.
        if (!withoutFeatures || at < kFeatures || at >= kFeatures + 8)
            bytes[at] = static_cast<char>(bytes.at(at) ^ bit);
    }
    return bytes;
}

/// An ISO 9660 image, or one of UDF, as far as its first descriptor goes: Nova looks no further.
QByteArray disc(const char *signature, qint64 size)
{
    QByteArray bytes(40 << 10, '\0');
    bytes.replace(32 << 10, 1, QByteArray(1, '\1'));
    bytes.replace((32 << 10) + 1, 5, signature);
    bytes.replace((32 << 10) + 80, 4, le32(static_cast<quint32>(size / 2048)));
    bytes.replace((32 << 10) + 128, 2, le16(2048));
    return bytes;
}

void resize(const QString &path, qint64 size)
{
    QFile file(path);
    if (!file.resize(size))
        qFatal("cannot resize %s", qPrintable(path));
}

} // namespace

Corpus::Corpus(const QString &folder)
    : m_folder(folder)
{
    const auto raw = m_folder + QStringLiteral("/master.img");
    const auto made = makeRawFile(raw, kHostileDiskSize, {{0, 65536, 1}, {2 * kMiB, kMiB, 2}});
    if (!made)
        qFatal("cannot make %s", qPrintable(raw));
    for (const auto &one : hostileBases()) {
        const auto file = m_folder + QStringLiteral("/base");
        const auto converted = convertRaw(raw, QLatin1String(one.format), QLatin1String(one.options), file);
        if (!converted.ok)
            qFatal("%s", converted.errors.constData());
        m_bases.insert(one.name, withoutRest(fileContent(file), novaName(one.name)));
        add(QStringLiteral("good/%1").arg(QLatin1String(one.name)), novaName(one.name), base(one.name)).qemuFormat =
            QLatin1String(one.format);
        QFile::remove(file);
    }
    addNovasOwn();
    addGood();
    addHostile();
    addVulnerabilities();
    addPolyglots();
    addDescriptors();
    addDamaged();
}

QByteArray Corpus::base(const QByteArray &name) const
{
    return m_bases.value(name);
}

QString Corpus::place(const QString &name, const QString &file)
{
    const auto folder = QStringLiteral("%1/%2").arg(m_folder).arg(m_images.size());
    if (!QDir().mkpath(folder))
        qFatal("cannot make %s for %s", qPrintable(folder), qPrintable(name));
    return folder + QLatin1Char('/') + file;
}

CorpusImage &Corpus::addFile(const QString &name, const QByteArray &claimed, const QString &path)
{
    m_images.append({name, path, claimed, {}});
    return m_images.last();
}

CorpusImage &Corpus::add(const QString &name, const QByteArray &claimed, const QByteArray &bytes)
{
    const auto path = place(name);
    if (!writeFile(path, bytes))
        qFatal("cannot write %s", qPrintable(path));
    return addFile(name, claimed, path);
}

CorpusImage &Corpus::addGood(const QString &name, const QByteArray &claimed, const QString &qemuFormat,
                             const QString &options, qint64 size)
{
    const auto path = place(name);
    create(qemuFormat, options.isEmpty() ? QStringList() : QStringList{QStringLiteral("-o"), options}, path, size);
    auto &image = addFile(name, claimed, path);
    image.qemuFormat = qemuFormat;
    return image;
}

/// The images that nova/tests/unit/image/test_format_inspector.py builds.
void Corpus::addNovasOwn()
{
    const auto own = [](const QString &name) { return QStringLiteral("nova/") + name; };
    for (const qint64 size : {512, 513, 2057, 7}) {
        const auto sized = [&](const char *name) {
            return own(QStringLiteral("%1 of %2 MiB").arg(QLatin1String(name)).arg(size));
        };
        addGood(sized("qcow2"), "qcow2", QStringLiteral("qcow2"), {}, size * kMiB);
        addGood(sized("vhd"), "vhd", QStringLiteral("vpc"), {}, size * kMiB);
        addGood(sized("vhdx"), "vhdx", QStringLiteral("vhdx"), {}, size * kMiB);
        addGood(sized("vdi"), "vdi", QStringLiteral("vdi"), {}, size * kMiB);
        addGood(sized("vmdk"), "vmdk", QStringLiteral("vmdk"), {}, size * kMiB);
        addGood(sized("stream"), "vmdk", QStringLiteral("vmdk"), QStringLiteral("subformat=streamOptimized"),
                size * kMiB);
        for (const auto *kind : {"CD001", "NSR02", "NSR03"})
            resize(add(sized(kind), "iso", disc(kind, size * kMiB)).path, size * kMiB);
    }
    auto badIso = disc("CD001", 64 * kMiB);
    badIso.replace(0, 512, base("qcow2").first(512));
    add(own(QStringLiteral("qcow2 in an ISO's system area")), "iso", badIso);

    create(QStringLiteral("qed"), {}, place({}), 10 * kMiB);
    addFile(own(QStringLiteral("qed")), "qed", place({}));

    for (const auto *kind : {"vmdk", "stream"}) {
        auto moved = base(kind);
        moved.replace(0x1c, 8, le64(0x400 / kSector));
        add(own(QStringLiteral("%1 with its descriptor elsewhere").arg(QLatin1String(kind))), "vmdk", moved);
        auto endless = base(kind);
        endless.append(QByteArray(3 * kMiB, 'x'));
        endless.replace(0x24, 8, le64((2 << 20) / kSector));
        add(own(QStringLiteral("%1 with an endless descriptor").arg(QLatin1String(kind))), "vmdk", endless);
    }

    const auto backing = m_folder + QStringLiteral("/backing");
    if (!writeFile(backing, "foobar"))
        qFatal("cannot write %s", qPrintable(backing));
    const auto backed = place({});
    create(QStringLiteral("qcow2"), {QStringLiteral("-b"), backing, QStringLiteral("-F"), QStringLiteral("raw")},
           backed, 5 * kMiB);
    addFile(own(QStringLiteral("qcow2 with a backing file")), "qcow2", backed);
    const auto split = place({});
    create(QStringLiteral("qcow2"),
           {QStringLiteral("-o"), QStringLiteral("data_file=%1/data,data_file_raw=on").arg(m_folder)}, split, 5 * kMiB);
    addFile(own(QStringLiteral("qcow2 with a data file")), "qcow2", split);
    add(own(QStringLiteral("six letters claimed to be qcow2")), "qcow2", "foobar");

    for (const auto &[offset, byte] : {std::pair(0x48, '\x01'), std::pair(0x4f, '\x80')}) {
        auto unknown = base("qcow2");
        unknown[offset] = byte;
        add(own(QStringLiteral("qcow2 with the unknown feature %1 at %2").arg(static_cast<uchar>(byte)).arg(offset)),
            "qcow2", unknown);
        QByteArray bare(512, '\0');
        bare.replace(0, 4, "QFI\xfb");
        bare[offset] = byte;
        add(own(QStringLiteral("bare header with the feature %1 at %2").arg(static_cast<uchar>(byte)).arg(offset)),
            "qcow2", bare);
    }
    QByteArray bare(512, '\0');
    bare.replace(0, 4, "QFI\xfb");
    add(own(QStringLiteral("bare qcow2 header")), "qcow2", bare);
    auto dirty = base("qcow2");
    dirty[0x4f] = '\x01';
    add(own(QStringLiteral("dirty qcow2")), "qcow2", dirty);

    const QByteArray text = "A source file, as Nova's tests take it for no image at all.\n";
    for (const auto *format : {"qcow2", "vhd", "vhdx", "vmdk", "vdi"})
        add(own(QStringLiteral("text claimed to be %1").arg(QLatin1String(format))), format, text.repeated(40));

    // A table of metadata larger than is allowed, and one that is not.
    for (const int items : {33, 16}) {
        auto bytes = base("vhdx");
        const auto table = bytes.indexOf("metadata");
        bytes.replace(table + 32 + 20, 4, le32(static_cast<quint32>(items * 2048)));
        add(own(QStringLiteral("vhdx with an item of %1 bytes").arg(items * 2048)), "vhdx", bytes);
    }
    auto old = base("qcow2 v2");
    old[0x4f] = '\x80';
    add(QStringLiteral("odd/qcow2 v2 with a feature bit"), "qcow2", old);
    auto otherType = base("vmdk");
    otherType.replace("\"monolithicSparse\"", "\"someunknowntype\" ");
    add(own(QStringLiteral("vmdk of an unknown type")), "vmdk", otherType);
}

void Corpus::addGood()
{
    const struct {
        const char *claimed;
        const char *qemu;
        const char *options;
    } kinds[] = {
        {"qcow2", "qcow2", "compat=0.10"},
        {"qcow2", "qcow2", "cluster_size=4k"},
        {"qcow2", "qcow2", "cluster_size=2M"},
        {"qcow2", "qcow2", "extended_l2=on"},
        {"qcow2", "qcow2", "compression_type=zstd"},
        {"qcow2", "qcow2", "lazy_refcounts=on"},
        {"qcow2", "qcow2", "preallocation=metadata"},
        {"vmdk", "vmdk", "adapter_type=lsilogic"},
        {"vmdk", "vmdk", "subformat=streamOptimized,adapter_type=lsilogic"},
        {"vmdk", "vmdk", "hwversion=6"},
        {"vhd", "vpc", "subformat=fixed,force_size=on"},
        {"vhd", "vpc", "subformat=dynamic,force_size=on"},
        {"vhdx", "vhdx", "subformat=fixed"},
        {"vhdx", "vhdx", "block_size=8M"},
        {"vdi", "vdi", ""},
        {"raw", "raw", ""},
    };
    for (const auto &kind : kinds) {
        for (const qint64 size : {1, 33}) {
            addGood(QStringLiteral("good/%1 %2 of %3 MiB")
                        .arg(QLatin1String(kind.qemu), QLatin1String(kind.options))
                        .arg(size),
                    kind.claimed, QLatin1String(kind.qemu), QLatin1String(kind.options), size * kMiB);
        }
    }
}

void Corpus::addHostile()
{
    for (const auto &hostile : hostileImages()) {
        auto bytes = base(hostile.base);
        hostile.edit(bytes);
        add(QStringLiteral("%1/%2").arg(QLatin1String(hostile.base), QLatin1String(hostile.name)),
            novaName(hostile.base), bytes);
    }
}

void Corpus::addVulnerabilities()
{
    for (const auto &image : vulnerabilityImages(base("qcow2"), base("vmdk")))
        add(QStringLiteral("%1/%2").arg(QLatin1String(image.number), QLatin1String(image.name)), image.claimed,
            image.bytes);
}

void Corpus::addPolyglots()
{
    const auto iso = disc("CD001", 4 * kMiB);
    for (const auto *name : {"qcow2", "vmdk", "stream", "vhd", "vdi"}) {
        // The disc's first descriptor lies where none of these has anything that counts.
        auto both = base(name);
        if (both.size() < iso.size())
            both.append(QByteArray(iso.size() - both.size(), '\0'));
        both.replace(32 << 10, 2048, iso.mid(32 << 10, 2048));
        add(QStringLiteral("polyglot/%1 and ISO 9660").arg(QLatin1String(name)), novaName(name), both);
    }
    for (const auto *name : {"qcow2", "vmdk", "vhd"}) {
        auto both = base(name);
        both.replace(0x40, 4, le32(0xbeda107f));
        add(QStringLiteral("polyglot/%1 and VDI").arg(QLatin1String(name)), novaName(name), both);
    }
    auto qed = base("vdi");
    qed.replace(0, 4, QByteArray("QED\0", 4));
    add(QStringLiteral("polyglot/VDI and QED"), "vdi", qed);
    auto guest = QByteArray(kMiB, '\0') + base("qcow2");
    add(QStringLiteral("polyglot/qcow2 inside a raw disk"), "raw", guest);
    add(QStringLiteral("polyglot/qcow2 claimed to be raw"), "raw", base("qcow2"));
    add(QStringLiteral("polyglot/vmdk claimed to be qcow2"), "qcow2", base("vmdk"));
    add(QStringLiteral("polyglot/vhdx claimed to be vhd"), "vhd", base("vhdx"));
}

void Corpus::addDescriptors()
{
    for (const auto &descriptor : hostileDescriptors()) {
        const auto path = place({}, QStringLiteral("case"));
        const auto folder = QFileInfo(path).path();
        if (!writeFile(path, descriptor.text) || !writeFile(folder + QStringLiteral("/sparse.vmdk"), base("vmdk")) ||
            ::link(QFile::encodeName(m_folder + QStringLiteral("/master.img")).constData(),
                   QFile::encodeName(folder + QStringLiteral("/master.img")).constData()) != 0)
            qFatal("cannot write %s", qPrintable(path));
        addFile(QStringLiteral("descriptor/%1").arg(QLatin1String(descriptor.name)), "vmdk", path);
    }
    // Good ones, whose data lies beside them.
    for (const auto *kind : {"monolithicFlat", "twoGbMaxExtentFlat", "twoGbMaxExtentSparse"}) {
        const auto path = place({}, QStringLiteral("disk.vmdk"));
        create(QStringLiteral("vmdk"), {QStringLiteral("-o"), QStringLiteral("subformat=%1").arg(QLatin1String(kind))},
               path, 5 * kMiB);
        addFile(QStringLiteral("split/%1").arg(QLatin1String(kind)), "vmdk", path).qemuFormat = QStringLiteral("vmdk");
    }
    // Descriptors inside a sparse file with something that is no plain text.
    const auto changed = [this](const char *name, const QByteArray &from, const QByteArray &to) {
        auto bytes = base("vmdk");
        bytes.replace(bytes.indexOf(from), to.size(), to);
        add(QStringLiteral("text/%1").arg(QLatin1String(name)), "vmdk", bytes);
    };
    changed("high byte in the disk database", "ddb.geometry", "ddb.geom\xe4try");
    changed("zero in the middle", "# The Disk Data Base", QByteArray("# The Disk\0Data Base", 20));
    auto rest = base("vmdk");
    rest[rest.indexOf('\0', kSector) + 1] = '\n';
    add(QStringLiteral("text/rest of an earlier CID"), "vmdk", rest);
    auto named = base("vmdk");
    named.replace(named.indexOf("\"base\""), 6, "\"b\xc3\xbc\x72\"");
    add(QStringLiteral("text/name in another script"), "vmdk", named);
}

void Corpus::addDamaged()
{
    for (const auto &one : hostileBases()) {
        for (int seed = 0; seed < kDamaged; ++seed)
            add(QStringLiteral("damaged/%1 %2").arg(QLatin1String(one.name)).arg(seed), novaName(one.name),
                damaged(base(one.name), static_cast<unsigned>(seed), one.name == "qcow2 v2"));
    }
}

} // namespace sealift::test
