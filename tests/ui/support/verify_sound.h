#pragma once

#include "ui/support/dialog_bench.h"

#include <QTest>

/// Fails the test where keyboard or screen reader meet a problem, the Tab key goes astray, or a text is cut off.
#define VERIFY_SOUND(window)                                                                                           \
    do {                                                                                                               \
        const auto problems = ::sealift::test::accessibilityProblems(window) +                                         \
                              ::sealift::test::tabOrderProblems(window) + ::sealift::test::clippedTexts(window);       \
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));                                                \
    } while (false)
