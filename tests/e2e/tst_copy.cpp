// An image goes into another library with another password: whole, with all that is known of it, and without being
// read where the other library has it already.

#include "e2e/support/appliance_maker.h"
#include "e2e/support/files.h"
#include "e2e/support/process_tree.h"
#include "e2e/support/tools.h"
#include "e2e/support/workbench.h"

#include <QDir>
#include <QTest>

#include <csignal>
#include <memory>
#include <thread>

using namespace sealift::test;

namespace {

constexpr qint64 MiB = 1 << 20;
constexpr qint64 GiB = 1LL << 30;

using enum Patch::Fill;

const ImageFormat kStream{QStringLiteral("stream"), QStringLiteral("vmdk"), QStringLiteral("vmdk"),
                          QStringLiteral("subformat=streamOptimized")};
const ImageFormat kQcow2{QStringLiteral("qcow2"), QStringLiteral("qcow2"), QStringLiteral("qcow2"), {}};

QString idOf(const Outcome &stored)
{
    return stored.object().value(u"id").toString();
}

} // namespace

class TestCopy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void copiesApplianceWhole();
    void copiesUnderAnotherName();
    void keepsHoles();
    void readsOnlyWhatIsMissing();
    void goesOnAfterKill();
    void cancelledLeavesNothing();
    void copiesWhatResticStored();
    void refusesWrongPassword_data();
    void refusesWrongPassword();
    void refusesWhatCannotBe_data();
    void refusesWhatCannotBe();
    void damageIsNotCopied();
    void cleanup();

private:
    Sealift &from() { return m_bench->sealift; }
    Sealift &to() { return *m_other; }

    QStringList copyArguments(const QString &image) const
    {
        return {QStringLiteral("copy"),
                image,
                QStringLiteral("--to"),
                m_other->library(),
                QStringLiteral("--to-password-file"),
                m_other->passwordFile()};
    }
    Outcome copy(const QString &image, const QStringList &options = {}) const
    {
        return m_bench->sealift.run(copyArguments(image) + options);
    }
    /// The latest image of that name, as `sealift images` has it.
    static QJsonObject imageIn(const Sealift &sealift, const QString &name)
    {
        QJsonObject found;
        for (const auto &one : sealift.images().array()) {
            if (one.toObject().value(u"name").toString() == name)
                found = one.toObject();
        }
        return found;
    }
    /// Empty where restic takes that file out of the other library as this one.
    QByteArray dumpDiffers(const QString &snapshot, const QString &path, const QString &file)
    {
        const auto out = m_bench->path(QStringLiteral("dump"));
        auto command = m_otherRestic->command({QStringLiteral("dump"), snapshot, path});
        command.outputFile = out;
        const auto dumped = sealift::test::run(command);
        if (!dumped.ok())
            return dumped.describe();
        return difference(out, file).toUtf8();
    }

    std::unique_ptr<Workbench> m_bench;
    std::unique_ptr<Sealift> m_other;
    std::unique_ptr<Restic> m_otherRestic;
};

void TestCopy::initTestCase()
{
    REQUIRE_TOOLS();
    adoptOrphans();
}

void TestCopy::init()
{
    m_bench = std::make_unique<Workbench>();
    m_other = std::make_unique<Sealift>(m_bench->path(QStringLiteral("other")));
    QVERIFY(writeFile(m_other->passwordFile(), "quite another password\n"));
    m_otherRestic = std::make_unique<Restic>(m_other->library(), m_other->passwordFile(),
                                             m_bench->path(QStringLiteral("other-restic")));
    for (const auto *sealift : {&from(), &to()}) {
        const auto made = sealift->init();
        VERIFY_RUN(made.ok(), made.run);
    }
}

void TestCopy::cleanup()
{
    VERIFY_EMPTY(from().leftovers());
    VERIFY_EMPTY(to().leftovers());
    VERIFY_EMPTY(survivors());
    const auto checked = m_otherRestic->check();
    VERIFY_RUN(Restic::isClean(checked), checked);
}

void TestCopy::copiesApplianceWhole()
{
    ApplianceMaker maker(m_bench->path(QStringLiteral("package")));
    const auto system = m_bench->images.raw(QStringLiteral("system.raw"), 9 * MiB + 512,
                                            {{Random, 64 << 10, 3 * MiB}, {Constant, 8 * MiB, 1 * MiB, 0x31}});
    const auto data = m_bench->images.raw(QStringLiteral("data.raw"), 5 * MiB, {{Random, 1 * MiB + 512, 2 * MiB}});
    const auto systemDisk = m_bench->images.converted(system, kStream, QStringLiteral("web-disk1.vmdk"));
    const auto dataDisk = m_bench->images.converted(data, kStream, QStringLiteral("web-disk2.vmdk"));
    QVERIFY(QFile::rename(systemDisk, maker.path(QStringLiteral("web-disk1.vmdk"))));
    QVERIFY(QFile::rename(dataDisk, maker.path(QStringLiteral("web-disk2.vmdk"))));
    maker.describe(QStringLiteral("web"), {{QStringLiteral("web-disk1.vmdk"), "9437696", {}},
                                           {QStringLiteral("web-disk2.vmdk"), "5242880", {}}});
    const auto imported = from().import(
        maker.path(QStringLiteral("web.ovf")), QStringLiteral("web01"),
        {QStringLiteral("--tag"), QStringLiteral("june"), QStringLiteral("--tag"), QStringLiteral("web")});
    VERIFY_RUN(imported.ok(), imported.run);
    const auto before = imageIn(from(), QStringLiteral("web01"));
    const auto library = fingerprint(from().library());

    const auto copied = copy(QStringLiteral("web01"));
    VERIFY_RUN(copied.ok(), copied.run);
    QCOMPARE(copied.object().value(u"cleanup").toString(), QStringLiteral("confirmed"));
    QCOMPARE(copied.object().value(u"name").toString(), QStringLiteral("web01"));
    QCOMPARE(fingerprint(from().library()), library);

    // All that is known of it is the same but for its id, which names the one that it was.
    auto after = imageIn(to(), QStringLiteral("web01"));
    QCOMPARE(after.value(u"id").toString(), idOf(copied));
    QVERIFY(idOf(copied) != idOf(imported));
    after.insert(QStringLiteral("id"), before.value(u"id"));
    QCOMPARE(after, before);
    const auto snapshot = m_otherRestic->snapshots().at(0).toObject();
    QCOMPARE(snapshot.value(u"original").toString(), idOf(imported));
    QVERIFY(!snapshot.contains(u"parent"));

    VERIFY_EMPTY(dumpDiffers(idOf(copied), QStringLiteral("/web01/web-disk1.raw"), system));
    VERIFY_EMPTY(dumpDiffers(idOf(copied), QStringLiteral("/web01/web-disk2.raw"), data));
    VERIFY_EMPTY(dumpDiffers(idOf(copied), QStringLiteral("/web01/web.ovf"), maker.path(QStringLiteral("web.ovf"))));
    // The hardware is known to an export.
    const auto ova = m_bench->path(QStringLiteral("web.ova"));
    const auto exported = to().run({QStringLiteral("export"), QStringLiteral("web01"), QStringLiteral("-o"), ova});
    VERIFY_RUN(exported.ok(), exported.run);
    const auto verified = to().run({QStringLiteral("verify"), QStringLiteral("web01")});
    VERIFY_RUN(verified.ok(), verified.run);
    // Two libraries were opened, and the audit log knows by which keys, and what was taken out of which.
    const auto audit = from().run({QStringLiteral("audit"), QStringLiteral("show")});
    const auto text = audit.run.out;
    QVERIFY2(text.contains("image-opened") && text.contains(idOf(imported).toUtf8()), audit.run.describe());
    QVERIFY2(text.contains(to().library().toUtf8()) && text.contains(from().library().toUtf8()), audit.run.describe());
    const auto receipt =
        from().run({QStringLiteral("receipt"), QStringLiteral("verify"), copied.object().value(u"task").toString()});
    VERIFY_RUN(receipt.ok(), receipt.run);
}

void TestCopy::copiesUnderAnotherName()
{
    const auto raw = m_bench->images.raw(QStringLiteral("disk.raw"), 3 * MiB, {{Random, 0, 2 * MiB}});
    const auto imported = from().import(raw, QStringLiteral("web01"));
    VERIFY_RUN(imported.ok(), imported.run);
    const auto copied = copy(idOf(imported).left(8), {QStringLiteral("--name"), QStringLiteral("web02")});
    VERIFY_RUN(copied.ok(), copied.run);
    QVERIFY(imageIn(to(), QStringLiteral("web01")).isEmpty());
    VERIFY_EMPTY(dumpDiffers(idOf(copied), QStringLiteral("/web02/web01.raw"), raw));
}

void TestCopy::keepsHoles()
{
    const auto image = m_bench->images.created(kQcow2, QStringLiteral("sparse.qcow2"), 600 * GiB,
                                               {{Random, 5 * MiB, 3 * MiB}, {Random, 599 * GiB, 1 * MiB}});
    const auto imported = from().import(image, QStringLiteral("sparse"));
    VERIFY_RUN(imported.ok(), imported.run);
    const auto copied = copy(QStringLiteral("sparse"));
    VERIFY_RUN(copied.ok(), copied.run);
    QVERIFY(copied.object().value(u"bytesRead").toInteger() < 24 * MiB);
    QVERIFY(to().packBytes() < 24 * MiB);
    QCOMPARE(copied.object().value(u"contentHash"), imported.object().value(u"contentHash"));
    const auto out = m_bench->path(QStringLiteral("out.raw"));
    const auto exported = to().exportTo(QStringLiteral("sparse"), QStringLiteral("raw"), out);
    VERIFY_RUN(exported.ok(), exported.run);
    const auto compared = ImageMaker::compare(image, QStringLiteral("qcow2"), out);
    VERIFY_RUN(compared.ok(), compared);
}

void TestCopy::readsOnlyWhatIsMissing()
{
    const auto raw = m_bench->path(QStringLiteral("disk.raw"));
    QVERIFY(writeRandom(raw, 0, 64 * MiB, 4711));
    QVERIFY(from().import(raw, QStringLiteral("first")).ok());
    QVERIFY(writeRandom(raw, 20 * MiB + 7, 1 * MiB, 1));
    QVERIFY(from().import(raw, QStringLiteral("second")).ok());
    QVERIFY(copy(QStringLiteral("first")).ok());
    const auto copied = copy(QStringLiteral("second"));
    VERIFY_RUN(copied.ok(), copied.run);
    QVERIFY2(copied.object().value(u"bytesRead").toInteger() < 4 * MiB, copied.run.describe());
    QVERIFY2(copied.object().value(u"bytesStored").toInteger() < 4 * MiB, copied.run.describe());
    QVERIFY2(copied.object().value(u"bytesKnown").toInteger() >= 60 * MiB, copied.run.describe());
    VERIFY_EMPTY(dumpDiffers(idOf(copied), QStringLiteral("/second/second.raw"), raw));
}

void TestCopy::goesOnAfterKill()
{
    constexpr qint64 kSize = 160 * MiB;
    const auto raw = m_bench->path(QStringLiteral("disk.raw"));
    QVERIFY(writeRandom(raw, 0, kSize, 4711));
    QVERIFY(from().import(raw, QStringLiteral("disk")).ok());

    Running victim(from().command(copyArguments(QStringLiteral("disk")) +
                                  QStringList{QStringLiteral("--bandwidth"), QStringLiteral("60MB")}));
    while (victim.isRunning() && to().packs().size() < 4)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    victim.signal(SIGKILL);
    const auto dead = victim.wait();
    QCOMPARE(dead.signal, SIGKILL);
    VERIFY_EMPTY(survivors());
    QVERIFY(to().images().array().isEmpty());
    const auto arrived = to().packBytes();
    QVERIFY(arrived >= 48 * MiB && arrived < kSize);

    const auto copied = copy(QStringLiteral("disk"));
    VERIFY_RUN(copied.ok(), copied.run);
    // What had arrived is neither read nor stored again, but for packs that were not finished.
    const auto known = copied.object().value(u"bytesKnown").toInteger();
    QVERIFY2(known >= arrived - 34 * MiB, copied.run.describe());
    QVERIFY2(copied.object().value(u"bytesRead").toInteger() <= kSize - known + MiB, copied.run.describe());
    QVERIFY(to().packBytes() <= kSize + 2 * MiB);
    VERIFY_EMPTY(dumpDiffers(idOf(copied), QStringLiteral("/disk/disk.raw"), raw));
}

void TestCopy::cancelledLeavesNothing()
{
    const auto raw = m_bench->path(QStringLiteral("disk.raw"));
    QVERIFY(writeRandom(raw, 0, 96 * MiB, 4711));
    QVERIFY(from().import(raw, QStringLiteral("disk")).ok());
    Running cancelled(from().command(copyArguments(QStringLiteral("disk")) +
                                     QStringList{QStringLiteral("--bandwidth"), QStringLiteral("20MB")}));
    while (cancelled.isRunning() && to().packs().isEmpty())
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    cancelled.signal(SIGINT);
    const auto outcome = outcomeOf(cancelled.wait());
    VERIFY_EMPTY(outcome.complaint(QStringLiteral("cancelled")));
    QVERIFY(to().images().array().isEmpty());
}

void TestCopy::copiesWhatResticStored()
{
    const auto raw = m_bench->path(QStringLiteral("guest.img"));
    QVERIFY(writeRandom(raw, 1 * MiB, 20 * MiB + 512, 4711));
    QVERIFY(setSize(raw, 64 * MiB));
    const auto stored = m_bench->restic.backup(raw, {QStringLiteral("--tag"), QStringLiteral("nightly")});
    VERIFY_RUN(stored.ok(), stored);
    const auto copied = copy(QStringLiteral("guest.img"));
    VERIFY_RUN(copied.ok(), copied.run);
    const auto image = imageIn(to(), QStringLiteral("guest.img"));
    QCOMPARE(image.value(u"tags").toArray(), QJsonArray{QStringLiteral("nightly")});
    VERIFY_EMPTY(dumpDiffers(idOf(copied), QStringLiteral("/guest.img/guest.img.raw"), raw));
    const auto verified = to().run({QStringLiteral("verify"), QStringLiteral("guest.img")});
    VERIFY_RUN(verified.ok(), verified.run);
}

void TestCopy::refusesWrongPassword_data()
{
    QTest::addColumn<bool>("isTarget");
    QTest::newRow("of the library that is copied into") << true;
    QTest::newRow("of the library that is copied out of") << false;
}

void TestCopy::refusesWrongPassword()
{
    QFETCH(bool, isTarget);
    const auto raw = m_bench->images.raw(QStringLiteral("disk.raw"), 3 * MiB, {{Random, 0, 2 * MiB}});
    QVERIFY(from().import(raw, QStringLiteral("disk")).ok());
    const auto source = fingerprint(from().library());
    const auto target = fingerprint(to().library());
    auto command = from().command(copyArguments(QStringLiteral("disk")));
    // The other one's password, by the environment.
    if (isTarget) {
        command.arguments.resize(command.arguments.size() - 2);
        command.environment.insert(QStringLiteral("SEALIFT_TO_PASSWORD_FILE"), from().passwordFile());
    } else {
        command.environment.insert(QStringLiteral("SEALIFT_PASSWORD_FILE"), to().passwordFile());
    }
    const auto refused = outcomeOf(run(command));
    VERIFY_EMPTY(refused.complaint(QStringLiteral("wrong-password"), {isTarget ? to().library() : from().library()}));
    QCOMPARE(fingerprint(from().library()), source);
    QCOMPARE(fingerprint(to().library()), target);
}

void TestCopy::refusesWhatCannotBe_data()
{
    QTest::addColumn<QString>("image");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("code");
    QTest::newRow("the same library") << QStringLiteral("disk") << QStringLiteral("library")
                                      << QStringLiteral("invalid-argument");
    QTest::newRow("no library there") << QStringLiteral("disk") << QStringLiteral("nowhere")
                                      << QStringLiteral("not-found");
    QTest::newRow("no such image") << QStringLiteral("disc") << QStringLiteral("other/library")
                                   << QStringLiteral("not-found");
}

void TestCopy::refusesWhatCannotBe()
{
    QFETCH(QString, image);
    QFETCH(QString, place);
    QFETCH(QString, code);
    const auto raw = m_bench->images.raw(QStringLiteral("disk.raw"), 3 * MiB, {{Random, 0, 2 * MiB}});
    QVERIFY(from().import(raw, QStringLiteral("disk")).ok());
    const bool isSame = place == QLatin1String("library");
    const auto refused =
        from().run({QStringLiteral("copy"), image, QStringLiteral("--to"), m_bench->path(place),
                    QStringLiteral("--to-password-file"), isSame ? from().passwordFile() : to().passwordFile()});
    VERIFY_EMPTY(refused.complaint(code));
    QVERIFY(to().images().array().isEmpty());
    QCOMPARE(from().images().array().size(), 1);
}

void TestCopy::damageIsNotCopied()
{
    const auto raw = m_bench->path(QStringLiteral("disk.raw"));
    QVERIFY(writeRandom(raw, 0, 40 * MiB, 4711));
    QVERIFY(from().import(raw, QStringLiteral("disk")).ok());
    for (const auto &pack : from().packs()) {
        const auto path = from().library() + QLatin1Char('/') + pack;
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
        if (QFileInfo(path).size() > 8 * MiB)
            QVERIFY(flipBit(path, 5 * MiB));
    }
    const auto refused = copy(QStringLiteral("disk"));
    VERIFY_EMPTY(refused.complaint(QStringLiteral("corrupt"), {QStringLiteral("disk")}));
    QVERIFY(to().images().array().isEmpty());
}

QTEST_GUILESS_MAIN(TestCopy)
#include "tst_copy.moc"
