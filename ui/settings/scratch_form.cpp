#include "ui/settings/scratch_form.h"

#include "ui/common/field_note.h"
#include "ui/common/local_text.h"
#include "ui/services/settings_service.h"

#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace sealift {

namespace {

constexpr int kTypingPause = 200; // ms
constexpr qint64 kGiB = 1LL << 30;
constexpr int kLargestQuota = 4096; // GiB

} // namespace

ScratchForm::ScratchForm(PlaceService &places, QString usualFolder, QWidget *parent)
    : QWidget(parent)
    , m_places(places)
    , m_usual(std::move(usualFolder))
    , m_folder(new QLineEdit(this))
    , m_note(new FieldNote(m_folder, this))
    , m_quota(new QSpinBox(this))
{
    m_folder->setObjectName(QStringLiteral("scratchFolder"));
    m_folder->setPlaceholderText(m_usual);
    m_folder->setClearButtonEnabled(true);
    m_quota->setObjectName(QStringLiteral("scratchQuota"));
    m_quota->setRange(1, kLargestQuota);
    m_quota->setSuffix(tr(" GiB a task"));
    auto *browse = new QPushButton(tr("C&hoose..."), this);
    auto *row = new QHBoxLayout;
    row->addWidget(m_folder, 1);
    row->addWidget(browse);
    auto *layout = new QFormLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addRow(tr("&Folder:"), row);
    if (auto *label = qobject_cast<QLabel *>(layout->labelForField(row)))
        label->setBuddy(m_folder);
    layout->addRow(QString(), m_note);
    layout->addRow(tr("&At most:"), m_quota);

    m_soon.setSingleShot(true);
    m_soon.setInterval(kTypingPause);
    connect(&m_soon, &QTimer::timeout, this, [this] { m_places.look({folder()}); });
    connect(&m_places, &PlaceService::looked, this, &ScratchForm::looked);
    connect(m_folder, &QLineEdit::textChanged, this, [this] {
        m_isGood = false;
        m_soon.start();
        Q_EMIT changed();
    });
    connect(m_quota, &QSpinBox::valueChanged, this, &ScratchForm::changed);
    connect(browse, &QPushButton::clicked, this, &ScratchForm::browse);
    m_soon.start();
}

void ScratchForm::set(const AppSettings &settings)
{
    m_folder->setText(settings.scratchFolder);
    m_quota->setValue(static_cast<int>(settings.scratchQuota / kGiB));
}

void ScratchForm::applyTo(AppSettings &settings) const
{
    settings.scratchFolder = m_folder->text().trimmed();
    settings.scratchQuota = m_quota->value() * kGiB;
}

QString ScratchForm::folder() const
{
    const auto typed = m_folder->text().trimmed();
    return typed.isEmpty() ? m_usual : typed;
}

void ScratchForm::browse()
{
    auto *dialog = new QFileDialog(this, tr("Folder for Scratch Volumes"), folder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, m_folder, &QLineEdit::setText);
    dialog->open();
}

void ScratchForm::looked(const PlaceFacts &facts)
{
    using Kind = FieldNote::Kind;
    if (facts.path != folder())
        return;
    const bool isFolder = facts.kind == PlaceFacts::Kind::Folder || facts.kind == PlaceFacts::Kind::Nothing;
    m_isGood = !facts.problem && isFolder && facts.isWritable;
    if (facts.problem)
        m_note->setProblem(*facts.problem);
    else if (!isFolder)
        m_note->setNote(Kind::Problem, tr("Scratch volumes need a folder of their own."));
    else if (!facts.isWritable)
        m_note->setNote(Kind::Problem, tr("You may not write there. Choose a folder of your own."));
    else if (facts.freeBytes)
        m_note->setNote(Kind::Good, tr("%1 is free there.").arg(localSize(*facts.freeBytes)));
    else
        m_note->clear();
    Q_EMIT changed();
}

} // namespace sealift
