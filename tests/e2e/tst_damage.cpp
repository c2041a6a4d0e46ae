// A damaged library: the check names what is damaged, an export of what lies in it fails without leaving anything, and
// every other image is still there.

#include "e2e/support/files.h"
#include "e2e/support/tools.h"
#include "e2e/support/workbench.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace sealift::test;

namespace {

constexpr qint64 MiB = 1 << 20;

enum class Harm { Truncated, Emptied, BitFlipped, Missing };

bool inflict(Harm harm, const QString &file)
{
    const qint64 size = QFileInfo(file).size();
    QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
    switch (harm) {
    case Harm::Truncated:
        return setSize(file, size - size / 3);
    case Harm::Emptied:
        return setSize(file, 0);
    case Harm::BitFlipped:
        return flipBit(file, size / 2);
    case Harm::Missing:
        return QFile::remove(file);
    }
    return false;
}

QStringList added(const QStringList &before, const QStringList &after)
{
    const QSet<QString> known(before.begin(), before.end());
    QStringList fresh;
    for (const QString &file : after) {
        if (!known.contains(file))
            fresh << file;
    }
    return fresh;
}

} // namespace

Q_DECLARE_METATYPE(Harm)

class TestDamage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void damage_data();
    void damage();
    void reimportHeals();
    void snapshotDamage();

private:
    std::unique_ptr<Workbench> m_bench; ///< holds the sound library
    QString m_victimDisk;
    QString m_otherDisk;
    QString m_victimPack; ///< holds data of the victim only
    QString m_victimIndex;
    QString m_victimSnapshot;
};

void TestDamage::initTestCase()
{
    REQUIRE_TOOLS();
    m_bench = std::make_unique<Workbench>();
    const Sealift &sealift = m_bench->sealift;
    m_victimDisk = m_bench->path(QStringLiteral("victim.raw"));
    m_otherDisk = m_bench->path(QStringLiteral("other.raw"));
    QVERIFY(writeRandom(m_victimDisk, 0, 24 * MiB, 1) && writeRandom(m_otherDisk, 0, 8 * MiB, 2));
    const Outcome init = sealift.init();
    VERIFY_RUN(init.ok(), init.run);
    const Outcome other = sealift.import(m_otherDisk, QStringLiteral("other"));
    VERIFY_RUN(other.ok(), other.run);
    const QStringList packs = sealift.packs();
    const QStringList indexes = sealift.indexes();
    const Outcome victim = sealift.import(m_victimDisk, QStringLiteral("victim"));
    VERIFY_RUN(victim.ok(), victim.run);
    m_victimSnapshot = victim.object().value(QStringLiteral("id")).toString();

    // The largest ones are about the disk's data; what describes the image has small ones of its own.
    const auto largest = [&](const QStringList &files) {
        const auto size = [&](const QString &file) {
            return QFileInfo(sealift.library() + QLatin1Char('/') + file).size();
        };
        const auto found = std::max_element(files.begin(), files.end(),
                                            [&](const QString &a, const QString &b) { return size(a) < size(b); });
        return found == files.end() ? QString() : *found;
    };
    m_victimPack = largest(added(packs, sealift.packs()));
    m_victimIndex = largest(added(indexes, sealift.indexes()));
    QVERIFY(!m_victimPack.isEmpty() && !m_victimIndex.isEmpty());
}

void TestDamage::damage_data()
{
    QTest::addColumn<Harm>("harm");
    QTest::addColumn<QString>("file");
    for (const auto &[kind, file] : {std::pair{"pack", m_victimPack}, {"index", m_victimIndex}}) {
        QTest::addRow("truncated %s", kind) << Harm::Truncated << file;
        QTest::addRow("emptied %s", kind) << Harm::Emptied << file;
        QTest::addRow("bit-flipped %s", kind) << Harm::BitFlipped << file;
        QTest::addRow("missing %s", kind) << Harm::Missing << file;
    }
}

void TestDamage::damage()
{
    QFETCH(Harm, harm);
    QFETCH(QString, file);
    Workbench bench;
    QVERIFY(copyTree(m_bench->sealift.library(), bench.sealift.library()));
    QVERIFY(inflict(harm, bench.sealift.library() + QLatin1Char('/') + file));
    const QString id = file.section(QLatin1Char('/'), -1);
    const QByteArray before = fingerprint(bench.sealift.library());

    const Outcome checked = bench.sealift.check();
    QVERIFY2(!checked.ok(), checked.run.describe().constData());
    QCOMPARE(checked.error.value(QStringLiteral("code")).toString(), QStringLiteral("corrupt"));
    // A missing index has left no name behind, and an empty one nothing that could be wrong; then the packs that nobody
    // knows any more are named.
    const bool isGone = harm == Harm::Missing || harm == Harm::Emptied;
    const QString named = isGone && file == m_victimIndex ? m_victimPack.section(QLatin1Char('/'), -1) : id;
    QVERIFY2((checked.run.out + checked.run.err).contains(named.left(10).toUtf8()), checked.run.describe().constData());

    const QString out = bench.path(QStringLiteral("out"));
    QVERIFY(QDir().mkpath(out));
    for (const QString &format : {QStringLiteral("raw"), QStringLiteral("qcow2")}) {
        const Outcome exported =
            bench.sealift.exportTo(QStringLiteral("victim"), format, out + QStringLiteral("/victim"));
        VERIFY_EMPTY(exported.complaint(QStringLiteral("corrupt")));
        QCOMPARE(entriesBelow(out), QStringList());
    }
    const Outcome other =
        bench.sealift.exportTo(QStringLiteral("other"), QStringLiteral("raw"), out + QStringLiteral("/other"));
    VERIFY_RUN(other.ok(), other.run);
    VERIFY_EMPTY(difference(out + QStringLiteral("/other"), m_otherDisk));
    const Outcome listed = bench.sealift.images();
    VERIFY_RUN(listed.ok(), listed.run);
    // A look at one image says the same without writing anything.
    const Outcome verified = bench.sealift.run({QStringLiteral("verify"), QStringLiteral("victim")});
    VERIFY_EMPTY(verified.complaint(QStringLiteral("corrupt")));
    const Outcome sound = bench.sealift.run({QStringLiteral("verify"), QStringLiteral("other")});
    VERIFY_RUN(sound.ok(), sound.run);
    QCOMPARE(sound.object().value(QStringLiteral("size")).toInteger(), 8 * MiB);
    QCOMPARE(sound.object().value(QStringLiteral("dataSize")).toInteger(), 8 * MiB);
    QVERIFY(sound.object().value(QStringLiteral("asRecorded")).toBool());
    QVERIFY(!sound.object().value(QStringLiteral("receipt")).toString().isEmpty());

    VERIFY_EMPTY(bench.sealift.leftovers());
    // Nobody has made it worse.
    QCOMPARE(fingerprint(bench.sealift.library()), before);
}

/// Where an index is gone for good, the same image can be imported again and is whole then.
void TestDamage::reimportHeals()
{
    Workbench bench;
    QVERIFY(copyTree(m_bench->sealift.library(), bench.sealift.library()));
    QVERIFY(inflict(Harm::Missing, bench.sealift.library() + QLatin1Char('/') + m_victimIndex));
    const Outcome imported = bench.sealift.import(m_victimDisk, QStringLiteral("victim"));
    VERIFY_RUN(imported.ok(), imported.run);
    const QString out = bench.path(QStringLiteral("victim.out"));
    const Outcome exported = bench.sealift.exportTo(QStringLiteral("victim"), QStringLiteral("raw"), out);
    VERIFY_RUN(exported.ok(), exported.run);
    VERIFY_EMPTY(difference(out, m_victimDisk));
    const Finished checked = bench.restic.check();
    VERIFY_RUN(Restic::isClean(checked), checked);
}

/// One bad record never hides the others.
void TestDamage::snapshotDamage()
{
    Workbench bench;
    QVERIFY(copyTree(m_bench->sealift.library(), bench.sealift.library()));
    const QString snapshot = QStringLiteral("snapshots/") + m_victimSnapshot;
    QVERIFY2(inflict(Harm::BitFlipped, bench.sealift.library() + QLatin1Char('/') + snapshot), qPrintable(snapshot));
    const Outcome checked = bench.sealift.check();
    QVERIFY2(!checked.ok(), checked.run.describe().constData());
    QVERIFY2((checked.run.out + checked.run.err).contains(m_victimSnapshot.left(8).toUtf8()),
             checked.run.describe().constData());
    const QString out = bench.path(QStringLiteral("other.out"));
    const Outcome other = bench.sealift.exportTo(QStringLiteral("other"), QStringLiteral("raw"), out);
    VERIFY_RUN(other.ok(), other.run);
    VERIFY_EMPTY(difference(out, m_otherDisk));
}

QTEST_GUILESS_MAIN(TestDamage)
#include "tst_damage.moc"
