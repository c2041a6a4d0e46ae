#include "ui/export/protection_page.h"

#include "ui/common/field_note.h"
#include "ui/common/message_panel.h"
#include "ui/common/tab_order.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QRadioButton>
#include <QVBoxLayout>

namespace sealift {

ExportProtectionPage::ExportProtectionPage(ExportDraft &draft, QWidget *parent)
    : QWizardPage(parent)
    , m_draft(draft)
    , m_understood(new QCheckBox(this))
{
    setTitle(tr("How is the file protected?"));
    setSubTitle(tr("Hypervisors read plain disk images. What leaves the library is not encrypted any more."));
    auto *encrypted = new QRadioButton(tr("&Encrypted file: not available in this version"), this);
    encrypted->setEnabled(false);
    auto *plain = new QRadioButton(tr("&Plain file, as hypervisors need it"), this);
    plain->setObjectName(QStringLiteral("plain"));
    plain->setChecked(true);
    auto *risk = new MessagePanel(this);
    risk->showMessage(
        Tone::Warning, tr("A plain file protects nothing"),
        tr("Whoever gets hold of it, or of the medium that it was on, can read everything on the disk: "
           "files, passwords, keys. Deleting it later does not erase it. Its permissions let no other user of "
           "this computer open it; a copy elsewhere may be open to all."));
    m_understood->setObjectName(QStringLiteral("understood"));

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(plain);
    layout->addWidget(encrypted);
    layout->addSpacing(layout->spacing());
    layout->addWidget(risk);
    layout->addWidget(m_understood);
    layout->addStretch();
    orderTabs(*this);
    connect(m_understood, &QCheckBox::toggled, this, &QWizardPage::completeChanged);
}

void ExportProtectionPage::initializePage()
{
    // What was said of one file does not hold for another.
    if (m_path != m_draft.path)
        m_understood->setChecked(false);
    m_path = m_draft.path;
    const auto name = QFileInfo(m_path).fileName();
    m_understood->setText(tr("I &understand that everybody who gets \"%1\" can read what is on this disk").arg(name));
}

bool ExportProtectionPage::isComplete() const
{
    return m_understood->isChecked();
}

bool ExportProtectionPage::validatePage()
{
    m_draft.isPlainConfirmed = m_understood->isChecked();
    return m_draft.isPlainConfirmed;
}

} // namespace sealift
