// A real system survives the journey: the sample image boots out of what Sealift exported.

#include "e2e/support/files.h"
#include "e2e/support/tools.h"
#include "e2e/support/workbench.h"

#include <QStandardPaths>
#include <QTest>

#include <memory>

using namespace sealift::test;

class TestBoot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void exportBoots_data();
    void exportBoots();
    void blankDiskDoesNotBoot();

private:
    static Finished boot(const QString &image, const QString &format, int seconds);

    std::unique_ptr<Workbench> m_bench;
    QString m_sample;
};

Finished TestBoot::boot(const QString &image, const QString &format, int seconds)
{
    return run({.program = QStringLiteral(SEALIFT_SOURCE_DIR "/tests/support/boot-image.sh"),
                .arguments = {image, format, QString::number(seconds)},
                .timeout = std::chrono::seconds(seconds + 20)});
}

void TestBoot::initTestCase()
{
    REQUIRE_TOOLS();
    QVERIFY2(!QStandardPaths::findExecutable(QStringLiteral("qemu-system-x86_64")).isEmpty(),
             "missing: qemu-system-x86_64 (Debian package qemu-system-x86)");
    m_bench = std::make_unique<Workbench>();
    // Cached between runs by the script itself.
    const Finished made =
        run({.program = QStringLiteral(SEALIFT_SOURCE_DIR "/app/sample-image.sh"), .timeout = std::chrono::minutes(5)});
    VERIFY_RUN(made.ok(), made);
    m_sample = QString::fromUtf8(made.out).trimmed();
    const Outcome init = m_bench->sealift.init();
    VERIFY_RUN(init.ok(), init.run);
    const Outcome imported = m_bench->sealift.import(m_sample, QStringLiteral("sample"));
    VERIFY_RUN(imported.ok(), imported.run);
}

void TestBoot::exportBoots_data()
{
    QTest::addColumn<QString>("format");
    QTest::newRow("raw") << QStringLiteral("raw");
    QTest::newRow("qcow2") << QStringLiteral("qcow2");
}

void TestBoot::exportBoots()
{
    QFETCH(QString, format);
    const QString out = m_bench->path(QStringLiteral("sample.") + format);
    const Outcome exported = m_bench->sealift.exportTo(QStringLiteral("sample"), format, out);
    VERIFY_RUN(exported.ok(), exported.run);
    const Finished same = run({.program = QStringLiteral("qemu-img"),
                               .arguments = {QStringLiteral("compare"), QStringLiteral("-f"), QStringLiteral("qcow2"),
                                             QStringLiteral("-F"), format, m_sample, out}});
    VERIFY_RUN(same.ok(), same);
    const Finished booted = boot(out, format, 150);
    VERIFY_RUN(booted.ok(), booted);
}

/// The way to see that a boot can fail.
void TestBoot::blankDiskDoesNotBoot()
{
    const QString blank = m_bench->path(QStringLiteral("blank.raw"));
    QVERIFY(setSize(blank, 64 << 20));
    const Finished booted = boot(blank, QStringLiteral("raw"), 8);
    QCOMPARE(booted.exitCode, 1);
}

QTEST_GUILESS_MAIN(TestBoot)
#include "tst_boot.moc"
