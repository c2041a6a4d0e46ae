#include "crypto/crypto_session.h"
#include "crypto/random.h"

#include "support/locked_page.h"

#include <QFile>
#include <QTest>
#include <QtCrypto>

#include <memory>
#include <set>
#include <vector>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace sealift;
using namespace sealift::test;

namespace {

constexpr unsigned kNobody = 65534;

qint64 lockedKiB()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    const auto lines = status.readAll().split('\n');
    for (const auto &line : lines) {
        if (line.startsWith("VmLck:"))
            return line.mid(6).trimmed().split(' ').value(0).toLongLong();
    }
    return -1;
}

} // namespace

class TestCryptoSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesUnlockedMemory();
    void guardsTheProcess();
    void keysLieInLockedMemory();
    void keysAreLeftOutOfDumps();
    void randomBytesDiffer();
    void namesItsLibraries();

private:
    std::unique_ptr<CryptoSession> m_session;
};

// First of all, in a process of its own: QCA keeps its memory for good.
void TestCryptoSession::refusesUnlockedMemory()
{
    const pid_t child = ::fork();
    if (child == 0) {
        // A privileged process may lock what it likes, so the child is nobody.
        const rlimit none{0, 0};
        if (::setrlimit(RLIMIT_MEMLOCK, &none) != 0 || (::geteuid() == 0 && ::setuid(kNobody) != 0))
            ::_exit(2);
        const auto session = CryptoSession::start();
        const bool refused = !session && session.error().code() == ErrorCode::Unsupported &&
                             session.error().what().contains(QLatin1String("lock")) &&
                             session.error().remedy().contains(QLatin1String("ulimit -l"));
        ::_exit(refused ? 0 : 1);
    }
    int status = -1;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 0);
}

void TestCryptoSession::guardsTheProcess()
{
    auto session = CryptoSession::start();
    QVERIFY2(session.has_value(), session ? "" : qPrintable(session.error().what()));
    m_session = std::move(*session);
    rlimit core{1, 1};
    QCOMPARE(::getrlimit(RLIMIT_CORE, &core), 0);
    QCOMPARE(core.rlim_cur, rlim_t{0});
    QCOMPARE(core.rlim_max, rlim_t{0});
    QCOMPARE(::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0), 0);
}

void TestCryptoSession::keysLieInLockedMemory()
{
    QVERIFY(QCA::haveSecureMemory());
    QVERIFY2(lockedKiB() >= 64, QByteArray::number(lockedKiB()).constData());
    const auto key = randomKey(64);
    QCOMPARE(key.size(), 64);
    QVERIFY(key.toByteArray() != QByteArray(64, '\0'));
}

/// Also of those that a debugger of root's writes, which asks for no permission.
void TestCryptoSession::keysAreLeftOutOfDumps()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("The sanitizers make mlock() do nothing.");
#else
    // Enough of them to lie on several pages.
    std::vector<QCA::SymmetricKey> keys;
    for (int i = 0; i < 400; ++i)
        keys.push_back(randomKey(64));
    for (const auto &key : keys)
        QVERIFY(isLockedAndUndumped(key.constData()));
#endif
}

void TestCryptoSession::randomBytesDiffer()
{
    std::set<QByteArray> seen;
    for (int i = 0; i < 1000; ++i) {
        QByteArray bytes(16, '\0');
        fillRandom(mutableViewOf(bytes));
        seen.insert(bytes);
    }
    QCOMPARE(seen.size(), std::size_t{1000});
    fillRandom({});
}

void TestCryptoSession::namesItsLibraries()
{
    const auto versions = CryptoSession::libraryVersions();
    QVERIFY2(versions.startsWith(QLatin1String("QCA 2.")), qPrintable(versions));
    QVERIFY2(versions.contains(QLatin1String("OpenSSL 3.")), qPrintable(versions));
    QVERIFY2(versions.contains(QLatin1String("libsodium 1.")), qPrintable(versions));
}

QTEST_GUILESS_MAIN(TestCryptoSession)
#include "tst_crypto_session.moc"
