#include "ui/library/forget_library.h"

#include "ui/services/library_service.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace sealift {

namespace {

struct ForgetLibrary {
    Q_DECLARE_TR_FUNCTIONS(ForgetLibrary)
};

} // namespace

void askToForget(LibraryService &libraries, const QString &libraryId, QWidget *parent)
{
    const auto library = libraries.library(libraryId);
    if (!library)
        return;
    auto *box = new QMessageBox(QMessageBox::Question, ForgetLibrary::tr("Forget Library"),
                                ForgetLibrary::tr("Take \"%1\" from the list?").arg(library->name),
                                QMessageBox::NoButton, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    const auto what = library->remembered
                          ? ForgetLibrary::tr("Its files in %1 stay as they are. Its password is removed from the "
                                              "keyring: make sure that you know it.")
                          : ForgetLibrary::tr("Its files in %1 stay as they are, and it can be opened again there with "
                                              "its password.");
    box->setInformativeText(what.arg(library->location));
    auto *forget = box->addButton(ForgetLibrary::tr("&Forget It, Keep Its Files"), QMessageBox::DestructiveRole);
    forget->setObjectName(QStringLiteral("forget"));
    auto *cancel = box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(cancel);
    box->setEscapeButton(cancel);
    QObject::connect(box, &QMessageBox::buttonClicked, &libraries,
                     [&libraries, forget, libraryId](QAbstractButton *button) {
                         if (button == forget)
                             libraries.forget(libraryId);
                     });
    box->open();
}

} // namespace sealift
