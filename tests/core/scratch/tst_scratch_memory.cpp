#include "core/scratch/memory_search.h"
#include "core/scratch/scratch_fixture.h"
#include "scratch/destruction.h"
#include "support/process_runner.h"

#include <QFile>
#include <QStandardPaths>

#include <thread>
#include <vector>

#include <strings.h>
#include <sys/prctl.h>
#include <unistd.h>

using namespace sealift;
using namespace sealift::test;

namespace {

constexpr qint64 kMiB = 1 << 20;

/// Whether the two halves are a volume's key: they open what it has sealed.
bool opens(const MaskedKey &data, const MaskedKey &tweak, const QByteArray &sealed, const QByteArray &plain)
{
    std::array<unsigned char, 2 * MaskedKey::kSize> key{};
    data.unmask(key.data());
    tweak.unmask(key.data() + MaskedKey::kSize);
    QByteArray opened(sealed.size(), '\0');
    auto cipher = XtsCipher::create({reinterpret_cast<const std::byte *>(key.data()), key.size()});
    ::explicit_bzero(key.data(), key.size());
    return cipher &&
           cipher->decrypt(0, static_cast<std::size_t>(sealed.size()), viewOf(sealed), mutableViewOf(opened)) &&
           opened == plain;
}

} // namespace

/// What of a volume's key can be found in this process's memory, and in dumps of it. The keys are not asked for: they
/// are recognised in memory by their expanded form, as an attacker would do it.
class ScratchMemoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_session.reset(); }
    void keyIsGoneWhenDestroyed();
    void processIsNotDumpable();

private:
    /// Lets gdb dump this process; the file, or nothing where that is refused.
    QString dumped(const QTemporaryDir &folder, const QString &name);
    void useFromThreads(ScratchVolume &volume);

    std::unique_ptr<CryptoSession> m_session;
};

void ScratchMemoryTest::initTestCase()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("a sanitizer's memory cannot be searched");
#endif
    auto session = CryptoSession::start();
    VERIFY_OK(session);
    m_session = std::move(*session);
}

QString ScratchMemoryTest::dumped(const QTemporaryDir &folder, const QString &name)
{
    const auto gcore = QStandardPaths::findExecutable(QStringLiteral("gcore"));
    if (gcore.isEmpty())
        return {};
    CommandLine line;
    line.program = gcore;
    line.arguments = {QStringLiteral("-o"), folder.filePath(name), QString::number(::getpid())};
    const auto finished = run(line);
    const auto path = folder.filePath(name) + QLatin1Char('.') + QString::number(::getpid());
    return finished.ok() && QFile::exists(path) ? path : QString();
}

void ScratchMemoryTest::useFromThreads(ScratchVolume &volume)
{
    std::vector<std::jthread> threads;
    threads.reserve(8);
    for (unsigned i = 0; i < 8; ++i) {
        threads.emplace_back([&volume, i] {
            auto bytes = noise(100'000, i);
            for (int round = 0; round < 20; ++round) {
                static_cast<void>(volume.writeAt(kMiB + qint64{i} * 100'000, viewOf(bytes)));
                static_cast<void>(volume.readAt(kMiB + qint64{i} * 100'000, mutableViewOf(bytes)));
            }
        });
    }
}

void ScratchMemoryTest::keyIsGoneWhenDestroyed()
{
    ScratchFixture fixture;
    auto scratch = fixture.make(4 * kMiB);
    VERIFY_OK(scratch);
    const auto plain = noise(4096);
    VERIFY_OK(scratch->volume->writeAt(0, viewOf(plain)));
    useFromThreads(*scratch->volume);
    QFile file(scratch->volume->path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto sealed = file.read(4096);
    file.close();

    // The search finds it while it is in use, or it would prove nothing.
    ::prctl(PR_SET_DUMPABLE, 1, 0, 0, 0); // or an ordinary user's process may not read itself
    MemorySearch search;
    const auto known = search.expandedKeys();
    QList<MaskedKey> key;
    for (const auto &data : known) {
        for (const auto &tweak : known) {
            if (key.isEmpty() && opens(data, tweak, sealed, plain))
                key = {data, tweak};
        }
    }
    QVERIFY2(!key.isEmpty(), "the key was not found while it was in use");
    QVERIFY(search.countInMemory(key) >= 4);

    // A dump leaves its pages out.
    const QTemporaryDir folder;
    const auto marker = noise(64, 99);
    const auto inUse = dumped(folder, QStringLiteral("in-use"));
    if (!inUse.isEmpty()) {
        QVERIFY(search.fileHolds(inUse, marker)); // what is no key is there
        QCOMPARE(search.countInFile(inUse, key), 0);
    }

    QVERIFY(allOk(destroyScratch({*scratch->folder, scratch->volume.get(), {}})));
    QCOMPARE(scratch->volume->lifecycle().state(), ScratchState::Destroyed);
    QCOMPARE(search.countInMemory(key), 0);
    for (const auto &left : search.expandedKeys())
        QVERIFY(!key.contains(left));
    const auto destroyed = dumped(folder, QStringLiteral("destroyed"));
    if (!destroyed.isEmpty()) {
        QVERIFY(search.fileHolds(destroyed, marker));
        QCOMPARE(search.countInFile(destroyed, key), 0);
    }
    if (inUse.isEmpty() || destroyed.isEmpty())
        QSKIP("gcore is missing, or may not dump this process: only its memory was searched");
}

void ScratchMemoryTest::processIsNotDumpable()
{
    if (::geteuid() == 0)
        QSKIP("root may dump any process");
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    const QTemporaryDir folder;
    QVERIFY(dumped(folder, QStringLiteral("refused")).isEmpty());
}

QTEST_GUILESS_MAIN(ScratchMemoryTest)
#include "tst_scratch_memory.moc"
