#include "storage/folder_store.h"

#include "support/system_calls.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cerrno>
#include <memory>

using namespace sealift;
using namespace sealift::test;

namespace {

constexpr qsizetype kMiB = 1024 * 1024;
const QString kPack = QStringLiteral("data/4f/4f1a");

/// Several slices and a tail that is no whole sector.
const QByteArray &largeContent()
{
    static const QByteArray bytes = [] {
        QByteArray made(9 * kMiB + 100, Qt::Uninitialized);
        for (qsizetype i = 0; i < made.size(); ++i)
            made[i] = static_cast<char>(i * 31 + i / 4096);
        return made;
    }();
    return bytes;
}

} // namespace

/// What the system does to a FolderStore: errors, short counts, file systems that lack something.
class TestFolderStoreFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void syncsInOrder();
    void syncsANewFolderOnce();
    void syncsAfterAReplacement();
    void syncsARemoval();
    void largeObjectsPassByThePageCache();

    void failedCallLeavesNothing_data();
    void failedCallLeavesNothing();
    void failedReplacementLeavesTheOld_data();
    void failedReplacementLeavesTheOld();
    void survivesWhatIsNoFailure_data();
    void survivesWhatIsNoFailure();
    void shortCountsAreCompleted_data();
    void shortCountsAreCompleted();
    void createsNewWithoutRenameNoReplace();
    void refusesWhereNothingIsAtomic();
    void saysThatTheNameMayNotLast();
    void readErrorsNameTheFile();

private:
    Status put(const QByteArray &bytes, PutMode mode = PutMode::CreateNew, const QString &name = kPack)
    {
        const auto view = viewOf(bytes);
        return m_store->put(name, std::span(&view, 1), mode, {});
    }
    QByteArray pathOf(const char *name) const { return m_folder->filePath(QLatin1String(name)).toUtf8(); }
    QStringList files() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FolderStore> m_store;
};

void TestFolderStoreFaults::init()
{
    m_folder = std::make_unique<QTemporaryDir>(QFile::decodeName(SEALIFT_TEST_FOLDER "/faults-XXXXXX"));
    m_store = std::make_unique<FolderStore>(m_folder->path());
    QVERIFY(m_store->create({}).has_value());
}

QStringList TestFolderStoreFaults::files() const
{
    QStringList files;
    QDirIterator at(m_folder->path(), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (at.hasNext())
        files.append(QDir(m_folder->path()).relativeFilePath(at.next()));
    files.sort();
    return files;
}

// Content before name, name before return: that order is the promise.
void TestFolderStoreFaults::syncsInOrder()
{
    const SystemCalls calls;
    QVERIFY(put("small").has_value());
    auto log = calls.log();
    QCOMPARE(log.size(), 7);
    QVERIFY(log[0].startsWith("open-unnamed "));
    QVERIFY(log[1].startsWith("write "));
    QVERIFY(log[2].startsWith("sync-file "));
    QCOMPARE(log[3], "link " + pathOf("data/4f/4f1a"));
    QCOMPARE(log[4], "sync-folder " + pathOf("data/4f"));
    QCOMPARE(log[5], "sync-folder " + m_folder->path().toUtf8()); // holds the name of data
    QCOMPARE(log[6], "sync-folder " + pathOf("data"));            // holds the name of data/4f
}

void TestFolderStoreFaults::syncsANewFolderOnce()
{
    QVERIFY(put("x").has_value());
    {
        const SystemCalls calls;
        QVERIFY(put("x", PutMode::CreateNew, QStringLiteral("data/4f/4f1b")).has_value());
        QCOMPARE(calls.count(SystemCall::SyncFolder), 1);
    }
    // One that was removed and made again is a new one.
    QVERIFY(QDir(m_folder->filePath(QStringLiteral("data/4f"))).removeRecursively());
    {
        const SystemCalls calls;
        QVERIFY(put("x").has_value());
        QVERIFY(calls.log().contains("sync-folder " + pathOf("data")));
    }
    // One that somebody else has made may not be durable yet.
    FolderStore other(m_folder->path());
    const SystemCalls calls;
    const QByteArray bytes("x");
    const auto view = viewOf(bytes);
    QVERIFY(other.put(QStringLiteral("data/4f/4f1c"), std::span(&view, 1), PutMode::CreateNew, {}).has_value());
    QVERIFY(calls.log().contains("sync-folder " + pathOf("data")));
}

void TestFolderStoreFaults::syncsAfterAReplacement()
{
    QVERIFY(put("old").has_value());
    const SystemCalls calls;
    QVERIFY(put("new", PutMode::Replace).has_value());
    auto log = calls.log();
    const auto renamed = log.indexOf("rename " + pathOf("data/4f/4f1a"));
    QVERIFY(renamed > 0);
    QVERIFY(log.mid(renamed).contains("sync-folder " + pathOf("data/4f")));
    const auto synced =
        std::find_if(log.begin(), log.end(), [](const auto &call) { return call.startsWith("sync-file "); });
    QVERIFY(synced < log.begin() + renamed);
}

void TestFolderStoreFaults::syncsARemoval()
{
    QVERIFY(put("x").has_value());
    const SystemCalls calls;
    QVERIFY(m_store->remove(kPack, {}).has_value());
    QCOMPARE(calls.log(), QList<QByteArray>{"sync-folder " + pathOf("data/4f")});
}

void TestFolderStoreFaults::largeObjectsPassByThePageCache()
{
    const SystemCalls calls;
    const auto &bytes = largeContent();
    QVERIFY(put(bytes).has_value());
    QCOMPARE(m_store->readAll(kPack, bytes.size(), {}).value(), bytes);
    if (calls.count(SystemCall::WriteDirect) == 0)
        QSKIP("this file system has no O_DIRECT");
    QCOMPARE(calls.count(SystemCall::Write), 1); // the tail that is no whole sector
}

void TestFolderStoreFaults::failedCallLeavesNothing_data()
{
    QTest::addColumn<SystemCall>("call");
    QTest::addColumn<int>("number");
    QTest::addColumn<int>("skip");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char *name, SystemCall call, int number, int skip, ErrorCode code) {
        QTest::newRow(name) << call << number << skip << code;
    };
    row("no unnamed file", SystemCall::OpenUnnamed, ENOSPC, 0, ErrorCode::NoSpace);
    row("too many files are open", SystemCall::OpenUnnamed, EMFILE, 0, ErrorCode::Io);
    row("disk full at once", SystemCall::WriteDirect, ENOSPC, 0, ErrorCode::NoSpace);
    row("disk full later", SystemCall::WriteDirect, ENOSPC, 2, ErrorCode::NoSpace);
    row("quota used up at the tail", SystemCall::Write, EDQUOT, 0, ErrorCode::NoSpace);
    row("write error", SystemCall::WriteDirect, EIO, 1, ErrorCode::Io);
    row("sync error", SystemCall::SyncFile, EIO, 0, ErrorCode::Io);
    row("disk full at the sync", SystemCall::SyncFile, ENOSPC, 0, ErrorCode::NoSpace);
    row("no room for the name", SystemCall::Link, ENOSPC, 0, ErrorCode::NoSpace);
    row("read-only in between", SystemCall::Link, EROFS, 0, ErrorCode::PermissionDenied);
}

void TestFolderStoreFaults::failedCallLeavesNothing()
{
    QFETCH(const SystemCall, call);
    QFETCH(const int, number);
    QFETCH(const int, skip);
    QFETCH(const ErrorCode, code);
    const auto &bytes = largeContent();
    {
        SystemCalls calls;
        calls.fail(call, number, skip);
        const auto done = put(bytes);
        if (call == SystemCall::WriteDirect && calls.count(call) == 0)
            QSKIP("this file system has no O_DIRECT");
        QVERIFY(!done);
        QCOMPARE(done.error().code(), code);
        QVERIFY2(done.error().what().contains(m_folder->filePath(kPack)), qPrintable(done.error().what()));
    }
    QCOMPARE(files(), QStringList());
    QVERIFY(put(bytes).has_value());
    QCOMPARE(m_store->readAll(kPack, bytes.size(), {}).value(), bytes);
}

void TestFolderStoreFaults::failedReplacementLeavesTheOld_data()
{
    QTest::addColumn<Staging>("staging");
    QTest::addColumn<SystemCall>("call");
    QTest::newRow("write") << Staging::Automatic << SystemCall::Write;
    QTest::newRow("sync") << Staging::Automatic << SystemCall::SyncFile;
    QTest::newRow("rename") << Staging::Automatic << SystemCall::Rename;
    QTest::newRow("write, named") << Staging::Named << SystemCall::Write;
    QTest::newRow("sync, named") << Staging::Named << SystemCall::SyncFile;
    QTest::newRow("rename, named") << Staging::Named << SystemCall::Rename;
}

void TestFolderStoreFaults::failedReplacementLeavesTheOld()
{
    QFETCH(const Staging, staging);
    QFETCH(const SystemCall, call);
    m_store = std::make_unique<FolderStore>(m_folder->path(), staging);
    QVERIFY(put("old").has_value());
    {
        SystemCalls calls;
        calls.fail(call, EIO);
        QCOMPARE(put("new", PutMode::Replace).error().code(), ErrorCode::Io);
        QVERIFY(calls.count(call) > 0);
    }
    QCOMPARE(m_store->readAll(kPack, 10, {}).value(), QByteArray("old"));
    QCOMPARE(files(), QStringList{kPack});
}

void TestFolderStoreFaults::survivesWhatIsNoFailure_data()
{
    QTest::addColumn<SystemCall>("call");
    QTest::addColumn<int>("number");
    QTest::addColumn<int>("skip");
    QTest::addColumn<int>("times");
    const auto row = [](const char *name, SystemCall call, int number, int skip, int times) {
        QTest::newRow(name) << call << number << skip << times;
    };
    constexpr int kAlways = 1000000;
    row("no unnamed files (EOPNOTSUPP)", SystemCall::OpenUnnamed, EOPNOTSUPP, 0, kAlways);
    row("no unnamed files (EISDIR)", SystemCall::OpenUnnamed, EISDIR, 0, kAlways);
    row("interrupted write", SystemCall::WriteDirect, EINTR, 1, 3);
    row("interrupted last write", SystemCall::Write, EINTR, 0, 1);
    row("interrupted read", SystemCall::Read, EINTR, 0, 2);
    row("O_DIRECT is taken and not meant", SystemCall::WriteDirect, EINVAL, 0, kAlways);
    row("O_DIRECT gives up in the middle", SystemCall::WriteDirect, EINVAL, 1, kAlways);
    row("folders that cannot be synced", SystemCall::SyncFolder, EINVAL, 0, kAlways);
    row("no locks", SystemCall::Lock, ENOLCK, 0, kAlways);
}

void TestFolderStoreFaults::survivesWhatIsNoFailure()
{
    QFETCH(const SystemCall, call);
    QFETCH(const int, number);
    QFETCH(const int, skip);
    QFETCH(const int, times);
    const auto &bytes = largeContent();
    SystemCalls calls;
    calls.fail(call, number, skip, times);
    for (const auto mode : {PutMode::CreateNew, PutMode::Replace}) {
        const auto done = put(bytes, mode);
        QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().what()));
        QCOMPARE(m_store->readAll(kPack, bytes.size(), {}).value(), bytes);
        QCOMPARE(files(), QStringList{kPack});
    }
    QCOMPARE(put(bytes).error().code(), ErrorCode::AlreadyExists);
    if (call != SystemCall::WriteDirect)
        QVERIFY(calls.count(call) > 0);
}

void TestFolderStoreFaults::shortCountsAreCompleted_data()
{
    QTest::addColumn<SystemCall>("call");
    QTest::addColumn<qint64>("most");
    QTest::newRow("direct, whole sectors") << SystemCall::WriteDirect << qint64{65536};
    QTest::newRow("direct, odd") << SystemCall::WriteDirect << qint64{100001};
    QTest::newRow("tail") << SystemCall::Write << qint64{7};
    QTest::newRow("reads") << SystemCall::Read << qint64{100001};
}

void TestFolderStoreFaults::shortCountsAreCompleted()
{
    QFETCH(const SystemCall, call);
    QFETCH(const qint64, most);
    const auto &bytes = largeContent();
    SystemCalls calls;
    calls.shorten(call, most);
    QVERIFY(put(bytes).has_value());
    QCOMPARE(m_store->readAll(kPack, bytes.size(), {}).value(), bytes);
}

// As on NFS, which has no RENAME_NOREPLACE but hard links.
void TestFolderStoreFaults::createsNewWithoutRenameNoReplace()
{
    m_store = std::make_unique<FolderStore>(m_folder->path(), Staging::Named);
    SystemCalls calls;
    calls.fail(SystemCall::RenameNew, EINVAL);
    QVERIFY(put("first").has_value());
    QVERIFY(calls.count(SystemCall::Link) > 0);
    QCOMPARE(put("second").error().code(), ErrorCode::AlreadyExists);
    QCOMPARE(m_store->readAll(kPack, 10, {}).value(), QByteArray("first"));
    QCOMPARE(files(), QStringList{kPack});
}

void TestFolderStoreFaults::refusesWhereNothingIsAtomic()
{
    m_store = std::make_unique<FolderStore>(m_folder->path(), Staging::Named);
    SystemCalls calls;
    calls.fail(SystemCall::RenameNew, EINVAL);
    calls.fail(SystemCall::Link, EPERM);
    QCOMPARE(put("new").error().code(), ErrorCode::Unsupported);
    QCOMPARE(files(), QStringList());
    QVERIFY(put("replaced", PutMode::Replace).has_value());
}

// The one failure that leaves the object: whether its name outlives a power cut is not known, so success cannot be
// said.
void TestFolderStoreFaults::saysThatTheNameMayNotLast()
{
    SystemCalls calls;
    calls.fail(SystemCall::SyncFolder, EIO);
    const auto done = put("x");
    QVERIFY(!done);
    QCOMPARE(done.error().code(), ErrorCode::Io);
    QVERIFY2(done.error().what().contains(QLatin1String("folder")), qPrintable(done.error().what()));
}

void TestFolderStoreFaults::readErrorsNameTheFile()
{
    QVERIFY(put("x").has_value());
    SystemCalls calls;
    calls.fail(SystemCall::Read, EIO);
    const auto bytes = m_store->readAll(kPack, 10, {});
    QVERIFY(!bytes);
    QCOMPARE(bytes.error().code(), ErrorCode::Io);
    QCOMPARE(bytes.error().what(), QStringLiteral("cannot read %1: Input/output error").arg(m_folder->filePath(kPack)));
}

QTEST_GUILESS_MAIN(TestFolderStoreFaults)
#include "tst_folder_store_faults.moc"
