// Tar archives as tar programs write them, and such that must be refused.

#include "image/archive/tar_index.h"

#include "image/disk_file.h"
#include "image_tools.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace sealift;
using namespace sealift::test;

namespace {

constexpr qsizetype kBlock = 512;

/// An archive in memory.
class MemoryWindow final : public FileWindow
{
public:
    explicit MemoryWindow(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
    }

    qint64 size() const override { return m_bytes.size(); }
    QString path() const override { return QStringLiteral("x.tar"); }

protected:
    Status readInside(qint64 offset, MutableBytes out) const override
    {
        std::memcpy(out.data(), m_bytes.constData() + offset, out.size());
        return {};
    }

private:
    QByteArray m_bytes;
};

/// A header by hand: for what no tar program writes.
QByteArray header(const QByteArray &name, const QByteArray &size, char type = '0')
{
    QByteArray block(kBlock, '\0');
    const auto put = [&](qsizetype at, const QByteArray &text) { block.replace(at, text.size(), text); };
    put(0, name);
    put(100, "0000644\0");
    put(124, size);
    put(136, "00000000000");
    put(148, "        ");
    block[156] = type;
    put(257, QByteArray("ustar\0", 6) + "00");
    int sum = 0;
    for (const auto byte : std::as_const(block))
        sum += static_cast<quint8>(byte);
    put(148, QByteArray::number(sum, 8).rightJustified(6, '0') + '\0' + ' ');
    return block;
}

QByteArray octal(qint64 number)
{
    return QByteArray::number(number, 8).rightJustified(11, '0');
}

QByteArray padded(QByteArray content)
{
    return content.append((kBlock - content.size() % kBlock) % kBlock, '\0');
}

QByteArray member(const QByteArray &name, const QByteArray &content, char type = '0')
{
    return header(name, octal(content.size()), type) + padded(content);
}

QByteArray pax(const QByteArray &key, const QByteArray &value)
{
    const auto rest = ' ' + key + '=' + value + '\n';
    auto length = rest.size() + 1;
    while (QByteArray::number(length).size() + rest.size() != length)
        ++length;
    return QByteArray::number(length) + rest;
}

const QByteArray kEnd(2 * kBlock, '\0');

Result<TarIndex> indexOf(const QByteArray &archive, const ArchiveLimits &limits = {})
{
    return readTarIndex(MemoryWindow(archive), limits, {});
}

} // namespace

class TestTarIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsMembers_data();
    void findsMembers();
    void findsHugeMembers();
    void readsHandmade_data();
    void readsHandmade();
    void saysWhereTheEndIsMissing();
    void refuses_data();
    void refuses();
    void refusesWhatTarPacks_data();
    void refusesWhatTarPacks();
    void refusesManyMembers();
    void survivesEveryChangedByte();
};

void TestTarIndex::findsMembers_data()
{
    QTest::addColumn<QString>("format");
    for (const auto *format : {"ustar", "gnu", "pax", "oldgnu"})
        QTest::newRow(format) << QString::fromLatin1(format);
}

void TestTarIndex::findsMembers()
{
    QFETCH(QString, format);
    QTemporaryDir folder;
    const auto path = [&](const QString &name) { return folder.filePath(QStringLiteral("in/") + name); };
    QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("in/") + QString(60, u'd')));
    // Longer than a header has room for; ustar splits it at the slash.
    const auto longName = QString(60, u'd') + u'/' + QString(90, u'n');
    const QList<std::pair<QString, QByteArray>> files{{QStringLiteral("web.ovf"), "<Envelope/>"},
                                                      {QStringLiteral("a disk, 1.vmdk"), QByteArray(1000, 'a')},
                                                      {QStringLiteral("empty"), QByteArray()},
                                                      {QStringLiteral("gr\u00fc\u00dfe.raw"), QByteArray(512, 'b')},
                                                      {longName, QByteArray(513, 'c')}};
    QStringList names;
    for (const auto &[name, content] : files) {
        QVERIFY(writeFile(path(name), content));
        names.append(name);
    }
    const auto archive = folder.filePath(QStringLiteral("x.tar"));
    const auto run =
        runTool(QStringLiteral("tar"), QStringList{QStringLiteral("--format=") + format, QStringLiteral("-C"),
                                                   folder.filePath("in"), QStringLiteral("-cf"), archive} +
                                           names);
    QVERIFY2(run.ok, run.errors);
    const auto file = LocalFile::open(QFileInfo(archive).canonicalFilePath());
    VERIFY_OK(file);
    const auto index = readTarIndex(**file, {}, {});
    VERIFY_OK(index);
    QVERIFY(index->ended);
    QCOMPARE(index->members.size(), files.size());
    for (qsizetype i = 0; i < files.size(); ++i) {
        const auto &found = index->members.at(i);
        QCOMPARE(found.name, files.at(i).first);
        QCOMPARE(found.size, files.at(i).second.size());
        const auto content = (*file)->read(found.offset, found.size, QStringLiteral("the member"));
        VERIFY_OK(content);
        QCOMPARE(*content, files.at(i).second);
    }
}

void TestTarIndex::findsHugeMembers()
{
    // 9 GiB, which takes a number in base 256 in one format, and an extended header in the other.
    QTemporaryDir folder;
    const auto huge = folder.filePath(QStringLiteral("huge.raw"));
    constexpr qint64 kSize = (qint64{9} << 30) + 5;
    QVERIFY(makeRawFile(huge, kSize, {{kSize - 3, 3, 'z'}}));
    const auto header = [&](const QString &format) {
        // Only the headers are of interest: the rest stays a hole.
        const auto archive = folder.filePath(format);
        const auto run =
            runTool(QStringLiteral("bash"),
                    {QStringLiteral("-c"), QStringLiteral("tar --format=%1 -C %2 -cf - huge.raw | head -c 4096 > %3")
                                               .arg(format, folder.path(), archive)});
        QFile file(archive);
        return run.ok && file.resize(kSize + 8192) ? archive : QString();
    };
    for (const auto *format : {"gnu", "pax"}) {
        const auto archive = header(QString::fromLatin1(format));
        QVERIFY(!archive.isEmpty());
        const auto file = LocalFile::open(QFileInfo(archive).canonicalFilePath());
        VERIFY_OK(file);
        const auto index = readTarIndex(**file, {}, {});
        VERIFY_OK(index);
        QCOMPARE(index->members.size(), 1);
        QCOMPARE(index->members.first().size, kSize);
    }
}

void TestTarIndex::readsHandmade_data()
{
    QTest::addColumn<QByteArray>("archive");
    QTest::addColumn<QString>("name");
    QTest::addColumn<qint64>("size");
    const QByteArray content(600, 'x');
    QTest::newRow("leading ./") << member("./web.ovf", content) + kEnd << QStringLiteral("web.ovf") << qint64{600};
    QTest::newRow("after a folder") << member("sub/", {}, '5') + member("sub//web.ovf", content) + kEnd
                                    << QStringLiteral("sub/web.ovf") << qint64{600};
    QTest::newRow("GNU long name") << member("././@LongLink", QByteArray(150, 'l') + '\0', 'L') +
                                          member("cut", content) + kEnd
                                   << QString(150, u'l') << qint64{600};
    QTest::newRow("pax name and size") << member("PaxHeaders/x",
                                                 pax("path", "real.raw") + pax("mtime", "1.5") + pax("size", "600"),
                                                 'x') +
                                              header("cut", octal(0)) + padded(content) + kEnd
                                       << QStringLiteral("real.raw") << qint64{600};
    QTest::newRow("global pax header") << member("g", pax("comment", "hello"), 'g') + member("a", content) + kEnd
                                       << QStringLiteral("a") << qint64{600};
    QTest::newRow("old type") << member("a", content, '\0') + kEnd << QStringLiteral("a") << qint64{600};
    QTest::newRow("base 256") << header("a", QByteArray("\x80\0\0\0\0\0\0\0\0\0\x02\x58", 12)) + padded(content) + kEnd
                              << QStringLiteral("a") << qint64{600};
    QTest::newRow("noise behind the end")
        << member("a", content) + kEnd + QByteArray(3 * kBlock, 'n') << QStringLiteral("a") << qint64{600};
}

void TestTarIndex::readsHandmade()
{
    QFETCH(QByteArray, archive);
    const auto index = indexOf(archive);
    VERIFY_OK(index);
    QCOMPARE(index->members.size(), 1);
    QTEST(index->members.first().name, "name");
    QTEST(index->members.first().size, "size");
    QCOMPARE(archive.mid(index->members.first().offset, 600), QByteArray(600, 'x'));
}

void TestTarIndex::saysWhereTheEndIsMissing()
{
    const auto index = indexOf(member("a", "content"));
    VERIFY_OK(index);
    QVERIFY(!index->ended);
    QCOMPARE(index->members.size(), 1);
}

void TestTarIndex::refuses_data()
{
    QTest::addColumn<QByteArray>("archive");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *name, const QByteArray &archive, ErrorCode code, const char *word) {
        QTest::newRow(name) << archive << code << QString::fromLatin1(word);
    };
    const QByteArray content(600, 'x');
    row("absolute", member("/etc/passwd", content) + kEnd, ErrorCode::Unsafe, "absolute");
    row("parent", member("../x", content) + kEnd, ErrorCode::Unsafe, "leads out");
    row("parent inside", member("a/../../x", content) + kEnd, ErrorCode::Unsafe, "leads out");
    row("parent by pax", member("h", pax("path", "../x"), 'x') + member("a", content) + kEnd, ErrorCode::Unsafe,
        "leads out");
    row("parent by long name", member("h", QByteArray("../x\0", 5), 'L') + member("a", content) + kEnd,
        ErrorCode::Unsafe, "leads out");
    row("backslashes", member("..\\x", content) + kEnd, ErrorCode::Unsafe, "another system");
    row("drive", member("C:x", content) + kEnd, ErrorCode::Unsafe, "another system");
    row("control character", member("a\nb", content) + kEnd, ErrorCode::Unsafe, "control");
    row("symbolic link", member("a", {}, '2') + kEnd, ErrorCode::Unsafe, "symbolic link");
    row("hard link", member("a", {}, '1') + kEnd, ErrorCode::Unsafe, "hard link");
    row("character device", member("a", {}, '3') + kEnd, ErrorCode::Unsafe, "device");
    row("block device", member("a", {}, '4') + kEnd, ErrorCode::Unsafe, "device");
    row("pipe", member("a", {}, '6') + kEnd, ErrorCode::Unsafe, "pipe");
    row("twice", member("a", content) + member("./a", content) + kEnd, ErrorCode::Unsafe, "twice");
    row("GNU sparse", member("a", content, 'S') + kEnd, ErrorCode::Unsupported, "sparse");
    row("pax sparse", member("h", pax("GNU.sparse.major", "1"), 'x') + member("a", content) + kEnd,
        ErrorCode::Unsupported, "sparse");
    row("multi-volume", member("a", content, 'M') + kEnd, ErrorCode::Unsupported, "unknown type");
    row("no name", member("", content) + kEnd, ErrorCode::Corrupt, "no name");
    row("cut in content", member("a", content).left(kBlock + 100), ErrorCode::Corrupt, "cut");
    row("cut in header", member("a", content) + header("b", octal(1)).left(100), ErrorCode::Corrupt, "header");
    row("zeroes between", member("a", content) + QByteArray(kBlock, '\0') + member("b", content), ErrorCode::Corrupt,
        "zeroes");
    row("size is no number", header("a", "12345678z9a") + kEnd, ErrorCode::Corrupt, "no number");
    row("size is negative", header("a", QByteArray(12, '\xff')) + kEnd, ErrorCode::Corrupt, "no number");
    row("size over all", header("a", "\x80\x7f" + QByteArray(10, '\xff')) + kEnd, ErrorCode::Corrupt, "no number");
    row("size beyond the end", header("a", "77777777777") + kEnd, ErrorCode::Corrupt, "cut");
    row("pax size is negative", member("h", pax("size", "-5"), 'x') + member("a", content) + kEnd, ErrorCode::Corrupt,
        "no number");
    row("pax record without end", member("h", "99 path=x\n", 'x') + member("a", content) + kEnd, ErrorCode::Corrupt,
        "malformed");
    row("pax record without length", member("h", "path=x\n", 'x') + member("a", content) + kEnd, ErrorCode::Corrupt,
        "malformed");
    row("pax header over all", header("h", octal(2 << 20), 'x') + QByteArray(2 << 20, 'x') + kEnd, ErrorCode::Corrupt,
        "header of");
    auto broken = member("a", content);
    broken[1] = 'b';
    row("checksum", broken + kEnd, ErrorCode::Corrupt, "checksum");
}

void TestTarIndex::refuses()
{
    QFETCH(QByteArray, archive);
    QFETCH(QString, word);
    const auto index = indexOf(archive);
    QVERIFY(!index);
    QTEST(index.error().code(), "code");
    QVERIFY2(index.error().what().contains(word), qPrintable(index.error().what()));
    QVERIFY2(index.error().what().contains(QStringLiteral("x.tar")), qPrintable(index.error().what()));
}

void TestTarIndex::refusesWhatTarPacks_data()
{
    QTest::addColumn<QString>("make");
    QTest::addColumn<QString>("word");
    QTest::newRow("symbolic link") << QStringLiteral("ln -s /etc/passwd in/disk.vmdk") << QStringLiteral("link");
    QTest::newRow("hard link") << QStringLiteral("echo x > in/a; ln in/a in/b") << QStringLiteral("hard link");
    QTest::newRow("pipe") << QStringLiteral("mkfifo in/pipe") << QStringLiteral("pipe");
    QTest::newRow("sparse") << QStringLiteral("truncate -s 9M in/sparse; echo x >> in/sparse")
                            << QStringLiteral("sparse");
}

void TestTarIndex::refusesWhatTarPacks()
{
    QFETCH(QString, make);
    QFETCH(QString, word);
    QTemporaryDir folder;
    const auto run = runTool(QStringLiteral("bash"),
                             {QStringLiteral("-ec"),
                              QStringLiteral("cd %1; mkdir in; %2; tar -Scf x.tar -C in .").arg(folder.path(), make)});
    QVERIFY2(run.ok, run.errors);
    const auto index = indexOf(fileContent(folder.filePath(QStringLiteral("x.tar"))));
    QVERIFY(!index);
    QVERIFY2(index.error().what().contains(word), qPrintable(index.error().what()));
}

void TestTarIndex::refusesManyMembers()
{
    QByteArray archive;
    for (int i = 0; i < 101; ++i)
        archive += member(QByteArray::number(i), {});
    VERIFY_OK(indexOf(archive + kEnd, {.maxMembers = 101}));
    const auto index = indexOf(archive + kEnd, {.maxMembers = 100});
    QVERIFY(!index);
    QCOMPARE(index.error().code(), ErrorCode::LimitExceeded);
    // Headers in front of headers do not hide them.
    QByteArray headers;
    for (int i = 0; i < 500; ++i)
        headers += member("h", pax("comment", "x"), 'g');
    const auto hidden = indexOf(headers + kEnd, {.maxMembers = 100});
    QVERIFY(!hidden);
    QCOMPARE(hidden.error().code(), ErrorCode::LimitExceeded);
}

void TestTarIndex::survivesEveryChangedByte()
{
    const auto good = member("h", pax("path", "real.raw"), 'x') + member("a", QByteArray(600, 'x')) +
                      member("l", QByteArray("name\0", 5), 'L') + member("b", "y") + kEnd;
    for (qsizetype at = 0; at < good.size(); ++at) {
        for (const char value : {'\0', '\xff', '/', '9'}) {
            auto bad = good;
            bad[at] = value;
            const auto index = indexOf(bad);
            // Whatever it is taken for, no member may lie outside.
            if (!index)
                continue;
            for (const auto &found : index->members)
                QVERIFY(found.offset >= kBlock && found.size >= 0 && found.offset + found.size <= bad.size());
        }
    }
}

QTEST_GUILESS_MAIN(TestTarIndex)
#include "tst_tar_index.moc"
