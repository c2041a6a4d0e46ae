#include "ui/export/target_page.h"

#include "ui/common/field_note.h"
#include "ui/common/icons.h"
#include "ui/common/tab_order.h"
#include "ui/export/format_details.h"
#include "ui/export/ova_details.h"
#include "ui/export/target_text.h"

#include <QCheckBox>
#include <QListWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWizard>

namespace sealift {

ExportTargetPage::ExportTargetPage(ExportDraft &draft, const QString &preferred, QWidget *parent)
    : QWizardPage(parent)
    , m_draft(draft)
    , m_targets(new QListWidget(this))
    , m_asAppliance(new QCheckBox(tr("As an &appliance (OVA): the whole machine, with all its disks"), this))
    , m_fold(new QToolButton(this))
    , m_details(new FormatDetails(this))
    , m_machine(new OvaDetails(this))
    , m_note(new FieldNote(m_targets, this))
{
    setTitle(tr("Where will it run?"));
    setSubTitle(tr("That decides the format of the file."));
    m_targets->setObjectName(QStringLiteral("targets"));
    m_targets->setAccessibleName(tr("Hypervisor"));
    m_targets->setSpacing(fontMetrics().height() / 4);
    m_targets->setAlternatingRowColors(true);
    for (const auto &target : writeTargets()) {
        auto *item = new QListWidgetItem(
            tr("%1\n%2").arg(targetTitle(target), formatText(target.format, target.options)), m_targets);
        item->setIcon(icon(IconName::Disk));
        item->setData(Qt::UserRole, target.name);
    }
    auto *other = new QListWidgetItem(tr("Something else\nChoose the format yourself, for example a raw device image"),
                                      m_targets);
    other->setIcon(icon(IconName::Settings));
    other->setData(Qt::UserRole, QString::fromLatin1(kOtherTarget));
    offerLibrary();

    m_asAppliance->setObjectName(QStringLiteral("asAppliance"));
    m_fold->setText(tr("De&tails"));
    m_fold->setObjectName(QStringLiteral("details"));
    m_fold->setCheckable(true);
    m_fold->setArrowType(Qt::RightArrow);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setAutoRaise(true);
    m_fold->setFocusPolicy(Qt::StrongFocus);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_targets, 1);
    layout->addWidget(m_asAppliance);
    layout->addWidget(m_note);
    layout->addWidget(m_fold);
    layout->addWidget(m_details);
    layout->addWidget(m_machine);

    connect(m_fold, &QToolButton::toggled, this, &ExportTargetPage::showDetails);
    connect(m_asAppliance, &QCheckBox::clicked, this, [this] { m_isChosenByHand = true; });
    connect(m_asAppliance, &QCheckBox::toggled, this, [this] {
        showDetails();
        judge();
    });
    connect(m_targets, &QListWidget::currentRowChanged, this, [this] {
        targetChosen();
        if (chosen() == QLatin1String(kOtherTarget))
            m_fold->setChecked(true);
    });
    connect(m_targets, &QListWidget::itemActivated, this, [this] {
        if (isComplete())
            wizard()->next();
    });
    connect(m_details, &FormatDetails::edited, this, &ExportTargetPage::judge);
    int row = 0;
    for (int i = 0; i < m_targets->count(); ++i) {
        if (m_targets->item(i)->data(Qt::UserRole).toString() == preferred)
            row = i;
    }
    m_targets->setCurrentRow(row);
    orderTabs(*this);
    showDetails();
}

void ExportTargetPage::offerLibrary()
{
    auto *library = new QListWidgetItem(
        tr("Nowhere yet: into another library\nEncrypted with its key, with all disks and as it is stored"), m_targets);
    library->setIcon(icon(IconName::Library));
    library->setData(Qt::UserRole, QString::fromLatin1(kLibraryTarget));
}

bool ExportTargetPage::isLibrary() const
{
    return chosen() == QLatin1String(kLibraryTarget);
}

void ExportTargetPage::initializePage()
{
    // What comes straight out of EC2 goes into files.
    m_targets->item(m_targets->count() - 1)->setHidden(m_draft.ec2.has_value());
    m_asAppliance->setVisible(canBeAppliance());
    suggestAppliance();
    showDetails();
    judge();
    m_targets->setFocus();
}

QString ExportTargetPage::chosen() const
{
    const auto *item = m_targets->currentItem();
    return item == nullptr ? QString() : item->data(Qt::UserRole).toString();
}

void ExportTargetPage::targetChosen()
{
    if (const auto target = writeTargetFromName(chosen()))
        m_details->set(target->format, target->options);
    m_asAppliance->setVisible(canBeAppliance());
    showDetails();
    judge();
}

void ExportTargetPage::showDetails()
{
    const bool isUnfolded = m_fold->isChecked();
    m_fold->setArrowType(isUnfolded ? Qt::DownArrow : Qt::RightArrow);
    m_fold->setVisible(!isLibrary());
    m_details->setVisible(isUnfolded && !isAppliance() && !isLibrary());
    m_machine->setVisible(isUnfolded && isAppliance());
}

/// What came as an appliance, or has several disks, goes as one unless the user says otherwise.
void ExportTargetPage::suggestAppliance()
{
    if (m_isChosenByHand || !m_draft.image)
        return;
    const auto &image = *m_draft.image;
    m_asAppliance->setChecked(image.disks.size() > 1 || (image.manifest && !image.manifest->description.isEmpty()));
}

/// What comes straight out of EC2 is a single disk.
bool ExportTargetPage::canBeAppliance() const
{
    return !m_draft.ec2 && ovfVersionFor(chosen());
}

bool ExportTargetPage::isAppliance() const
{
    return m_asAppliance->isChecked() && canBeAppliance();
}

void ExportTargetPage::judge()
{
    if (isLibrary()) {
        m_isGood = true;
        m_note->clear();
    } else if (isAppliance()) {
        judgeAppliance();
    } else {
        judgeDisk();
    }
    Q_EMIT completeChanged();
}

void ExportTargetPage::judgeAppliance()
{
    m_isGood = true;
    if (!m_draft.image)
        return;
    for (const auto &disk : m_draft.image->disks) {
        const auto size = writtenDiskSize(WriteFormat::Vmdk, {}, disk.size);
        if (!size) {
            m_isGood = false;
            return m_note->setProblem(size.error());
        }
    }
    const bool isDescribed = m_draft.image->manifest && !m_draft.image->manifest->description.isEmpty();
    const auto disks = tr("%n disk(s)", nullptr, static_cast<int>(m_draft.image->disks.size()));
    m_note->setNote(
        FieldNote::Kind::Info,
        isDescribed ? tr("%1, and the machine as its own description has it.").arg(disks)
                    : tr("%1. The image came without a description of its machine: look at the details.").arg(disks));
}

void ExportTargetPage::judgeDisk()
{
    const auto format = m_details->format();
    const auto options = m_details->options();
    const auto target = writeTargetFromName(chosen());
    const auto size = checkWriteOptions(format, options).and_then([&] {
        return writtenDiskSize(format, options, m_draft.disk.size);
    });
    m_isGood = size.has_value();
    const auto same = [&] {
        return target && format == target->format &&
               effectiveSubformat(format, options) == effectiveSubformat(format, target->options) &&
               effectiveCompression(format, options) == effectiveCompression(format, target->options) &&
               options.alignment == target->options.alignment;
    };
    if (!size)
        m_note->setProblem(size.error());
    else if (target && !same())
        m_note->setNote(FieldNote::Kind::Warning,
                        tr("The details differ from what %1 is known to take.").arg(targetTitle(*target)));
    else if (target && !targetNote(*target).isEmpty())
        m_note->setNote(FieldNote::Kind::Info, targetNote(*target));
    else
        m_note->setNote(FieldNote::Kind::None, {});
}

bool ExportTargetPage::isComplete() const
{
    return m_isGood && !chosen().isEmpty();
}

bool ExportTargetPage::validatePage()
{
    m_draft.target = chosen();
    m_draft.toLibrary.reset();
    m_draft.format = m_details->format();
    m_draft.options = m_details->options();
    m_draft.ova.reset();
    if (isAppliance())
        m_draft.ova = m_machine->options(*ovfVersionFor(chosen()));
    return true;
}

} // namespace sealift
