#include "storage/folder_store.h"

#include "support/small_volume.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>
#include <vector>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace sealift;
using namespace sealift::test;

namespace {

const QString kPack = QStringLiteral("data/4f/4f1a");

unsigned modeOf(const QString &path)
{
    struct stat status = {};
    return ::lstat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 07777U : 0U;
}

Status put(ObjectStore &store, const QString &name, const QByteArray &bytes, PutMode mode = PutMode::CreateNew)
{
    const auto view = viewOf(bytes);
    return store.put(name, std::span(&view, 1), mode, {});
}

/// Everything below the folder that is no folder.
QStringList filesIn(const QString &folder)
{
    QStringList files;
    QDirIterator at(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                    QDirIterator::Subdirectories);
    while (at.hasNext()) {
        at.next();
        if (at.fileInfo().isSymLink() || !at.fileInfo().isDir())
            files.append(QDir(folder).relativeFilePath(at.filePath()));
    }
    files.sort();
    return files;
}

bool writeFile(const QString &path, const QByteArray &bytes = "x")
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// Runs `work` in a child process as a user without rights; its answer must be true. Skipped by other users than root,
/// who are such users themselves.
bool trueAsNobody(const std::function<bool()> &work)
{
    constexpr unsigned kNobody = 65534;
    const pid_t child = ::fork();
    if (child == 0) {
        if (::geteuid() == 0 && (::setgid(kNobody) != 0 || ::setuid(kNobody) != 0))
            ::_exit(2);
        ::_exit(work() ? 0 : 1);
    }
    int status = -1;
    return ::waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

} // namespace

class TestFolderStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void keepsResticsLayout();
    void guardsItsFiles();
    void makesMissingFoldersAbove();
    void makesRelativePathsAbsolute();
    void doesNotMakeTheRootByAPut();
    void refusesAFileAsItsPlace();
    void refusesAFileAmongItsFolders();

    void followsALinkAtTheRoot();
    void followsNoLinkInside_data();
    void followsNoLinkInside();
    void waitsForNoPipe();
    void replacesALinkItself();

    void listsObjectsOnly();
    void keepsNamesOfStagedFilesForItself();
    void sweepRemovesDeadStagedFilesOnly();

    void saysThatTheDiskIsFull_data();
    void saysThatTheDiskIsFull();
    void saysThatTheDiskIsReadOnly();
    void saysThatAccessIsDenied();
    void worksForAnUndumpableUser();

private:
    QString pathOf(const QString &name) const { return m_root + QLatin1Char('/') + name; }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_root;
    std::unique_ptr<FolderStore> m_store;
};

void TestFolderStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_root = m_folder->filePath(QStringLiteral("library"));
    m_store = std::make_unique<FolderStore>(m_root);
    QVERIFY(m_store->create({}).has_value());
}

void TestFolderStore::keepsResticsLayout()
{
    const QStringList names{QStringLiteral("config"),   kPack,
                            QStringLiteral("index/9a"), QStringLiteral("keys/1b"),
                            QStringLiteral("locks/2c"), QStringLiteral("snapshots/3d")};
    for (const auto &name : names)
        QVERIFY(put(*m_store, name, name.toLatin1()).has_value());
    QCOMPARE(filesIn(m_root), names);
    for (const auto &name : names) {
        QFile file(pathOf(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), name.toLatin1());
    }
}

void TestFolderStore::guardsItsFiles()
{
    const auto old = ::umask(0);
    const auto stored = put(*m_store, kPack, "x");
    const auto replaced = put(*m_store, kPack, "y", PutMode::Replace);
    FolderStore other(pathOf(QStringLiteral("other/deeper")));
    const auto created = other.create({});
    ::umask(old);
    QVERIFY(stored && replaced && created);
    for (const auto *folder : {"data", "data/4f", "other", "other/deeper"})
        QCOMPARE(modeOf(pathOf(QLatin1String(folder))), 0700U);
    QCOMPARE(modeOf(m_root), 0700U);
    QCOMPARE(modeOf(pathOf(kPack)), 0600U);
}

void TestFolderStore::makesMissingFoldersAbove()
{
    FolderStore store(m_folder->filePath(QStringLiteral("a/b/c")));
    QVERIFY(store.create({}).has_value());
    QVERIFY(put(store, kPack, "x").has_value());
}

void TestFolderStore::makesRelativePathsAbsolute()
{
    const auto before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(m_folder->path()));
    FolderStore store(QStringLiteral("./relative//x/../place/"));
    QVERIFY(QDir::setCurrent(before));
    QCOMPARE(store.location(), QFileInfo(m_folder->path()).canonicalFilePath() + QStringLiteral("/relative/place"));
    QVERIFY(store.create({}).has_value());
    QVERIFY(QFileInfo(m_folder->filePath(QStringLiteral("relative/place"))).isDir());
}

// A disk that was unmounted in the middle of an import must not be replaced by a folder under its mount point.
void TestFolderStore::doesNotMakeTheRootByAPut()
{
    QVERIFY(put(*m_store, QStringLiteral("config"), "x").has_value());
    QVERIFY(QDir().rename(m_root, m_root + QStringLiteral("-gone")));
    for (const auto &name : {kPack, QStringLiteral("config")}) {
        const auto done = put(*m_store, name, "x", PutMode::Replace);
        QVERIFY(!done);
        QCOMPARE(done.error().code(), ErrorCode::NotFound);
        QVERIFY2(done.error().what().contains(m_root), qPrintable(done.error().what()));
    }
    QVERIFY(!QFile::exists(m_root));
    QVERIFY(QDir().rename(m_root + QStringLiteral("-gone"), m_root));
    QVERIFY(put(*m_store, kPack, "x").has_value());
}

void TestFolderStore::refusesAFileAsItsPlace()
{
    const auto path = m_folder->filePath(QStringLiteral("disk.raw"));
    QVERIFY(writeFile(path));
    FolderStore store(path);
    QByteArray out(1, '\0');
    const std::vector<Error> errors{store.create({}).error(),        put(store, kPack, "x").error(),
                                    store.size(kPack, {}).error(),   store.readAll(kPack, 1, {}).error(),
                                    store.remove(kPack, {}).error(), store.sweepTemporaries({}).error()};
    for (const auto &error : errors) {
        QCOMPARE(error.code(), ErrorCode::InvalidArgument);
        QCOMPARE(error.what(), path + QStringLiteral(" is a file, not a folder"));
    }
    FolderStore below(path + QStringLiteral("/library"));
    QVERIFY(!below.create({}));
    QCOMPARE(filesIn(path), QStringList());
}

void TestFolderStore::refusesAFileAmongItsFolders()
{
    QVERIFY(writeFile(pathOf(QStringLiteral("data"))));
    const auto done = put(*m_store, kPack, "x");
    QVERIFY(!done);
    QCOMPARE(done.error().code(), ErrorCode::InvalidArgument);
    QVERIFY(done.error().what().startsWith(pathOf(QStringLiteral("data"))));
    QVERIFY(!m_store->size(kPack, {}));
}

void TestFolderStore::followsALinkAtTheRoot()
{
    const auto link = m_folder->filePath(QStringLiteral("link"));
    QVERIFY(QFile::link(m_root, link));
    FolderStore store(link);
    QVERIFY(store.create({}).has_value());
    QVERIFY(put(store, kPack, "x").has_value());
    QCOMPARE(store.location(), link);
    QCOMPARE(m_store->readAll(kPack, 1, {}).value(), QByteArray("x"));
}

void TestFolderStore::followsNoLinkInside_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("target");
    QTest::newRow("object") << kPack << QStringLiteral("secret");
    QTest::newRow("dangling object") << kPack << QStringLiteral("nothing");
    QTest::newRow("folder") << QStringLiteral("data/4f") << QStringLiteral("elsewhere");
    QTest::newRow("first folder") << QStringLiteral("data") << QStringLiteral("elsewhere");
    QTest::newRow("dangling folder") << QStringLiteral("data/4f") << QStringLiteral("nothing");
    QTest::newRow("link to a file for a folder") << QStringLiteral("data/4f") << QStringLiteral("secret");
}

void TestFolderStore::followsNoLinkInside()
{
    QFETCH(const QString, link);
    QFETCH(const QString, target);
    const auto outside = [this](const QString &name) { return m_folder->filePath(name); };
    QVERIFY(writeFile(outside(QStringLiteral("secret")), "secret"));
    QVERIFY(writeFile(outside(QStringLiteral("elsewhere/4f1a")), "secret"));
    QVERIFY(writeFile(outside(QStringLiteral("elsewhere/4f/4f1a")), "secret"));
    const auto before = filesIn(m_folder->path());
    QVERIFY(QDir().mkpath(QFileInfo(pathOf(link)).path()));
    QVERIFY(QFile::link(outside(target), pathOf(link)));

    QByteArray out(1, '\0');
    std::vector<Error> errors{m_store->size(kPack, {}).error(), m_store->readAll(kPack, 10, {}).error(),
                              m_store->read(kPack, 0, mutableViewOf(out), {}).error()};
    if (link != kPack)
        errors.push_back(put(*m_store, kPack, "mine", PutMode::Replace).error());
    for (const auto &error : errors) {
        QCOMPARE(error.code(), ErrorCode::Unsafe);
        QVERIFY2(error.what().startsWith(pathOf(link)), qPrintable(error.what()));
        QVERIFY2(error.what().contains(QLatin1String("symbolic link")), qPrintable(error.what()));
    }
    int listed = 0;
    const auto count = [&listed](const ObjectInfo &) -> Status {
        ++listed;
        return {};
    };
    QVERIFY(m_store->list({}, count, {}).has_value());
    QCOMPARE(listed, 0);
    QVERIFY(m_store->sweepTemporaries({}).has_value());
    auto after = filesIn(m_folder->path());
    after.removeOne(QStringLiteral("library/") + link);
    QCOMPARE(after, before);
}

void TestFolderStore::waitsForNoPipe()
{
    QVERIFY(QDir().mkpath(pathOf(QStringLiteral("data/4f"))));
    QCOMPARE(::mkfifo(QFile::encodeName(pathOf(kPack)).constData(), 0600), 0);
    QCOMPARE(m_store->size(kPack, {}).error().code(), ErrorCode::Unsafe);
    QCOMPARE(m_store->readAll(kPack, 10, {}).error().code(), ErrorCode::Unsafe);
}

void TestFolderStore::replacesALinkItself()
{
    const auto target = m_folder->filePath(QStringLiteral("target"));
    QVERIFY(writeFile(target, "old"));
    QVERIFY(QFile::link(target, pathOf(QStringLiteral("config"))));
    QCOMPARE(put(*m_store, QStringLiteral("config"), "new").error().code(), ErrorCode::AlreadyExists);
    QVERIFY(put(*m_store, QStringLiteral("config"), "new", PutMode::Replace).has_value());
    QVERIFY(!QFileInfo(pathOf(QStringLiteral("config"))).isSymLink());
    QFile file(target);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("old"));
}

void TestFolderStore::listsObjectsOnly()
{
    QVERIFY(put(*m_store, kPack, "x").has_value());
    for (const auto *name :
         {"data/4f/.sealift-0123456789abcdef.tmp", "data/4f/a~", "data/with space", "data/4f/\xc3\xa4"})
        QVERIFY(writeFile(pathOf(QString::fromUtf8(name))));
    QVERIFY(QDir().mkpath(pathOf(QStringLiteral("data/00"))));
    QCOMPARE(::mkfifo(QFile::encodeName(pathOf(QStringLiteral("data/4f/pipe"))).constData(), 0600), 0);
    QStringList names;
    const auto listed = m_store->list(QStringLiteral("data/"),
                                      [&names](const ObjectInfo &info) -> Status {
                                          names.append(info.name);
                                          return {};
                                      },
                                      {});
    QVERIFY(listed.has_value());
    QCOMPARE(names, QStringList{kPack});
}

void TestFolderStore::keepsNamesOfStagedFilesForItself()
{
    for (const auto *name : {".sealift-0123456789abcdef.tmp", "data/.sealift-x", ".sealift-/x"}) {
        const auto reserved = QString::fromLatin1(name);
        QVERIFY(writeFile(pathOf(reserved)));
        QCOMPARE(put(*m_store, reserved, "x", PutMode::Replace).error().code(), ErrorCode::InvalidArgument);
        QCOMPARE(m_store->size(reserved, {}).error().code(), ErrorCode::InvalidArgument);
        QCOMPARE(m_store->remove(reserved, {}).error().code(), ErrorCode::InvalidArgument);
    }
}

void TestFolderStore::sweepRemovesDeadStagedFilesOnly()
{
    QVERIFY(put(*m_store, kPack, "x").has_value());
    const auto dead = QStringLiteral("data/4f/.sealift-00000000000000aa.tmp");
    const auto deadAtRoot = QStringLiteral(".sealift-00000000000000ab.tmp");
    const auto living = QStringLiteral("data/4f/.sealift-00000000000000ac.tmp");
    const auto foreign = QStringLiteral("data/4f/4f1b-tmp-123456"); // restic's
    for (const auto &name : {dead, deadAtRoot, living, foreign})
        QVERIFY(writeFile(pathOf(name)));
    const int writer = ::open(QFile::encodeName(pathOf(living)).constData(), O_RDWR | O_CLOEXEC);
    QCOMPARE(::flock(writer, LOCK_EX | LOCK_NB), 0);
    QVERIFY(m_store->sweepTemporaries({}).has_value());
    QCOMPARE(filesIn(m_root), QStringList({living, kPack, foreign}));
    ::close(writer);
    QVERIFY(m_store->sweepTemporaries({}).has_value());
    QCOMPARE(filesIn(m_root), QStringList({kPack, foreign}));

    std::stop_source stopped;
    stopped.request_stop();
    QCOMPARE(m_store->sweepTemporaries(stopped.get_token()).error().code(), ErrorCode::Cancelled);
    QVERIFY(FolderStore(pathOf(QStringLiteral("absent"))).sweepTemporaries({}).has_value());
}

void TestFolderStore::saysThatTheDiskIsFull_data()
{
    QTest::addColumn<Staging>("staging");
    QTest::newRow("files without names") << Staging::Automatic;
    QTest::newRow("files with names") << Staging::Named;
}

void TestFolderStore::saysThatTheDiskIsFull()
{
    QFETCH(const Staging, staging);
    constexpr qsizetype kMiB = 1024 * 1024;
    const SmallVolume volume(16 * kMiB);
    if (!volume.isMounted())
        QSKIP(qPrintable(volume.why()));
    FolderStore store(volume.filePath(QStringLiteral("library")), staging);
    QVERIFY(store.create({}).has_value());
    QVERIFY(put(store, QStringLiteral("data/00/a"), QByteArray(5 * kMiB, 'a')).has_value());
    for (const auto mode : {PutMode::CreateNew, PutMode::Replace}) {
        for (const auto size : {13 * kMiB, 40 * kMiB, 13 * kMiB + 1}) {
            const auto done = put(store, kPack, QByteArray(size, 'b'), mode);
            QVERIFY(!done);
            QCOMPARE(done.error().code(), ErrorCode::NoSpace);
            QVERIFY2(done.error().what().contains(volume.filePath(QStringLiteral("library/") + kPack)),
                     qPrintable(done.error().what()));
            QVERIFY(!done.error().remedy().isEmpty());
            QCOMPARE(filesIn(volume.path()), QStringList{QStringLiteral("library/data/00/a")});
        }
    }
    // The room is there again, and what was stored is whole.
    QVERIFY(put(store, kPack, QByteArray(8 * kMiB, 'c')).has_value());
    QCOMPARE(store.readAll(QStringLiteral("data/00/a"), 5 * kMiB, {}).value(), QByteArray(5 * kMiB, 'a'));
    QVERIFY(!put(store, QStringLiteral("data/00/a"), QByteArray(6 * kMiB, 'd'), PutMode::Replace));
    QCOMPARE(store.readAll(QStringLiteral("data/00/a"), 5 * kMiB, {}).value(), QByteArray(5 * kMiB, 'a'));
}

void TestFolderStore::saysThatTheDiskIsReadOnly()
{
    SmallVolume volume(1024 * 1024);
    if (!volume.isMounted())
        QSKIP(qPrintable(volume.why()));
    FolderStore store(volume.path());
    QVERIFY(put(store, kPack, "x").has_value());
    QVERIFY(volume.makeReadOnly());
    for (const auto &error :
         {put(store, QStringLiteral("data/4f/new"), "x").error(), put(store, QStringLiteral("keys/a"), "x").error(),
          put(store, kPack, "x", PutMode::Replace).error(), store.remove(kPack, {}).error(),
          FolderStore(volume.filePath(QStringLiteral("new"))).create({}).error()}) {
        QCOMPARE(error.code(), ErrorCode::PermissionDenied);
        QVERIFY2(error.what().contains(volume.path()), qPrintable(error.what()));
        QVERIFY2(error.remedy().contains(QLatin1String("read-only")), qPrintable(error.remedy()));
    }
    QCOMPARE(store.readAll(kPack, 1, {}).value(), QByteArray("x"));
}

void TestFolderStore::saysThatAccessIsDenied()
{
    QVERIFY(put(*m_store, kPack, "x").has_value());
    QCOMPARE(::chmod(QFile::encodeName(m_folder->path()).constData(), 0755), 0);
    const auto denied = [](const Error &error) {
        return error.code() == ErrorCode::PermissionDenied && error.remedy().contains(QLatin1String("permissions"));
    };
    if (::geteuid() != 0) {
        QCOMPARE(::chmod(QFile::encodeName(m_root).constData(), 0), 0);
        QVERIFY(denied(m_store->size(kPack, {}).error()));
        QCOMPARE(::chmod(QFile::encodeName(m_root).constData(), 0700), 0);
        return;
    }
    QVERIFY(trueAsNobody([&] {
        const auto nothing = [](const ObjectInfo &) { return Status(); };
        return denied(m_store->size(kPack, {}).error()) && denied(m_store->readAll(kPack, 1, {}).error()) &&
               denied(put(*m_store, kPack, "y", PutMode::Replace).error()) &&
               denied(m_store->list({}, nothing, {}).error()) && denied(m_store->remove(kPack, {}).error());
    }));
}

// CryptoSession makes the process undumpable, which gives most of /proc/self to root: unnamed files are linked by way
// of it.
void TestFolderStore::worksForAnUndumpableUser()
{
    QTemporaryDir open;
    QCOMPARE(::chmod(QFile::encodeName(open.path()).constData(), 0777), 0);
    const auto path = open.filePath(QStringLiteral("library"));
    QVERIFY(trueAsNobody([&path] {
        FolderStore store(path);
        return ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && store.create({}).has_value() &&
               put(store, kPack, "first").has_value() && put(store, kPack, "second", PutMode::Replace).has_value() &&
               store.readAll(kPack, 100, {}).value_or(QByteArray()) == "second";
    }));
    QCOMPARE(filesIn(path), QStringList{kPack});
}

QTEST_GUILESS_MAIN(TestFolderStore)
#include "tst_folder_store.moc"
