#include "ui/library/new_library_wizard.h"

#include <QMessageBox>
#include <QPushButton>

namespace sealift {

NewLibraryWizard::NewLibraryWizard(LibraryService &libraries, PlaceService &places, TextService &texts,
                                   RecoverySheetService &sheets, const QString &suggestion, bool offerKeyring,
                                   QWidget *parent)
    : QWizard(parent)
{
    setWindowTitle(tr("New Library"));
    setWizardStyle(QWizard::ModernStyle);
    setOption(QWizard::NoBackButtonOnStartPage);
    setPage(Place, new NewPlacePage(places, texts, m_draft, suggestion, this));
    setPage(Password, new NewPasswordPage(libraries, m_draft, offerKeyring, this));
    setPage(Recovery, new RecoveryPage(sheets, m_draft, this));
    resize(fontMetrics().averageCharWidth() * 100, fontMetrics().height() * 25);
}

void NewLibraryWizard::reject()
{
    if (!m_draft.id.isEmpty() && currentId() == Recovery && !currentPage()->isComplete())
        askBeforeLosingPassphrase(this, [this] { QWizard::reject(); });
    else
        QWizard::reject();
}

void askBeforeLosingPassphrase(QWidget *parent, const std::function<void()> &leave)
{
    auto *box =
        new QMessageBox(QMessageBox::Warning, QObject::tr("Recovery Passphrase"),
                        QObject::tr("The recovery passphrase was not confirmed."), QMessageBox::NoButton, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(QObject::tr("The library is made and can be used with its password. If that gets lost and "
                                        "you have no copy of the passphrase, everything in the library is lost."));
    auto *insist = box->addButton(QObject::tr("&Discard the Passphrase"), QMessageBox::DestructiveRole);
    auto *back = box->addButton(QObject::tr("&Back to the Passphrase"), QMessageBox::RejectRole);
    box->setDefaultButton(back);
    box->setEscapeButton(back);
    QObject::connect(box, &QMessageBox::buttonClicked, parent, [insist, leave](QAbstractButton *button) {
        if (button == insist)
            leave();
    });
    box->open();
}

} // namespace sealift
