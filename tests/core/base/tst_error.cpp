#include "base/error.h"
#include "base/result.h"

#include <QSet>
#include <QTest>

#include <cerrno>
#include <clocale>
#include <memory>

using namespace sealift;

class TestError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasItsOwnName();
    void mapsErrno_data();
    void mapsErrno();
    void wordsErrno();
    void textIsNotTranslated();
    void unknownErrnoStillNamesItself();
    void callersRemedyWins();
    void passingConditionsAreMarked_data();
    void passingConditionsAreMarked();
    void wrappingKeepsTheFacts();
    void tryPropagates();
    void assignBindsOrPropagates();
};

void TestError::everyCodeHasItsOwnName()
{
    QSet<QString> names;
    for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
        const auto name = errorCodeName(static_cast<ErrorCode>(code));
        names.insert(name);
        QCOMPARE(errorCodeFromName(name), static_cast<ErrorCode>(code));
    }
    QVERIFY(!errorCodeFromName(u"no-such-code"));
    QCOMPARE(names.size(), static_cast<int>(ErrorCode::Internal) + 1);
    QCOMPARE(errorCodeName(ErrorCode::WrongPassword), QStringLiteral("wrong-password"));
}

void TestError::mapsErrno_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<bool>("advised");
    QTest::newRow("ENOENT") << ENOENT << ErrorCode::NotFound << true;
    QTest::newRow("ENOTDIR") << ENOTDIR << ErrorCode::NotFound << true;
    QTest::newRow("EEXIST") << EEXIST << ErrorCode::AlreadyExists << false;
    QTest::newRow("EACCES") << EACCES << ErrorCode::PermissionDenied << true;
    QTest::newRow("EPERM") << EPERM << ErrorCode::PermissionDenied << true;
    QTest::newRow("EROFS") << EROFS << ErrorCode::PermissionDenied << true;
    QTest::newRow("ENOSPC") << ENOSPC << ErrorCode::NoSpace << true;
    QTest::newRow("EDQUOT") << EDQUOT << ErrorCode::NoSpace << true;
    QTest::newRow("EFBIG") << EFBIG << ErrorCode::NoSpace << true;
    QTest::newRow("ETIMEDOUT") << ETIMEDOUT << ErrorCode::Timeout << false;
    QTest::newRow("EIO") << EIO << ErrorCode::Io << true;
    QTest::newRow("EINTR") << EINTR << ErrorCode::Io << false;
    QTest::newRow("EMFILE") << EMFILE << ErrorCode::Io << false;
}

void TestError::mapsErrno()
{
    QFETCH(const int, number);
    QFETCH(const ErrorCode, code);
    QFETCH(const bool, advised);
    const auto error = Error::fromErrno(number, QStringLiteral("cannot write /x"));
    QCOMPARE(error.code(), code);
    QCOMPARE(!error.remedy().isEmpty(), advised);
    QCOMPARE(error.context().value(0), qMakePair(QStringLiteral("errno"), QString::number(number)));
}

void TestError::wordsErrno()
{
    const auto error = Error::fromErrno(ENOSPC, QStringLiteral("cannot write /srv/%1/a"));
    QCOMPARE(error.what(), QStringLiteral("cannot write /srv/%1/a: No space left on device"));
}

void TestError::textIsNotTranslated()
{
    // With a locale whose messages are installed, strerror() would answer in its language.
    static_cast<void>(std::setlocale(LC_ALL, "de_DE.UTF-8"));
    const auto error = Error::fromErrno(ENOENT, QStringLiteral("x"));
    static_cast<void>(std::setlocale(LC_ALL, "C"));
    QCOMPARE(error.what(), QStringLiteral("x: No such file or directory"));
}

void TestError::unknownErrnoStillNamesItself()
{
    const auto error = Error::fromErrno(99999, QStringLiteral("x"));
    QCOMPARE(error.code(), ErrorCode::Io);
    QCOMPARE(error.what(), QStringLiteral("x: error 99999"));
}

void TestError::callersRemedyWins()
{
    QCOMPARE(Error::fromErrno(ENOSPC, QStringLiteral("x"), QStringLiteral("Do this.")).remedy(),
             QStringLiteral("Do this."));
}

void TestError::passingConditionsAreMarked_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<bool>("transient");
    QTest::newRow("EAGAIN") << EAGAIN << true;
    QTest::newRow("EBUSY") << EBUSY << true;
    QTest::newRow("ETIMEDOUT") << ETIMEDOUT << true;
    QTest::newRow("ENOSPC") << ENOSPC << false;
    QTest::newRow("ENOENT") << ENOENT << false;
}

void TestError::passingConditionsAreMarked()
{
    QFETCH(const int, number);
    QFETCH(const bool, transient);
    QCOMPARE(Error::fromErrno(number, QStringLiteral("x")).retry(), transient ? Retry::Transient : Retry::Never);
}

void TestError::wrappingKeepsTheFacts()
{
    const auto error = Error(ErrorCode::Corrupt, QStringLiteral("bad checksum"), QStringLiteral("Restore it."))
                           .with(QStringLiteral("pack"), QStringLiteral("4f1a"))
                           .transient()
                           .during(QStringLiteral("cannot read %1"))
                           .with(QStringLiteral("offset"), QStringLiteral("12"));
    QCOMPARE(error.code(), ErrorCode::Corrupt);
    QCOMPARE(error.what(), QStringLiteral("cannot read %1: bad checksum"));
    QCOMPARE(error.remedy(), QStringLiteral("Restore it."));
    QCOMPARE(error.retry(), Retry::Transient);
    QCOMPARE(error.context().size(), 2);
    QCOMPARE(error.context().at(1).first, QStringLiteral("offset"));
    QCOMPARE(Error(error).advising(QStringLiteral("Ask.")).remedy(), QStringLiteral("Ask."));
    QCOMPARE(Error::cancelled().code(), ErrorCode::Cancelled);
}

void TestError::tryPropagates()
{
    int reached = 0;
    const auto run = [&reached](Status first) -> Status {
        SEALIFT_TRY(std::move(first));
        ++reached;
        return {};
    };
    QVERIFY(run({}).has_value());
    QCOMPARE(reached, 1);
    const auto failed = run(fail(Error(ErrorCode::Io, QStringLiteral("no"))));
    QVERIFY(!failed);
    QCOMPARE(failed.error().what(), QStringLiteral("no"));
    QCOMPARE(reached, 1);
}

void TestError::assignBindsOrPropagates()
{
    const auto twice = [](Result<std::unique_ptr<int>> input) -> Result<int> {
        SEALIFT_ASSIGN(const auto pointer, std::move(input)); // Move-only values pass through.
        return *pointer * 2;
    };
    QCOMPARE(twice(std::make_unique<int>(21)).value(), 42);
    const auto failed = twice(fail(Error(ErrorCode::NotFound, QStringLiteral("gone"))));
    QVERIFY(!failed);
    QCOMPARE(failed.error().code(), ErrorCode::NotFound);
}

QTEST_APPLESS_MAIN(TestError)
#include "tst_error.moc"
