#include "base/shared_failure.h"

#include <QTest>

using namespace sealift;

class TestSharedFailure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void succeedsWhileNothingHappens();
    void firstFailureCounts();
    void failureBeatsCancellation();
    void outerStopIsCancellation();
};

void TestSharedFailure::succeedsWhileNothingHappens()
{
    const SharedFailure failure{{}};
    QVERIFY(failure.status());
    QVERIFY(!failure.token().stop_requested());
}

void TestSharedFailure::firstFailureCounts()
{
    SharedFailure failure{{}};
    failure.report({ErrorCode::NoSpace, QStringLiteral("first")});
    failure.report({ErrorCode::Io, QStringLiteral("second")});
    QVERIFY(failure.token().stop_requested());
    QCOMPARE(failure.status().error().what(), QStringLiteral("first"));
}

void TestSharedFailure::failureBeatsCancellation()
{
    SharedFailure failure{{}};
    failure.report(Error::cancelled());
    failure.report({ErrorCode::Io, QStringLiteral("the cause")});
    failure.report(Error::cancelled());
    QCOMPARE(failure.status().error().code(), ErrorCode::Io);
}

void TestSharedFailure::outerStopIsCancellation()
{
    std::stop_source outer;
    const SharedFailure failure(outer.get_token());
    outer.request_stop();
    QVERIFY(failure.token().stop_requested());
    QCOMPARE(failure.status().error().code(), ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestSharedFailure)
#include "tst_shared_failure.moc"
