#include "storage/folder_store.h"

#include "support/killed_child.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <memory>
#include <random>

using namespace sealift;
using namespace sealift::test;

namespace {

const QString kReplaced = QStringLiteral("config");

QByteArray hashOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

/// Content that proves itself: its first 64 bytes are the hash of the rest.
QByteArray sealedContent(const QByteArray &rest)
{
    return hashOf(rest) + rest;
}

bool isWhole(const QByteArray &bytes)
{
    return bytes.size() >= 64 && bytes.left(64) == hashOf(bytes.mid(64));
}

/// Stores objects of all sizes, and another version of one of them in between, for ever.
void storeForEver(const QString &path, Staging staging, unsigned seed, const std::function<void()> &ready)
{
    FolderStore store(path, staging);
    std::mt19937 random(seed);
    for (int i = 0;; ++i) {
        const auto size = static_cast<qsizetype>(random() % (i % 3 == 0 ? 3000000 : 5000));
        const auto bytes = sealedContent(QByteArray(size, static_cast<char>(random())) + QByteArray::number(i));
        const auto hash = QString::fromLatin1(hashOf(bytes));
        const auto name = i % 2 == 0 ? kReplaced : QStringLiteral("data/%1/%2").arg(hash.left(2), hash);
        const auto view = viewOf(bytes);
        if (!store.put(name, std::span(&view, 1), PutMode::Replace, {}))
            ::_exit(EXIT_FAILURE);
        if (i == 3)
            ready();
    }
}

int stagedFilesIn(const QString &path)
{
    int found = 0;
    QDirIterator at(path, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (at.hasNext())
        found += QFileInfo(at.next()).fileName().startsWith(QLatin1String(".sealift-")) ? 1 : 0;
    return found;
}

} // namespace

class TestFolderStoreCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKillLeavesWholeObjectsOnly_data();
    void aKillLeavesWholeObjectsOnly();
};

void TestFolderStoreCrash::aKillLeavesWholeObjectsOnly_data()
{
    QTest::addColumn<Staging>("staging");
    QTest::newRow("files without names") << Staging::Automatic;
    QTest::newRow("files with names") << Staging::Named;
}

void TestFolderStoreCrash::aKillLeavesWholeObjectsOnly()
{
    QFETCH(const Staging, staging);
    constexpr unsigned kKills = 30;
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("library"));
    FolderStore store(path, staging);
    QVERIFY(store.create({}).has_value());
    std::mt19937 random(20);
    int left = 0;
    for (unsigned kill = 0; kill < kKills; ++kill) {
        const auto work = [&](const std::function<void()> &ready) { storeForEver(path, staging, kill, ready); };
        QVERIFY(killedAtWork(work, std::chrono::microseconds(random() % 20000)));
        left += stagedFilesIn(path);

        int objects = 0;
        QStringList broken;
        const auto listed = store.list({},
                                       [&](const ObjectInfo &info) -> Status {
                                           SEALIFT_ASSIGN(const auto bytes, store.readAll(info.name, 10000000, {}));
                                           const auto hash = info.name.section(QLatin1Char('/'), -1);
                                           const bool named =
                                               info.name == kReplaced || hash == QString::fromLatin1(hashOf(bytes));
                                           if (!named || !isWhole(bytes))
                                               broken.append(info.name);
                                           ++objects;
                                           return {};
                                       },
                                       {});
        QVERIFY2(listed.has_value(), listed ? "" : qPrintable(listed.error().what()));
        QCOMPARE(broken, QStringList());
        QVERIFY(objects >= 2);

        QVERIFY(store.sweepTemporaries({}).has_value());
        QCOMPARE(stagedFilesIn(path), 0);
        // Keeps the reading short: the next round starts with the replaced object alone.
        QStringList old;
        QVERIFY(store
                    .list(QStringLiteral("data/"),
                          [&old](const ObjectInfo &info) -> Status {
                              old.append(info.name);
                              return {};
                          },
                          {})
                    .has_value());
        for (const auto &name : old)
            QVERIFY(store.remove(name, {}).has_value());
    }
    qInfo("%u kills left %d staged files", kKills, left);
    // Otherwise the kills came at the wrong moments, and nothing was shown.
    if (staging == Staging::Named)
        QVERIFY(left > 0);
}

QTEST_GUILESS_MAIN(TestFolderStoreCrash)
#include "tst_folder_store_crash.moc"
