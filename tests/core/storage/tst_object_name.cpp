#include "storage/object_store.h"

#include <QTest>

using namespace sealift;

class TestObjectName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checks_data();
    void checks();
};

void TestObjectName::checks_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("good");
    for (const auto *name : {"config", "keys/0a", "data/4f/4f1a", "a.b_c-D9", "..a", "a..", "...", "-", "a/b/c/d"})
        QTest::newRow(name) << QString::fromLatin1(name) << true;
    for (const auto *name :
         {"", "/", "/a", "a/", "a//b", ".", "..", "a/.", "a/../b", "a b", "a\\b", "a:b", "a\tb", "a*", "~"})
        QTest::addRow("not \"%s\"", name) << QString::fromLatin1(name) << false;
    QTest::newRow("no digit of another script") << QString(QChar(0x0663)) << false;
    QTest::newRow("no letter with an accent") << QString(QChar(0xe9)) << false;
    QTest::newRow("no zero") << QString(QChar(0)) << false;
}

void TestObjectName::checks()
{
    QFETCH(const QString, name);
    QFETCH(const bool, good);
    const auto checked = checkObjectName(name);
    QCOMPARE(checked.has_value(), good);
    if (!good)
        QCOMPARE(checked.error().code(), ErrorCode::InvalidArgument);
}

QTEST_APPLESS_MAIN(TestObjectName)
#include "tst_object_name.moc"
