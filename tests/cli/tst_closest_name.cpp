#include "cli/closest_name.h"

#include <QTest>

using namespace sealift;

class TestClosestName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
};

void TestClosestName::finds_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("meant");
    QTest::newRow("exact") << "import"
                           << "import";
    QTest::newRow("letter missing") << "imprt"
                                    << "import";
    QTest::newRow("letter added") << "iimport"
                                  << "import";
    QTest::newRow("letter wrong") << "inport"
                                  << "import";
    QTest::newRow("neighbours swapped") << "exoprt"
                                        << "export";
    QTest::newRow("capitals") << "Export"
                              << "export";
    QTest::newRow("beginning of one") << "lib"
                                      << "library";
    QTest::newRow("nearest of several") << "exports"
                                        << "export";
    QTest::newRow("two slips in a long word") << "libary"
                                              << "library";
    QTest::newRow("nothing near") << "backup"
                                  << "";
    QTest::newRow("one letter") << "z"
                                << "";
    QTest::newRow("empty") << ""
                           << "";
    QTest::newRow("endless") << QString(1000, QLatin1Char('i')) << "";
}

void TestClosestName::finds()
{
    QFETCH(QString, typed);
    QFETCH(QString, meant);
    const QStringList names{QStringLiteral("library"), QStringLiteral("import"),  QStringLiteral("images"),
                            QStringLiteral("export"),  QStringLiteral("inspect"), QStringLiteral("version")};
    QCOMPARE(closestName(typed, names), meant);
}

QTEST_GUILESS_MAIN(TestClosestName)
#include "tst_closest_name.moc"
