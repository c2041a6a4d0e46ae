// Who writes to an image, and what room there is.

#include "policy/host_facts.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>

using namespace sealift;

class TestHostFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readersAreNoWriters();
    void findsTheWriter();
    void freeSpace();
    void clock();
};

void TestHostFacts::readersAreNoWriters()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("disk")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    QCOMPARE(writerOf({file.fileName()}), QString());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(writerOf({file.fileName()}), QString());
    QCOMPARE(writerOf({folder.filePath(QStringLiteral("nothing"))}), QString());
    QCOMPARE(writerOf({}), QString());
}

void TestHostFacts::findsTheWriter()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("disk")));
    QVERIFY(file.open(QIODevice::ReadWrite));
    const auto writer = writerOf({file.fileName()});
    QVERIFY2(writer.contains(QString::number(QCoreApplication::applicationPid())), qPrintable(writer));
    // By a name of its own as well: it is the file that counts.
    const auto link = folder.filePath(QStringLiteral("link"));
    QVERIFY(QFile::link(file.fileName(), link));
    QCOMPARE(writerOf({link}), writer);
    // Of an image in several files, any.
    QFile other(folder.filePath(QStringLiteral("other")));
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.close();
    QCOMPARE(writerOf({other.fileName(), file.fileName()}), writer);
}

void TestHostFacts::freeSpace()
{
    const QTemporaryDir folder;
    const auto there = freeSpaceOf(folder.path());
    QVERIFY(there.known() && *there > 0);
    const auto below = freeSpaceOf(folder.filePath(QStringLiteral("not/yet/there")));
    QVERIFY(below.known());
}

void TestHostFacts::clock()
{
    QVERIFY(clockIsSet().is(true));
}

QTEST_GUILESS_MAIN(TestHostFacts)
#include "tst_host_facts.moc"
