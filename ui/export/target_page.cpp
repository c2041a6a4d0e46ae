#include "ui/export/target_page.h"

#include "ui/common/field_note.h"
#include "ui/common/icons.h"
#include "ui/export/format_details.h"
#include "ui/export/target_text.h"

#include <QListWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWizard>

namespace sealift {

ExportTargetPage::ExportTargetPage(ExportDraft &draft, const QString &preferred, QWidget *parent)
    : QWizardPage(parent)
    , m_draft(draft)
    , m_targets(new QListWidget(this))
    , m_details(new FormatDetails(this))
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

    auto *fold = new QToolButton(this);
    fold->setText(tr("De&tails"));
    fold->setObjectName(QStringLiteral("details"));
    fold->setCheckable(true);
    fold->setArrowType(Qt::RightArrow);
    fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    fold->setAutoRaise(true);
    fold->setFocusPolicy(Qt::StrongFocus);
    m_details->hide();

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_targets, 1);
    layout->addWidget(m_note);
    layout->addWidget(fold);
    layout->addWidget(m_details);

    const auto unfold = [this, fold](bool unfolded) {
        fold->setArrowType(unfolded ? Qt::DownArrow : Qt::RightArrow);
        m_details->setVisible(unfolded);
    };
    connect(fold, &QToolButton::toggled, m_details, unfold);
    connect(m_targets, &QListWidget::currentRowChanged, this, [this, fold] {
        targetChosen();
        if (chosen() == QLatin1String(kOtherTarget))
            fold->setChecked(true);
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
}

void ExportTargetPage::initializePage()
{
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
    judge();
}

void ExportTargetPage::judge()
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
    Q_EMIT completeChanged();
}

bool ExportTargetPage::isComplete() const
{
    return m_isGood && !chosen().isEmpty();
}

bool ExportTargetPage::validatePage()
{
    m_draft.target = chosen();
    m_draft.format = m_details->format();
    m_draft.options = m_details->options();
    return true;
}

} // namespace sealift
