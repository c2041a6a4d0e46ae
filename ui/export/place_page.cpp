#include "ui/export/place_page.h"

#include "ui/common/field_note.h"
#include "ui/common/local_text.h"
#include "ui/common/tab_order.h"
#include "ui/common/text_note.h"

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace sealift {

namespace {

constexpr int kTypingPause = 200; // ms

} // namespace

ExportPlacePage::ExportPlacePage(PlaceService &places, TextService &texts, ExportDraft &draft, QString folder,
                                 QWidget *parent)
    : QWizardPage(parent)
    , m_places(places)
    , m_draft(draft)
    , m_folder(std::move(folder))
    , m_path(new QLineEdit(this))
    , m_note(new FieldNote(m_path, this))
    , m_text(new TextNote(texts, QStringLiteral("path"), this))
    , m_replace(new QCheckBox(this))
{
    setTitle(tr("Which file?"));
    setSubTitle(tr("The file appears when it is complete and checked, or not at all. Only you can read it."));
    m_path->setObjectName(QStringLiteral("path"));
    m_path->setClearButtonEnabled(true);
    m_replace->setObjectName(QStringLiteral("replace"));
    m_replace->hide();
    auto *browse = new QPushButton(tr("C&hoose..."), this);
    auto *row = new QHBoxLayout;
    row->addWidget(m_path, 1);
    row->addWidget(browse);
    auto *layout = new QFormLayout(this);
    layout->addRow(tr("&File:"), row);
    if (auto *label = qobject_cast<QLabel *>(layout->labelForField(row)))
        label->setBuddy(m_path);
    layout->addRow(QString(), m_note);
    layout->addRow(QString(), m_text);
    layout->addRow(QString(), m_replace);

    m_soon.setSingleShot(true);
    m_soon.setInterval(kTypingPause);
    connect(&m_soon, &QTimer::timeout, this, [this] { m_places.look({path()}); });
    connect(&m_places, &PlaceService::looked, this, &ExportPlacePage::looked);
    connect(m_path, &QLineEdit::textChanged, this, &ExportPlacePage::edited);
    connect(m_replace, &QCheckBox::toggled, this, &QWizardPage::completeChanged);
    m_text->watch(m_path, TextKind::Path);
    connect(m_text, &TextNote::changed, this, &QWizardPage::completeChanged);
    connect(browse, &QPushButton::clicked, this, &ExportPlacePage::browse);
    orderTabs(*this);
}

void ExportPlacePage::initializePage()
{
    suggest();
    edited(); // the place may have changed, and what is needed of it
}

/// A name of the user's own stays, but for the suffix of another format.
void ExportPlacePage::suggest()
{
    const auto name = suggestedFileName(m_draft);
    if (path().isEmpty() || path() == m_suggested) {
        m_suggested = QDir(m_folder).filePath(name);
        m_path->setText(m_suggested);
        return;
    }
    const QFileInfo info(path());
    const auto wanted = writeFormatOfFile(name);
    const auto present = writeFormatOfFile(info.fileName());
    const bool isOva = info.suffix().compare(QLatin1String("ova"), Qt::CaseInsensitive) == 0;
    if ((present && present != wanted) || (isOva && !m_draft.ova))
        m_path->setText(info.absolutePath() + u'/' + info.completeBaseName() + u'.' + QFileInfo(name).suffix());
}

QString ExportPlacePage::path() const
{
    return m_path->text().trimmed();
}

void ExportPlacePage::browse()
{
    auto *dialog = new QFileDialog(this, tr("Export to File"), path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    // Replacing is asked for on this page, where its consequence stands.
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    dialog->selectFile(path());
    connect(dialog, &QFileDialog::fileSelected, m_path, &QLineEdit::setText);
    dialog->open();
}

void ExportPlacePage::edited()
{
    m_isGood = false;
    m_isTaken = false;
    m_replace->setChecked(false);
    m_replace->hide();
    if (path().isEmpty()) {
        m_soon.stop();
        m_note->setNote(FieldNote::Kind::Problem, tr("Name a file."));
    } else {
        m_soon.start();
    }
    Q_EMIT completeChanged();
}

void ExportPlacePage::looked(const PlaceFacts &facts)
{
    if (facts.path != path() || m_soon.isActive())
        return;
    if (facts.problem)
        m_note->setProblem(*facts.problem);
    else
        judge(facts);
    Q_EMIT completeChanged();
}

void ExportPlacePage::judge(const PlaceFacts &facts)
{
    using Kind = FieldNote::Kind;
    const auto problem = [this](const QString &text) { m_note->setNote(Kind::Problem, text); };
    if (facts.kind == PlaceFacts::Kind::Folder || facts.kind == PlaceFacts::Kind::Library)
        return problem(tr("This is a folder. Add the name of the file."));
    if (facts.kind == PlaceFacts::Kind::Other)
        return problem(tr("This is a device or the like. Sealift writes files only."));
    if (!facts.parentExists)
        return problem(tr("There is no folder %1.").arg(QFileInfo(path()).absolutePath()));
    if ((path() + u'/').startsWith(m_draft.location + u'/'))
        return problem(tr("This is inside the library. Choose a folder outside it."));
    if (!facts.isWritable)
        return problem(tr("You may not write in this folder. Choose another one."));
    const auto needed = dataToWrite(m_draft);
    if (facts.freeBytes && *facts.freeBytes < needed)
        return problem(tr("The disk is too full: up to %1 is needed, and %2 is free.")
                           .arg(localSize(needed), localSize(*facts.freeBytes)));
    m_isGood = true;
    m_isTaken = facts.kind == PlaceFacts::Kind::File;
    if (m_isTaken) {
        const auto name = QFileInfo(path()).fileName();
        m_replace->setText(tr("&Replace \"%1\": what is in it now is lost").arg(name));
        m_replace->show();
        return m_note->setNote(Kind::Warning, tr("There is a file of this name already."));
    }
    m_note->setNote(Kind::Good,
                    facts.freeBytes
                        ? tr("Up to %1 is needed, and %2 is free.").arg(localSize(needed), localSize(*facts.freeBytes))
                        : tr("Up to %1 is needed.").arg(localSize(needed)));
}

bool ExportPlacePage::isComplete() const
{
    return m_isGood && !m_soon.isActive() && m_text->isAcceptable() && (!m_isTaken || m_replace->isChecked());
}

bool ExportPlacePage::validatePage()
{
    m_draft.path = path();
    m_draft.replace = m_isTaken && m_replace->isChecked();
    if (!isComplete())
        return false;
    m_text->recordKept(QStringLiteral("export"));
    return true;
}

} // namespace sealift
