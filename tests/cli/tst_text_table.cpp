#include "common/text_table.h"

#include <QTest>

using namespace sealift;

class TestTextTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void alignsColumns();
    void keepsColumnsUnderHostileNames();
    void leavesOutFactsWithoutValue();
};

void TestTextTable::alignsColumns()
{
    TextTable table({{QStringLiteral("ID"), TextTable::Align::Left},
                     {QStringLiteral("SIZE"), TextTable::Align::Right},
                     {QStringLiteral("NAME"), TextTable::Align::Left}});
    table.add({QStringLiteral("7f3a1c2e"), QStringLiteral("4.00 GiB"), QStringLiteral("web01")});
    table.add({QStringLiteral("0011aabb"), QStringLiteral("512 bytes"), QString()});
    QCOMPARE(table.text(), QStringLiteral("ID             SIZE  NAME\n"
                                          "7f3a1c2e   4.00 GiB  web01\n"
                                          "0011aabb  512 bytes"));
}

void TestTextTable::keepsColumnsUnderHostileNames()
{
    TextTable table({{QStringLiteral("NAME"), TextTable::Align::Left}, {QStringLiteral("X"), TextTable::Align::Left}});
    table.add({QStringLiteral("磁盘"), QStringLiteral("1")});
    table.add({QStringLiteral("a\x1b[1A"), QStringLiteral("2")});
    table.add({QStringLiteral("b"), QStringLiteral("3")});
    QCOMPARE(table.text(), QStringLiteral("NAME      X\n"
                                          "磁盘      1\n"
                                          "a\\x1b[1A  2\n"
                                          "b         3"));
}

void TestTextTable::leavesOutFactsWithoutValue()
{
    FactList facts;
    facts.add(QStringLiteral("Size"), QStringLiteral("4.00 GiB"));
    facts.add(QStringLiteral("Nothing"), QString());
    facts.add(QStringLiteral("Tags"), QStringLiteral("a"));
    facts.more(QStringLiteral("b"));
    QCOMPARE(facts.text(), QStringLiteral("Size  4.00 GiB\nTags  a\n      b"));
}

QTEST_GUILESS_MAIN(TestTextTable)
#include "tst_text_table.moc"
