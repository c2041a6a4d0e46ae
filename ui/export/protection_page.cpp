#include "ui/export/protection_page.h"

#include "ui/common/field_note.h"
#include "ui/common/message_panel.h"
#include "ui/common/tab_order.h"
#include "ui/export/seal_form.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QRadioButton>
#include <QVBoxLayout>

namespace sealift {

namespace {

constexpr int kPlain = -2; // ids of kinds begin with 0; -1 is nothing

} // namespace

ExportProtectionPage::ExportProtectionPage(SealService &seals, PlaceService &places, TextService &texts,
                                           ExportDraft &draft, QWidget *parent)
    : QWizardPage(parent)
    , m_places(places)
    , m_draft(draft)
    , m_choices(new QButtonGroup(this))
    , m_form(new SealForm(seals, texts, this))
    , m_name(new FieldNote(nullptr, this))
    , m_risk(new MessagePanel(this))
    , m_understood(new QCheckBox(this))
{
    setTitle(tr("How is the file protected?"));
    setSubTitle(tr("Sealed, it can be opened only by whom it is for: it is encrypted before it leaves memory."));
    m_understood->setObjectName(QStringLiteral("understood"));
    // Its text does not wrap: the window is made wide enough for it from the beginning.
    auto policy = m_understood->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_understood->setSizePolicy(policy);
    m_name->setObjectName(QStringLiteral("finalName"));
    auto *column = new QVBoxLayout(this);
    addChoice(QStringLiteral("forCertificates"), static_cast<int>(SealKind::Certificates),
              tr("For the owners of certi&ficates (CMS)"));
    addChoice(QStringLiteral("forRecipients"), static_cast<int>(SealKind::AgeRecipients), tr("For recipients of &age"));
    addChoice(QStringLiteral("byPassphrase"), static_cast<int>(SealKind::AgePassphrase),
              tr("&With a passphrase, in the format of age"));
    addChoice(QStringLiteral("asLuks"), static_cast<int>(SealKind::LuksPassphrase),
              tr("As a &LUKS volume with a passphrase, which QEMU opens: qcow2 and raw"));
    addChoice(QStringLiteral("plain"), kPlain, tr("Pla&in, as hypervisors need it: not encrypted any more"));
    column->addSpacing(column->spacing());
    column->addWidget(m_form);
    column->addWidget(m_name);
    column->addWidget(m_risk);
    column->addWidget(m_understood);
    column->addStretch();
    orderTabs(*this);
    connect(m_choices, &QButtonGroup::idToggled, this, [this](int, bool isOn) {
        if (isOn)
            choose();
    });
    connect(m_form, &SealForm::changed, this, &QWizardPage::completeChanged);
    connect(m_understood, &QCheckBox::toggled, this, &QWizardPage::completeChanged);
    connect(&m_places, &PlaceService::looked, this, &ExportProtectionPage::looked);
    choose();
}

void ExportProtectionPage::addChoice(const QString &name, int id, const QString &text)
{
    auto *button = new QRadioButton(text, this);
    button->setObjectName(name);
    m_choices->addButton(button, id);
    layout()->addWidget(button);
}

bool ExportProtectionPage::isPlain() const
{
    return m_choices->checkedId() == kPlain;
}

std::optional<SealKind> ExportProtectionPage::kind() const
{
    const int id = m_choices->checkedId();
    return id < 0 ? std::nullopt : std::optional(static_cast<SealKind>(id));
}

void ExportProtectionPage::choose()
{
    m_form->setVisible(kind().has_value());
    m_risk->setVisible(isPlain());
    m_understood->setVisible(isPlain());
    m_isFree = false;
    m_name->setVisible(kind().has_value());
    m_name->clear();
    if (kind()) {
        m_form->choose(*kind(), sealMisfit(m_draft, *kind()));
        lookAtFinalPath();
    }
    Q_EMIT completeChanged();
}

QString ExportProtectionPage::finalPath() const
{
    return kind() ? sealedPath(m_draft.path, *kind()) : m_draft.path;
}

/// What there is under the name that was chosen was asked for before.
void ExportProtectionPage::lookAtFinalPath()
{
    m_isFree = finalPath() == m_draft.path;
    if (m_isFree || m_draft.path.isEmpty())
        return;
    if (m_draft.isInBucket())
        m_places.lookAtObject({finalPath(), m_draft.outputStore});
    else
        m_places.look({finalPath()});
}

void ExportProtectionPage::looked(const PlaceFacts &facts)
{
    if (!kind() || finalPath() == m_draft.path || facts.path != finalPath())
        return;
    const auto name = facts.path.section(u'/', -1);
    m_isFree = !facts.problem && facts.kind == PlaceFacts::Kind::Nothing;
    if (facts.problem)
        m_name->setProblem(*facts.problem);
    else if (m_isFree)
        m_name->setNote(FieldNote::Kind::Info, tr("The name will be %1.").arg(name));
    else
        m_name->setNote(FieldNote::Kind::Problem,
                        tr("There is something called %1 already: go back, and choose another name.").arg(name));
    Q_EMIT completeChanged();
}

void ExportProtectionPage::showRisk()
{
    m_risk->showMessage(
        Tone::Warning, tr("A plain file protects nothing"),
        m_draft.isInBucket()
            ? tr("Whoever may read the bucket, or gets hold of a copy, can read everything on the disk: files, "
                 "passwords, keys. Deleting it later does not reach copies.")
            : tr("Whoever gets hold of it, or of the medium that it was on, can read everything on the disk: "
                 "files, passwords, keys. Deleting it later does not erase it. Its permissions let no other user of "
                 "this computer open it; a copy elsewhere may be open to all."));
    m_risk->setVisible(isPlain());
}

void ExportProtectionPage::initializePage()
{
    // What was said of one file does not hold for another.
    if (m_path != m_draft.path)
        m_understood->setChecked(false);
    m_path = m_draft.path;
    const auto name = m_path.section(u'/', -1);
    m_understood->setText(tr("I &understand that everybody who gets \"%1\" can read what is on this disk").arg(name));
    showRisk();
    for (auto *button : m_choices->buttons()) {
        const bool isSeal = m_choices->id(button) != kPlain;
        button->setVisible(!isSeal || m_draft.canBeSealed());
        if (isSeal && !m_draft.canBeSealed() && button->isChecked())
            m_choices->button(kPlain)->setChecked(true);
    }
    choose();
}

bool ExportProtectionPage::isComplete() const
{
    return isPlain() ? m_understood->isChecked() : kind() && m_form->isComplete() && m_isFree;
}

bool ExportProtectionPage::validatePage()
{
    if (!isComplete())
        return false;
    m_draft.isPlainConfirmed = isPlain();
    m_draft.sealKind = kind();
    m_draft.seal = kind() ? m_form->settings() : SealSettings();
    m_draft.passphrase = kind() ? m_form->passphrase() : QCA::SecureArray();
    m_draft.sealedFor = kind() ? m_form->names() : QStringList();
    if (kind())
        m_form->recordKept();
    return true;
}

} // namespace sealift
