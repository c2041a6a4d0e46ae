// Images that are only the difference to others: refused, or read together with these, as QEMU reads them - and never
// anything out of their folder.

#include "image_tools.h"

#include "image/parent_chain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sealift;
using namespace sealift::test;

namespace {

constexpr qint64 kMiB = 1 << 20;
const ProbeOptions kFollow{.format = {}, .parents = Parents::Follow};

} // namespace

class TestParentChain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsChains_data();
    void readsChains();
    void readsBeyondParent();
    void takesPathIntoSameFolder();
    void refusedByDefault_data();
    void refusedByDefault();
    void refusesNames_data();
    void refusesNames();
    void refusesLinkOut();
    void refusesParentOfUnknownFormat();
    void refusesParentOfAnotherFormat();
    void refusesGuestsHeader();
    void refusesLoop();
    void refusesLongChain();
    void refusesMissingParent();
    void refusesChangedParent();
    void refusesParentOfAnotherSize();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    /// `qemu-img create` of a difference, in the folder. @param parent as it is to be written into it.
    void create(const QString &format, const QString &name, const QString &parent, const QString &parentFormat,
                const QStringList &more = {})
    {
        const auto run =
            runTool(QStringLiteral("sh"),
                    QStringList{QStringLiteral("-c"), QStringLiteral("cd \"$0\" && exec qemu-img \"$@\""),
                                m_folder->path(), QStringLiteral("create"), QStringLiteral("-q"), QStringLiteral("-f"),
                                format, QStringLiteral("-b"), parent} +
                        (parentFormat.isEmpty() ? QStringList() : QStringList{QStringLiteral("-F"), parentFormat}) +
                        more + QStringList{name});
        QVERIFY2(run.ok, run.errors);
    }
    void write(const QString &format, const QString &name, const QString &command)
    {
        const auto run = runTool(QStringLiteral("qemu-io"),
                                 {QStringLiteral("-f"), format, QStringLiteral("-c"), command, path(name)});
        QVERIFY2(run.ok, run.errors);
    }
    /// A base of 8 MiB: data in its first half.
    void makeBase(const QString &format, const QString &options, const QString &name)
    {
        QVERIFY(makeRawFile(path(QStringLiteral("base.tmp")), 8 * kMiB, {{0, 2 * kMiB, 'a'}, {3 * kMiB, 1000, 'b'}}));
        if (format == QLatin1String("raw")) {
            QVERIFY(QFile::rename(path(QStringLiteral("base.tmp")), path(name)));
            return;
        }
        const auto run = convertRaw(path(QStringLiteral("base.tmp")), format, options, path(name));
        QVERIFY2(run.ok, run.errors);
        QVERIFY(QFile::remove(path(QStringLiteral("base.tmp"))));
    }
    /// Fails unless the image, parents followed, is what QEMU reads out of the chain.
    void compareWithQemu(const QString &format, const QString &name, qsizetype parents)
    {
        const auto image = probeDisk(path(name), kFollow, {});
        VERIFY_OK(image);
        QCOMPARE(image->parents.size(), parents);
        auto source = openDisk(*image, {}, {});
        VERIFY_OK(source);
        const auto expected = readByQemu(path(name), format);
        VERIFY_OK(expected);
        const auto extents = readByExtents(**source);
        VERIFY_OK(extents);
        QVERIFY(*extents == *expected);
        const auto straight = readStraight(**source, 65536);
        VERIFY_OK(straight);
        QVERIFY(*straight == *expected);
        VERIFY_OK((*source)->checkUnchanged());
        VERIFY_OK((*source)->close());
    }
    void compareRefusal(const QString &name, ErrorCode code, const QString &words)
    {
        const auto image = probeDisk(path(name), kFollow, {});
        QVERIFY2(!image, "it was accepted");
        QVERIFY2(image.error().code() == code, qPrintable(image.error().what()));
        QVERIFY2(image.error().what().contains(words), qPrintable(image.error().what()));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestParentChain::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestParentChain::readsChains_data()
{
    QTest::addColumn<QString>("baseFormat");
    QTest::addColumn<QString>("baseOptions");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QStringList>("options");
    const auto row = [](const char *name, const char *base, const char *baseOptions, const char *format,
                        const QStringList &options = {}) {
        QTest::newRow(name) << QString::fromLatin1(base) << QString::fromLatin1(baseOptions)
                            << QString::fromLatin1(format) << options;
    };
    row("qcow2 on raw", "raw", "", "qcow2");
    row("qcow2 on qcow2", "qcow2", "", "qcow2");
    row("qcow2 on qcow2, version 2", "qcow2", "compat=0.10", "qcow2",
        {QStringLiteral("-o"), QStringLiteral("compat=0.10")});
    row("qcow2 with small clusters", "qcow2", "", "qcow2", {QStringLiteral("-o"), QStringLiteral("cluster_size=512")});
    row("qcow2 on vmdk", "vmdk", "subformat=monolithicSparse", "qcow2");
    row("qcow2 on flat vmdk", "vmdk", "subformat=monolithicFlat", "qcow2");
    row("qcow2 on vdi", "vdi", "", "qcow2");
    row("qcow2 on vhdx", "vhdx", "", "qcow2");
    row("vmdk on vmdk", "vmdk", "subformat=monolithicSparse", "vmdk");
    row("vmdk on stream-optimized vmdk", "vmdk", "subformat=streamOptimized", "vmdk");
    row("vmdk on flat vmdk", "vmdk", "subformat=monolithicFlat", "vmdk");
    row("split vmdk on split vmdk", "vmdk", "subformat=twoGbMaxExtentSparse", "vmdk",
        {QStringLiteral("-o"), QStringLiteral("subformat=twoGbMaxExtentSparse")});
}

void TestParentChain::readsChains()
{
    QFETCH(QString, baseFormat);
    QFETCH(QString, baseOptions);
    QFETCH(QString, format);
    QFETCH(QStringList, options);
    const auto base =
        QStringLiteral("base.") + (baseFormat == QLatin1String("raw") ? QStringLiteral("img") : baseFormat);
    makeBase(baseFormat, baseOptions, base);
    const auto middle = QStringLiteral("middle.") + format;
    const auto top = QStringLiteral("top.") + format;
    create(format, middle, base, baseFormat, options);
    write(format, middle, QStringLiteral("write -P 0x11 1M 512k"));
    write(format, middle, QStringLiteral("write -P 0x12 5M 64k"));
    create(format, top, middle, format, options);
    write(format, top, QStringLiteral("write -P 0x21 1280k 64k"));
    write(format, top, QStringLiteral("write -z 0 256k"));
    compareWithQemu(format, middle, 1);
    compareWithQemu(format, top, 2);
}

void TestParentChain::readsBeyondParent()
{
    makeBase(QStringLiteral("qcow2"), {}, QStringLiteral("base.qcow2"));
    create(QStringLiteral("qcow2"), QStringLiteral("top.qcow2"), QStringLiteral("base.qcow2"), QStringLiteral("qcow2"));
    const auto grown = runTool(QStringLiteral("qemu-img"), {QStringLiteral("resize"), QStringLiteral("-q"),
                                                            path(QStringLiteral("top.qcow2")), QStringLiteral("12M")});
    QVERIFY2(grown.ok, grown.errors);
    write(QStringLiteral("qcow2"), QStringLiteral("top.qcow2"), QStringLiteral("write -P 0x21 11M 64k"));
    compareWithQemu(QStringLiteral("qcow2"), QStringLiteral("top.qcow2"), 1);
}

void TestParentChain::takesPathIntoSameFolder()
{
    makeBase(QStringLiteral("qcow2"), {}, QStringLiteral("base,1.qcow2"));
    const auto folder = QDir(m_folder->path()).canonicalPath();
    create(QStringLiteral("qcow2"), QStringLiteral("top.qcow2"), folder + QStringLiteral("/base,1.qcow2"),
           QStringLiteral("qcow2"));
    compareWithQemu(QStringLiteral("qcow2"), QStringLiteral("top.qcow2"), 1);
}

void TestParentChain::refusedByDefault_data()
{
    QTest::addColumn<QString>("format");
    QTest::newRow("qcow2") << QStringLiteral("qcow2");
    QTest::newRow("vmdk") << QStringLiteral("vmdk");
}

void TestParentChain::refusedByDefault()
{
    QFETCH(QString, format);
    makeBase(format, {}, QStringLiteral("base"));
    create(format, QStringLiteral("top"), QStringLiteral("base"), format);
    const auto image = probeDisk(path(QStringLiteral("top")), {}, {});
    QVERIFY(!image);
    QCOMPARE(image.error().code(), ErrorCode::Unsafe);
    QVERIFY(image.error().remedy().contains(QLatin1String("qemu-img convert")));
}

void TestParentChain::refusesNames_data()
{
    QTest::addColumn<QString>("name");
    for (const auto *name :
         {"/etc/passwd", "../base.qcow2", "sub/base.qcow2", "nbd://127.0.0.1:1/x", "file:base.qcow2",
          "json:{\"driver\":\"raw\",\"file\":{\"driver\":\"file\",\"filename\":\"base.qcow2\"}}", "..", "."})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestParentChain::refusesNames()
{
    QFETCH(QString, name);
    makeBase(QStringLiteral("qcow2"), {}, QStringLiteral("base.qcow2"));
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("sub")));
    QVERIFY(QFile::copy(path(QStringLiteral("base.qcow2")), path(QStringLiteral("sub/base.qcow2"))));
    create(QStringLiteral("qcow2"), QStringLiteral("top.qcow2"), name, QStringLiteral("qcow2"),
           {QStringLiteral("-u"), QStringLiteral("-o"), QStringLiteral("size=8M")});
    compareRefusal(QStringLiteral("top.qcow2"), ErrorCode::Unsafe, name);
}

void TestParentChain::refusesLinkOut()
{
    const QTemporaryDir elsewhere;
    const auto secret = elsewhere.filePath(QStringLiteral("secret.img"));
    QVERIFY(makeRawFile(secret, kMiB, {{0, kMiB, 's'}}));
    QVERIFY(QFile::link(secret, path(QStringLiteral("base.img"))));
    create(QStringLiteral("qcow2"), QStringLiteral("top.qcow2"), QStringLiteral("base.img"), QStringLiteral("raw"));
    compareRefusal(QStringLiteral("top.qcow2"), ErrorCode::Unsafe, QStringLiteral("link out"));
}

void TestParentChain::refusesParentOfUnknownFormat()
{
    makeBase(QStringLiteral("qcow2"), {}, QStringLiteral("base.qcow2"));
    create(QStringLiteral("qcow2"), QStringLiteral("top.qcow2"), QStringLiteral("base.qcow2"), QStringLiteral("qcow2"),
           {QStringLiteral("-o"), QStringLiteral("compat=1.1")});
    // The extension's type becomes one that nobody knows.
    const auto file = path(QStringLiteral("top.qcow2"));
    const auto at = fileContent(file).indexOf(QByteArray::fromHex("e2792aca"));
    QVERIFY(at > 0);
    QVERIFY(patchFile(file, at, QByteArray::fromHex("e2792acb")));
    compareRefusal(QStringLiteral("top.qcow2"), ErrorCode::Unsafe, QStringLiteral("in which format"));
}

void TestParentChain::refusesParentOfAnotherFormat()
{
    makeBase(QStringLiteral("vdi"), {}, QStringLiteral("base.vdi"));
    create(QStringLiteral("qcow2"), QStringLiteral("top.qcow2"), QStringLiteral("base.vdi"), QStringLiteral("qcow2"),
           {QStringLiteral("-u"), QStringLiteral("-o"), QStringLiteral("size=8M")});
    compareRefusal(QStringLiteral("top.qcow2"), ErrorCode::InvalidArgument, QStringLiteral("base.vdi"));
}

/// CVE-2024-32498 and its kind: the guest of a raw base has written a header into its disk.
void TestParentChain::refusesGuestsHeader()
{
    makeBase(QStringLiteral("qcow2"), {}, QStringLiteral("base.img"));
    create(QStringLiteral("qcow2"), QStringLiteral("top.qcow2"), QStringLiteral("base.img"), QStringLiteral("raw"));
    compareRefusal(QStringLiteral("top.qcow2"), ErrorCode::Unsafe, QStringLiteral("declared raw"));
}

void TestParentChain::refusesLoop()
{
    makeBase(QStringLiteral("qcow2"), {}, QStringLiteral("a.qcow2"));
    create(QStringLiteral("qcow2"), QStringLiteral("b.qcow2"), QStringLiteral("a.qcow2"), QStringLiteral("qcow2"));
    const auto rebased = runTool(QStringLiteral("qemu-img"),
                                 {QStringLiteral("rebase"), QStringLiteral("-u"), QStringLiteral("-f"),
                                  QStringLiteral("qcow2"), QStringLiteral("-F"), QStringLiteral("qcow2"),
                                  QStringLiteral("-b"), QStringLiteral("b.qcow2"), path(QStringLiteral("a.qcow2"))});
    QVERIFY2(rebased.ok, rebased.errors);
    compareRefusal(QStringLiteral("b.qcow2"), ErrorCode::Unsafe, QStringLiteral("below itself"));
    // By another name it is still the same.
    QVERIFY(QFile::link(path(QStringLiteral("b.qcow2")), path(QStringLiteral("c.qcow2"))));
    compareRefusal(QStringLiteral("c.qcow2"), ErrorCode::Unsafe, QStringLiteral("below itself"));
}

void TestParentChain::refusesLongChain()
{
    makeBase(QStringLiteral("qcow2"), {}, QStringLiteral("0"));
    for (int i = 1; i <= kMostParents + 1; ++i)
        create(QStringLiteral("qcow2"), QString::number(i), QString::number(i - 1), QStringLiteral("qcow2"));
    compareWithQemu(QStringLiteral("qcow2"), QString::number(kMostParents), kMostParents);
    compareRefusal(QString::number(kMostParents + 1), ErrorCode::LimitExceeded, QString::number(kMostParents));
}

void TestParentChain::refusesMissingParent()
{
    makeBase(QStringLiteral("vmdk"), {}, QStringLiteral("base.vmdk"));
    create(QStringLiteral("vmdk"), QStringLiteral("top.vmdk"), QStringLiteral("base.vmdk"), QStringLiteral("vmdk"));
    QVERIFY(QFile::remove(path(QStringLiteral("base.vmdk"))));
    compareRefusal(QStringLiteral("top.vmdk"), ErrorCode::NotFound, QStringLiteral("base.vmdk"));
}

void TestParentChain::refusesChangedParent()
{
    makeBase(QStringLiteral("vmdk"), {}, QStringLiteral("base.vmdk"));
    create(QStringLiteral("vmdk"), QStringLiteral("top.vmdk"), QStringLiteral("base.vmdk"), QStringLiteral("vmdk"));
    // QEMU gives it a new CID at the first write.
    write(QStringLiteral("vmdk"), QStringLiteral("base.vmdk"), QStringLiteral("write -P 1 0 64k"));
    compareRefusal(QStringLiteral("top.vmdk"), ErrorCode::Corrupt, QStringLiteral("base.vmdk"));
}

void TestParentChain::refusesParentOfAnotherSize()
{
    makeBase(QStringLiteral("vmdk"), {}, QStringLiteral("base.vmdk"));
    create(QStringLiteral("vmdk"), QStringLiteral("top.vmdk"), QStringLiteral("base.vmdk"), QStringLiteral("vmdk"),
           {QStringLiteral("-o"), QStringLiteral("size=16M")});
    const auto image = probeDisk(path(QStringLiteral("top.vmdk")), kFollow, {});
    QVERIFY(!image);
    QCOMPARE(image.error().code(), ErrorCode::Unsupported);
}

QTEST_GUILESS_MAIN(TestParentChain)
#include "tst_parent_chain.moc"
