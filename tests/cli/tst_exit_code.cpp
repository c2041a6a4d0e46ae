#include "cli/exit_code.h"

#include <QSet>
#include <QTest>

using namespace sealift;

class TestExitCode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mapsEveryError_data();
    void mapsEveryError();
    void coversEveryErrorCode();
    void listsEveryCodeOnceInOrder();
};

static QList<std::pair<ErrorCode, int>> documented()
{
    return {
        {ErrorCode::Cancelled, 130},
        {ErrorCode::InvalidArgument, 2},
        {ErrorCode::NotFound, 3},
        {ErrorCode::AlreadyExists, 10},
        {ErrorCode::PermissionDenied, 3},
        {ErrorCode::NoSpace, 6},
        {ErrorCode::Io, 3},
        {ErrorCode::Corrupt, 5},
        {ErrorCode::Unsupported, 8},
        {ErrorCode::Unsafe, 5},
        {ErrorCode::Refused, 13},
        {ErrorCode::WrongPassword, 4},
        {ErrorCode::Locked, 7},
        {ErrorCode::SourceChanged, 9},
        {ErrorCode::LimitExceeded, 8},
        {ErrorCode::ToolMissing, 8},
        {ErrorCode::ToolFailed, 1},
        {ErrorCode::Network, 11},
        {ErrorCode::Timeout, 11},
        {ErrorCode::Internal, 1},
    };
}

void TestExitCode::mapsEveryError_data()
{
    QTest::addColumn<int>("error");
    QTest::addColumn<int>("exitCode");
    for (const auto &[error, exitCode] : documented())
        QTest::newRow(qPrintable(errorCodeName(error))) << static_cast<int>(error) << exitCode;
}

void TestExitCode::mapsEveryError()
{
    QFETCH(int, error);
    QFETCH(int, exitCode);
    QCOMPARE(static_cast<int>(exitCodeFor(static_cast<ErrorCode>(error))), exitCode);
}

void TestExitCode::coversEveryErrorCode()
{
    // A code that is added to ErrorCode without a line here has another name than "internal" at the next number.
    const auto next = static_cast<ErrorCode>(documented().size());
    QCOMPARE(errorCodeName(next), QStringLiteral("internal"));
    QSet<QString> names;
    for (const auto &[error, exitCode] : documented())
        names.insert(errorCodeName(error));
    QCOMPARE(names.size(), documented().size());
}

void TestExitCode::listsEveryCodeOnceInOrder()
{
    const auto table = exitCodeTable();
    QSet<int> listed;
    int before = -1;
    for (const auto &[code, meaning] : table) {
        QVERIFY(static_cast<int>(code) > before);
        QVERIFY(!meaning.isEmpty());
        before = static_cast<int>(code);
        listed.insert(before);
    }
    for (const auto &[error, exitCode] : documented())
        QVERIFY2(listed.contains(exitCode), qPrintable(errorCodeName(error)));
    QVERIFY(listed.contains(0));
}

QTEST_GUILESS_MAIN(TestExitCode)
#include "tst_exit_code.moc"
