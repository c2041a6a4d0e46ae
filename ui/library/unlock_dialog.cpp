#include "ui/library/unlock_dialog.h"

#include "ui/library/unlock_form.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace sealift {

UnlockDialog::UnlockDialog(LibraryService &libraries, const QString &libraryId, bool offerKeyring, QWidget *parent)
    : QDialog(parent)
{
    const auto library = libraries.library(libraryId).value_or(LibraryInfo());
    setWindowTitle(tr("Unlock %1").arg(library.name));
    auto *where = new QLabel(
        tr("The library \"%1\" is in %2.\n\nIts key stays in this computer's memory until you lock it or quit.")
            .arg(library.name, library.location),
        this);
    where->setTextFormat(Qt::PlainText);
    where->setWordWrap(true);
    auto *form = new UnlockForm(libraries, offerKeyring, this);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *unlock = buttons->addButton(tr("&Unlock"), QDialogButtonBox::AcceptRole);
    unlock->setObjectName(QStringLiteral("unlock"));
    unlock->setDefault(true);
    unlock->setEnabled(false);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(where);
    layout->addWidget(form);
    layout->addStretch();
    layout->addWidget(buttons);
    layout->addStrut(fontMetrics().averageCharWidth() * 85); // at least: longer texts make it wider

    connect(form, &UnlockForm::changed, this, [form, unlock] { unlock->setEnabled(form->isComplete()); });
    connect(form, &UnlockForm::unlocked, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::accepted, this, [form, libraryId] { form->tryOn(libraryId); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

} // namespace sealift
