#include "ui/library/place_form.h"
#include "ui/library/recovery_view.h"
#include "ui/support/dialog_bench.h"
#include "ui/support/verify_sound.h"
#include "ui/welcome/welcome_pages.h"
#include "ui/welcome/welcome_wizard.h"

#include "library/repository.h"

#include "storage/open_store.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QTest>

using namespace sealift;
using namespace sealift::test;

/// A first start, by the keyboard, over real libraries.
class TestWelcome : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<DialogBench>(); }
    void cleanup() { m_bench.reset(); }
    void makesALibraryByKeyboardOnly();
    void opensAnExistingOne();
    void leavesNothingBehindWhenDismissed();

private:
    std::unique_ptr<WelcomeWizard> wizard(bool hasSample);
    static void press(QWidget &window, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        auto *focused = window.focusWidget();
        QTest::keyClick(focused == nullptr ? &window : focused, key, modifiers);
    }
    static bool tabTo(QWidget &window, const QString &name)
    {
        for (int i = 0; i < 40; ++i) {
            if (window.focusWidget() != nullptr && window.focusWidget()->objectName() == name)
                return true;
            press(window, Qt::Key_Tab);
        }
        return false;
    }

    std::unique_ptr<DialogBench> m_bench;
};

std::unique_ptr<WelcomeWizard> TestWelcome::wizard(bool hasSample)
{
    const WelcomeWizard::Services services{m_bench->libraries, m_bench->places, m_bench->texts, m_bench->sheets,
                                           m_bench->settings};
    auto made = std::make_unique<WelcomeWizard>(services, m_bench->path(QStringLiteral("My Images")), hasSample);
    made->show();
    return made;
}

void TestWelcome::makesALibraryByKeyboardOnly()
{
    const auto made = wizard(true);
    QVERIFY(QTest::qWaitForWindowActive(made.get()));
    photograph(*made, QStringLiteral("welcome-1"));
    VERIFY_SOUND(*made);
    press(*made, Qt::Key_N, Qt::AltModifier);
    QTRY_COMPARE(made->currentId(), static_cast<int>(WelcomeWizard::NewPlace));
    QTRY_VERIFY_WITH_TIMEOUT(made->button(QWizard::NextButton)->isEnabled(), kPatience);
    press(*made, Qt::Key_N, Qt::AltModifier);
    QTRY_COMPARE(made->currentId(), static_cast<int>(WelcomeWizard::NewPassword));
    QVERIFY(tabTo(*made, QStringLiteral("generatePassword")));
    press(*made, Qt::Key_Space);
    const auto password = visible<QLineEdit>(*made, "password")->text().toUtf8();
    press(*made, Qt::Key_C, Qt::AltModifier);
    QTRY_COMPARE_WITH_TIMEOUT(made->currentId(), static_cast<int>(WelcomeWizard::Recovery), kPatience);

    const auto groups = visible<QLabel>(*made, "passphrase")->text().remove(u'\n').split(u'-');
    const auto asked = made->findChild<RecoveryView *>()->asked();
    QVERIFY(tabTo(*made, QStringLiteral("group1")));
    QTest::keyClicks(made->focusWidget(), groups[asked[0] - 1]);
    QVERIFY(tabTo(*made, QStringLiteral("group2")));
    QTest::keyClicks(made->focusWidget(), groups[asked[1] - 1]);
    photograph(*made, QStringLiteral("welcome-2-recovery"));
    VERIFY_SOUND(*made);
    press(*made, Qt::Key_N, Qt::AltModifier);
    QTRY_COMPARE(made->currentId(), static_cast<int>(WelcomeWizard::Scratch));
    QTRY_VERIFY_WITH_TIMEOUT(made->button(QWizard::NextButton)->isEnabled(), kPatience);
    QTest::qWait(500);
    photograph(*made, QStringLiteral("welcome-3-scratch"));
    VERIFY_SOUND(*made);
    QVERIFY(tabTo(*made, QStringLiteral("scratchQuota")));
    press(*made, Qt::Key_Up);
    QVERIFY(!made->button(QWizard::BackButton)->isEnabled());
    press(*made, Qt::Key_N, Qt::AltModifier);
    QTRY_COMPARE(made->currentId(), static_cast<int>(WelcomeWizard::Sample));
    photograph(*made, QStringLiteral("welcome-4-sample"));
    VERIFY_SOUND(*made);
    QVERIFY(made->wantsSample());
    press(*made, Qt::Key_F, Qt::AltModifier);
    QTRY_COMPARE(made->result(), static_cast<int>(QDialog::Accepted));

    QVERIFY(!made->libraryId().isEmpty());
    QVERIFY(m_bench->settings.settings().welcomed);
    QCOMPARE(m_bench->settings.settings().scratchQuota, 9LL << 30);
    QVERIFY(
        openLibraryIn(openStore(m_bench->path(QStringLiteral("My Images"))).value(), QCA::SecureArray(password), {}));
}

void TestWelcome::opensAnExistingOne()
{
    const auto place = m_bench->makeLibrary();
    const auto made = wizard(false);
    visible<QRadioButton>(*made, "openExisting")->setChecked(true);
    made->next();
    made->findChild<ExistingLibraryPage *>()->place().setLocation(place);
    auto *field = visible<QLineEdit>(*made, "unlockPassword");
    QTest::keyClicks(field, QStringLiteral("wrong"));
    QTRY_VERIFY_WITH_TIMEOUT(made->button(QWizard::CommitButton)->isEnabled(), kPatience);
    made->next();
    QTRY_VERIFY_WITH_TIMEOUT(field->isEnabled(), kPatience);
    QCOMPARE(made->currentId(), static_cast<int>(WelcomeWizard::Existing));
    photograph(*made, QStringLiteral("welcome-5-existing"));
    VERIFY_SOUND(*made);
    field->clear();
    QTest::keyClicks(field, QStringLiteral("test"));
    made->next();
    QTRY_COMPARE_WITH_TIMEOUT(made->currentId(), static_cast<int>(WelcomeWizard::Scratch), kPatience);
    QCOMPARE(m_bench->libraries.libraries().size(), 1);
    QVERIFY(!made->wantsSample());
}

void TestWelcome::leavesNothingBehindWhenDismissed()
{
    const auto place = m_bench->makeLibrary();
    const auto made = wizard(false);
    visible<QRadioButton>(*made, "openExisting")->setChecked(true);
    made->next();
    made->findChild<ExistingLibraryPage *>()->place().setLocation(place);
    auto *field = visible<QLineEdit>(*made, "unlockPassword");
    QTest::keyClicks(field, QStringLiteral("wrong"));
    QTRY_VERIFY_WITH_TIMEOUT(made->button(QWizard::CommitButton)->isEnabled(), kPatience);
    made->next();
    QTRY_VERIFY_WITH_TIMEOUT(field->isEnabled(), kPatience);
    made->reject();
    QVERIFY(m_bench->libraries.libraries().isEmpty());
    QVERIFY(m_bench->settings.settings().welcomed);
}

QTEST_MAIN(TestWelcome)

#include "tst_welcome.moc"
