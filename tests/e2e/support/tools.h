#pragma once

#include <QString>

#include <chrono>
#include <functional>

namespace sealift::test {

/// Empty where every external program of the end-to-end tests is there; else the sentence that names those missing and
/// the Debian packages that have them. A missing tool is a failure, never a skip: a test that did not run proves
/// nothing.
QString missingTools();

/// Empty where the test may mount a file system; else why it may not. Tests that need a full disk mount a small tmpfs.
QString missingPrivileges();

/// The command under test, from the environment variable SEALIFT_BIN; empty where that names no program.
QString sealiftProgram();

/// Looks every few milliseconds whether the condition holds. False where it does not in that time.
bool waitUntil(const std::function<bool()> &condition, std::chrono::milliseconds patience);

} // namespace sealift::test

/// To be the first line of initTestCase().
#define REQUIRE_TOOLS()                                                                                                \
    do {                                                                                                               \
        const QString missing = sealift::test::missingTools();                                                         \
        QVERIFY2(missing.isEmpty(), qPrintable(missing));                                                              \
    } while (false)

/// Fails the test with the text (of complaints, leftovers, differences), which QCOMPARE would cut short, unless it is
/// empty.
#define VERIFY_EMPTY(...)                                                                                              \
    do {                                                                                                               \
        const auto &unwanted = (__VA_ARGS__);                                                                          \
        QVERIFY2(unwanted.isEmpty(), qPrintable(QString(unwanted)));                                                   \
    } while (false)

/// Fails the test with all that is known of a program's run unless `condition` holds.
#define VERIFY_RUN(condition, finished) QVERIFY2((condition), (finished).describe().constData())
