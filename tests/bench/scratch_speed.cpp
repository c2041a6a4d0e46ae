// How fast a scratch volume is beside the cipher alone: scratch_speed [--threads N] [--mib N] FOLDER...
//
// The yardstick is what `openssl speed -evp aes-256-xts -bytes 4096` measures, in this process: EVP on 4 KiB units that
// stay in the cache. Volumes are written and read in blocks of 1 MiB by one thread and by several, each with a stretch
// of its own; medians of five runs. "first write" finds the file empty and pays for the file system's allocation,
// "write again" does not. "plain file" is a first write of the same blocks with no cipher at all: what the file system
// itself allows.

#include "crypto/crypto_session.h"
#include "crypto/openssl_handles.h"
#include "crypto/random.h"
#include "scratch/destruction.h"
#include "scratch/scratch_root.h"
#include "scratch/scratch_volume.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTemporaryFile>
#include <QUuid>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <functional>
#include <thread>
#include <vector>

#include <unistd.h>

using namespace sealift;

namespace {

constexpr int kRuns = 5;
constexpr qint64 kBlock = qint64{1} << 20;
constexpr double kMega = 1e6;
constexpr double kGoal = 0.7;

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// MB/s of `work(thread)`, which moves `bytes` in each of `threads` threads.
double speedOf(int threads, qint64 bytes, const std::function<void(int)> &work)
{
    const auto start = std::chrono::steady_clock::now();
    {
        std::vector<std::jthread> running;
        running.reserve(static_cast<std::size_t>(threads));
        for (int thread = 0; thread < threads; ++thread)
            running.emplace_back([&work, thread] { work(thread); });
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    return static_cast<double>(bytes * threads) / took.count() / kMega;
}

void encryptUnits(qint64 bytes)
{
    std::array<unsigned char, 64> key{};
    fillRandom({reinterpret_cast<std::byte *>(key.data()), key.size()});
    const std::array<unsigned char, 16> tweak{};
    alignas(64) static thread_local std::array<unsigned char, 4096> unit{};
    const Cipher method(EVP_CIPHER_fetch(nullptr, "AES-256-XTS", nullptr));
    const CipherContext context(EVP_CIPHER_CTX_new());
    EVP_EncryptInit_ex2(context.get(), method.get(), key.data(), tweak.data(), nullptr);
    int written = 0;
    for (qint64 done = 0; done < bytes; done += static_cast<qint64>(unit.size()))
        EVP_EncryptUpdate(context.get(), unit.data(), &written, unit.data(), static_cast<int>(unit.size()));
}

struct Speeds {
    std::vector<double> plain;
    std::vector<double> first;
    std::vector<double> again;
    std::vector<double> read;
};

/// A first write by one thread into a file of its own, without a cipher.
Result<double> plainFile(const QString &folder, qint64 bytes)
{
    QTemporaryFile file(folder + QStringLiteral("/scratch-speed-XXXXXX"));
    if (!file.open() || !file.resize(bytes))
        return fail(Error(ErrorCode::Io, file.errorString()));
    const QByteArray block(kBlock, 'x');
    bool failed = false;
    const double speed = speedOf(1, bytes, [&](int) {
        for (qint64 at = 0; at < bytes; at += kBlock)
            failed = failed || ::pwrite(file.handle(), block.constData(), kBlock, at) != kBlock;
    });
    if (failed)
        return fail(Error(ErrorCode::Io, QStringLiteral("a write failed")));
    return speed;
}

Status measure(const QString &folder, int threads, qint64 perThread, Speeds &speeds)
{
    SEALIFT_ASSIGN(const auto root, ScratchRoot::open(folder + QStringLiteral("/scratch-speed")));
    SpaceLedger ledger(folder);
    SEALIFT_ASSIGN(const auto task, root.create(QUuid::createUuid().toString(QUuid::WithoutBraces)));
    SEALIFT_ASSIGN(const auto volume, ScratchVolume::create(*task, ledger, {perThread * threads, -1, {}}));
    std::vector<QByteArray> blocks(static_cast<std::size_t>(threads), QByteArray(kBlock, '\0'));
    for (auto &block : blocks)
        fillRandom(mutableViewOf(block));
    std::atomic<bool> failed = false;
    const auto each = [&](const std::function<Status(qint64, QByteArray &)> &move) {
        return speedOf(threads, perThread, [&](int thread) {
            for (qint64 at = 0; at < perThread; at += kBlock) {
                if (!move(thread * perThread + at, blocks[static_cast<std::size_t>(thread)]))
                    failed = true;
            }
        });
    };
    const auto write = [&](qint64 at, QByteArray &block) { return volume->writeAt(at, viewOf(block)); };
    const auto read = [&](qint64 at, QByteArray &block) { return volume->readAt(at, mutableViewOf(block)); };
    SEALIFT_ASSIGN(const double plain, plainFile(folder, perThread * threads));
    speeds.plain.push_back(plain);
    speeds.first.push_back(each(write));
    speeds.again.push_back(each(write));
    speeds.read.push_back(each(read));
    static_cast<void>(destroyScratch({*task, volume.get(), {}}));
    if (failed)
        return fail(Error(ErrorCode::Io, QStringLiteral("a read or write failed")));
    return {};
}

void report(const char *what, const std::vector<double> &speeds, double yardstick)
{
    const double speed = median(speeds);
    const double ratio = speed / yardstick;
    std::printf("    %-12s %7.0f MB/s   %4.0f %% of EVP%s\n", what, speed, 100 * ratio,
                ratio < kGoal ? "   below 70 %" : "");
}

int run(const QStringList &folders, int mostThreads, qint64 mebibytes)
{
    for (const int threads : {1, mostThreads}) {
        std::vector<double> yardsticks;
        yardsticks.reserve(kRuns);
        for (int i = 0; i < kRuns; ++i)
            yardsticks.push_back(speedOf(threads, kBlock * 1024, [](int) { encryptUnits(kBlock * 1024); }));
        const double yardstick = median(yardsticks);
        std::printf("%d thread(s): EVP AES-256-XTS, 4 KiB units: %.0f MB/s\n", threads, yardstick);
        for (const auto &folder : folders) {
            Speeds speeds;
            for (int i = 0; i < kRuns; ++i) {
                if (const auto status = measure(folder, threads, kBlock * mebibytes, speeds); !status) {
                    static_cast<void>(
                        std::fprintf(stderr, "%s: %s\n", qPrintable(folder), qPrintable(status.error().what())));
                    return 1;
                }
            }
            std::printf("  %s\n", qPrintable(folder));
            report("plain file", speeds.plain, yardstick);
            report("first write", speeds.first, yardstick);
            report("write again", speeds.again, yardstick);
            report("read", speeds.read, yardstick);
        }
        if (mostThreads == 1)
            break;
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const auto session = CryptoSession::start();
    if (!session) {
        static_cast<void>(std::fprintf(stderr, "%s\n", qPrintable(session.error().what())));
        return 1;
    }
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption threads(QStringLiteral("threads"), QStringLiteral("Threads at the most."),
                                     QStringLiteral("N"),
                                     QString::number(std::max(1U, std::thread::hardware_concurrency())));
    const QCommandLineOption size(QStringLiteral("mib"), QStringLiteral("MiB a thread."), QStringLiteral("N"),
                                  QStringLiteral("256"));
    parser.addOptions({threads, size});
    parser.addPositionalArgument(QStringLiteral("folder"), QStringLiteral("Where to make volumes."));
    parser.addHelpOption();
    parser.process(application);
    return run(parser.positionalArguments(), std::max(1, parser.value(threads).toInt()),
               std::max<qint64>(1, parser.value(size).toLongLong()));
}
