#include "ui/library/forget_library.h"
#include "ui/library/new_library_wizard.h"
#include "ui/library/open_library_dialog.h"
#include "ui/library/place_form.h"
#include "ui/library/recovery_view.h"
#include "ui/library/unlock_dialog.h"
#include "ui/support/dialog_bench.h"
#include "ui/support/verify_sound.h"

#include "library/repository.h"

#include "storage/open_store.h"

#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace sealift;
using namespace sealift::test;

/// The dialogs around libraries, driven by the keyboard, over real libraries.
class TestLibraryDialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<DialogBench>(); }
    void cleanup() { m_bench.reset(); }
    void makesALibrary();
    void savesTheRecoverySheetForItsOwnerOnly();
    void judgesPlacesForNewOnes_data();
    void judgesPlacesForNewOnes();
    void namesAWeakPasswordInTheButton();
    void keepsThePassphraseFromBeingLost();
    void unlocksAfterAWrongPassword();
    void opensAnExistingOne();
    void addsNothingWhenGivenUp();
    void forgetsOnlyOnPurpose();

private:
    static void press(QWidget &window, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        auto *focused = window.focusWidget();
        QTest::keyClick(focused == nullptr ? &window : focused, key, modifiers);
    }
    static void type(QWidget &window, const QString &text) { QTest::keyClicks(window.focusWidget(), text); }
    std::unique_ptr<NewLibraryWizard> wizard(const QString &folder);
    void toRecovery(NewLibraryWizard &wizard);

    std::unique_ptr<DialogBench> m_bench;
};

std::unique_ptr<NewLibraryWizard> TestLibraryDialogs::wizard(const QString &folder)
{
    auto made = std::make_unique<NewLibraryWizard>(m_bench->libraries, m_bench->places, m_bench->texts, m_bench->sheets,
                                                   folder, true);
    made->show();
    made->activateWindow();
    return made;
}

void TestLibraryDialogs::toRecovery(NewLibraryWizard &made)
{
    QTRY_VERIFY_WITH_TIMEOUT(made.button(QWizard::NextButton)->isEnabled(), kPatience);
    made.next();
    QTest::keyClicks(visible<QLineEdit>(made, "password"), QStringLiteral("k7fx-9qmw-p3zt"));
    QTest::keyClicks(visible<QLineEdit>(made, "passwordRepeated"), QStringLiteral("k7fx-9qmw-p3zt"));
    made.next();
    QTRY_COMPARE_WITH_TIMEOUT(made.currentId(), static_cast<int>(NewLibraryWizard::Recovery), kPatience);
}

void TestLibraryDialogs::makesALibrary()
{
    const auto made = wizard(m_bench->path(QStringLiteral("Vault of Images")));
    QVERIFY(QTest::qWaitForWindowActive(made.get()));
    QTRY_VERIFY_WITH_TIMEOUT(made->button(QWizard::NextButton)->isEnabled(), kPatience);
    photograph(*made, QStringLiteral("new-library-1-place"));
    VERIFY_SOUND(*made);
    QTest::keyClick(made.get(), Qt::Key_Return);
    QCOMPARE(made->currentId(), static_cast<int>(NewLibraryWizard::Password));

    auto *password = visible<QLineEdit>(*made, "password");
    password->setFocus();
    type(*made, QStringLiteral("k7fx-9qmw-p3zt"));
    press(*made, Qt::Key_Tab);
    QCOMPARE(made->focusWidget()->objectName(), QStringLiteral("passwordRepeated"));
    type(*made, QStringLiteral("k7fx-9qmw-p3z"));
    QVERIFY(!made->button(QWizard::CommitButton)->isEnabled());
    type(*made, QStringLiteral("t"));
    QVERIFY(made->button(QWizard::CommitButton)->isEnabled());
    photograph(*made, QStringLiteral("new-library-2-password"));
    VERIFY_SOUND(*made);
    press(*made, Qt::Key_Return);
    QVERIFY(!made->button(QWizard::BackButton)->isEnabled());
    photograph(*made, QStringLiteral("new-library-3-making"));
    QTRY_COMPARE_WITH_TIMEOUT(made->currentId(), static_cast<int>(NewLibraryWizard::Recovery), kPatience);

    auto *view = made->findChild<RecoveryView *>();
    const auto groups = visible<QLabel>(*made, "passphrase")->text().remove(u'\n').split(u'-');
    QCOMPARE(groups.size(), 8);
    QVERIFY(!made->button(QWizard::FinishButton)->isEnabled());
    QTest::keyClicks(visible<QLineEdit>(*made, "group1"), groups[view->asked()[0] - 1].toLower());
    QTest::keyClicks(visible<QLineEdit>(*made, "group2"), QStringLiteral("WRONG"));
    QVERIFY(!made->button(QWizard::FinishButton)->isEnabled());
    photograph(*made, QStringLiteral("new-library-4-recovery-wrong"));
    visible<QLineEdit>(*made, "group2")->clear();
    QTest::keyClicks(visible<QLineEdit>(*made, "group2"), groups[view->asked()[1] - 1]);
    QVERIFY(made->button(QWizard::FinishButton)->isEnabled());
    photograph(*made, QStringLiteral("new-library-4-recovery"));
    VERIFY_SOUND(*made);
    QTest::keyClick(made.get(), Qt::Key_Return);
    QCOMPARE(made->result(), static_cast<int>(QDialog::Accepted));

    QVERIFY(m_bench->waitFor(made->libraryId(), LibraryState::Unlocked));
    const auto library = m_bench->libraries.library(made->libraryId());
    QCOMPARE(library->name, QStringLiteral("Vault of Images"));
    QVERIFY(openLibraryIn(openStore(library->location).value(), QCA::SecureArray("k7fx-9qmw-p3zt"), {}));
    QVERIFY(openLibraryIn(openStore(library->location).value(), QCA::SecureArray(groups.join(u'-').toLatin1()), {}));
}

void TestLibraryDialogs::savesTheRecoverySheetForItsOwnerOnly()
{
    const auto made = wizard(m_bench->path(QStringLiteral("vault")));
    toRecovery(*made);
    auto *view = made->findChild<RecoveryView *>();
    const auto passphrase = visible<QLabel>(*made, "passphrase")->text().remove(u'\n');
    QSignalSpy saved(&m_bench->sheets, &RecoverySheetService::saved);
    const auto text = m_bench->path(QStringLiteral("sheet.txt"));
    view->saveTo(text, RecoverySheetService::Format::Text);
    QVERIFY(saved.wait(kPatience));
    QFile file(text);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto content = QString::fromUtf8(file.readAll());
    QVERIFY(content.contains(passphrase));
    QVERIFY(content.contains(m_bench->path(QStringLiteral("vault"))));
    QCOMPARE(file.permissions() & 0x0077, QFileDevice::Permissions());

    const auto pdf = m_bench->path(QStringLiteral("sheet.pdf"));
    view->saveTo(pdf, RecoverySheetService::Format::Pdf);
    QVERIFY(saved.wait(kPatience));
    QFile document(pdf);
    QVERIFY(document.open(QIODevice::ReadOnly));
    QVERIFY(document.readAll().startsWith("%PDF-"));
    photograph(*made, QStringLiteral("new-library-5-saved"));

    QSignalSpy failed(&m_bench->sheets, &RecoverySheetService::failed);
    view->saveTo(m_bench->path(QStringLiteral("no/such/folder/sheet.txt")), RecoverySheetService::Format::Text);
    QVERIFY(failed.wait(kPatience));
}

void TestLibraryDialogs::judgesPlacesForNewOnes_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<bool>("isGood");
    QTest::addColumn<QString>("word");
    QTest::newRow("a new folder") << "%1/fresh/deep" << true << "new folder";
    QTest::newRow("an empty folder") << "%1/empty" << true << "empty";
    QTest::newRow("a full folder") << "%1/full" << false << "not empty";
    QTest::newRow("a library") << "%1/office" << false << "Open it";
    QTest::newRow("a file") << "%1/full/file" << false << "file";
    QTest::newRow("a relative path") << "fresh" << false << "absolute";
    QTest::newRow("credentials") << "s3:https://me:secret@host/bucket" << false << "password";
}

void TestLibraryDialogs::judgesPlacesForNewOnes()
{
    QFETCH(const QString, place);
    QFETCH(const bool, isGood);
    QFETCH(const QString, word);
    m_bench->makeLibrary();
    QDir().mkpath(m_bench->path(QStringLiteral("empty")));
    QDir().mkpath(m_bench->path(QStringLiteral("full")));
    QFile file(m_bench->path(QStringLiteral("full/file")));
    QVERIFY(file.open(QIODevice::WriteOnly));

    PlaceForm form(PlaceForm::Purpose::New, m_bench->places, m_bench->texts);
    form.show();
    form.setLocation(place.contains(u'%') ? place.arg(m_bench->path({})) : place);
    auto *location = visible<QLineEdit>(form, "location");
    // A bucket's service is asked first, and the form says so meanwhile.
    QTRY_VERIFY_WITH_TIMEOUT(location->accessibleDescription().contains(word), kPatience);
    QCOMPARE(form.isComplete(), isGood);
}

void TestLibraryDialogs::namesAWeakPasswordInTheButton()
{
    const auto made = wizard(m_bench->path(QStringLiteral("vault")));
    QTRY_VERIFY_WITH_TIMEOUT(made->button(QWizard::NextButton)->isEnabled(), kPatience);
    made->next();
    QTest::keyClicks(visible<QLineEdit>(*made, "password"), QStringLiteral("vault1"));
    QTest::keyClicks(visible<QLineEdit>(*made, "passwordRepeated"), QStringLiteral("vault1"));
    QVERIFY(made->button(QWizard::CommitButton)->text().contains(QStringLiteral("Weak")));
    QTRY_VERIFY(!qobject_cast<QPushButton *>(made->button(QWizard::CommitButton))->isDefault());
    photograph(*made, QStringLiteral("new-library-2-weak"));
    QTest::mouseClick(visible<QPushButton>(*made, "generatePassword"), Qt::LeftButton);
    QVERIFY(!made->button(QWizard::CommitButton)->text().contains(QStringLiteral("Weak")));
    QVERIFY(made->button(QWizard::CommitButton)->isEnabled());
    photograph(*made, QStringLiteral("new-library-2-generated"));
}

void TestLibraryDialogs::keepsThePassphraseFromBeingLost()
{
    const auto made = wizard(m_bench->path(QStringLiteral("vault")));
    toRecovery(*made);
    QTest::keyClick(made.get(), Qt::Key_Escape);
    auto *box = made->findChild<QMessageBox *>();
    QVERIFY(box != nullptr && box->isVisible());
    photograph(*box, QStringLiteral("new-library-6-losing"));
    QTest::keyClick(box, Qt::Key_Return); // what is the default leads back
    QVERIFY(made->isVisible());
    QTest::keyClick(made.get(), Qt::Key_Escape);
    box = nullptr;
    for (auto *candidate : made->findChildren<QMessageBox *>()) {
        if (candidate->isVisible())
            box = candidate;
    }
    QVERIFY(box != nullptr);
    for (auto *button : box->buttons()) {
        if (box->buttonRole(button) == QMessageBox::DestructiveRole)
            button->click();
    }
    QVERIFY(!made->isVisible());
    QVERIFY(m_bench->libraries.library(made->libraryId()));
}

void TestLibraryDialogs::unlocksAfterAWrongPassword()
{
    const auto id = m_bench->libraries.add(QStringLiteral("Office NAS"), {m_bench->makeLibrary()});
    QVERIFY(m_bench->waitFor(id, LibraryState::Locked));
    UnlockDialog dialog(m_bench->libraries, id, true);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto *field = visible<QLineEdit>(dialog, "unlockPassword");
    QVERIFY(field->hasFocus());
    QVERIFY(!visible<QPushButton>(dialog, "unlock")->isEnabled());
    type(dialog, QStringLiteral("wrong"));
    press(dialog, Qt::Key_Return);
    QVERIFY(!visible<QPushButton>(dialog, "unlock")->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(field->isEnabled(), kPatience);
    QVERIFY(field->accessibleDescription().contains(QStringLiteral("does not open")));
    photograph(dialog, QStringLiteral("unlock-wrong"));
    VERIFY_SOUND(dialog);
    QVERIFY(field->hasFocus());
    type(dialog, QStringLiteral("test"));
    press(dialog, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(dialog.result(), static_cast<int>(QDialog::Accepted), kPatience);
    QCOMPARE(m_bench->libraries.library(id)->state, LibraryState::Unlocked);
}

void TestLibraryDialogs::opensAnExistingOne()
{
    OpenLibraryDialog dialog(m_bench->libraries, m_bench->places, m_bench->texts, true);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    dialog.place().setLocation(m_bench->path({}));
    auto *location = visible<QLineEdit>(dialog, "location");
    QTRY_VERIFY_WITH_TIMEOUT(location->accessibleDescription().contains(QStringLiteral("no library")), kPatience);
    photograph(dialog, QStringLiteral("open-library-none"));
    VERIFY_SOUND(dialog);
    dialog.place().setLocation(m_bench->makeLibrary());
    QTest::keyClicks(visible<QLineEdit>(dialog, "unlockPassword"), QStringLiteral("test"));
    auto *open = visible<QPushButton>(dialog, "open");
    QTRY_VERIFY_WITH_TIMEOUT(open->isEnabled(), kPatience);
    photograph(dialog, QStringLiteral("open-library"));
    QTest::keyClick(visible<QLineEdit>(dialog, "unlockPassword"), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(dialog.result(), static_cast<int>(QDialog::Accepted), kPatience);
    QCOMPARE(m_bench->libraries.libraries().size(), 1);
    QCOMPARE(m_bench->libraries.libraries().first().name, QStringLiteral("office"));
}

void TestLibraryDialogs::addsNothingWhenGivenUp()
{
    OpenLibraryDialog dialog(m_bench->libraries, m_bench->places, m_bench->texts, true);
    dialog.show();
    dialog.place().setLocation(m_bench->makeLibrary());
    auto *field = visible<QLineEdit>(dialog, "unlockPassword");
    QTest::keyClicks(field, QStringLiteral("wrong"));
    QTRY_VERIFY_WITH_TIMEOUT(visible<QPushButton>(dialog, "open")->isEnabled(), kPatience);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(field->isEnabled(), kPatience);
    QVERIFY(field->accessibleDescription().contains(QStringLiteral("does not open")));
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(m_bench->libraries.libraries().isEmpty());
}

void TestLibraryDialogs::forgetsOnlyOnPurpose()
{
    const auto id = m_bench->unlockedLibrary();
    QWidget window;
    window.show();
    askToForget(m_bench->libraries, id, &window);
    auto *box = window.findChild<QMessageBox *>();
    QVERIFY(box != nullptr && box->isVisible());
    photograph(*box, QStringLiteral("forget-library"));
    QTest::keyClick(box, Qt::Key_Return); // the default forgets nothing
    QCOMPARE(m_bench->libraries.libraries().size(), 1);
    QTRY_VERIFY(window.findChild<QMessageBox *>() == nullptr);

    askToForget(m_bench->libraries, id, &window);
    window.findChild<QMessageBox *>()->findChild<QPushButton *>(QStringLiteral("forget"))->click();
    QVERIFY(m_bench->libraries.libraries().isEmpty());
    QVERIFY(QFileInfo::exists(m_bench->path(QStringLiteral("office/config"))));
}

QTEST_MAIN(TestLibraryDialogs)

#include "tst_library_dialogs.moc"
