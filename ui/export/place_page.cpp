#include "ui/export/place_page.h"

#include "storage/s3/s3_location.h"
#include "ui/common/field_note.h"
#include "ui/common/guarantee_view.h"
#include "ui/common/local_text.h"
#include "ui/common/tab_order.h"
#include "ui/common/text_note.h"
#include "ui/library/bucket_fields.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

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
    , m_kind(new QComboBox(this))
    , m_label(new QLabel(this))
    , m_path(new QLineEdit(this))
    , m_browse(new QPushButton(tr("C&hoose..."), this))
    , m_bucket(new BucketFields(this))
    , m_note(new FieldNote(m_path, this))
    , m_text(new TextNote(texts, QStringLiteral("path"), this))
    , m_replace(new QCheckBox(this))
    , m_guarantee(new GuaranteeView(this))
{
    setTitle(tr("Where to?"));
    m_kind->setObjectName(QStringLiteral("placeKind"));
    m_kind->addItems({tr("A file on this computer, a drive or a share"), tr("An object in a bucket of an S3 service")});
    m_path->setObjectName(QStringLiteral("path"));
    m_path->setClearButtonEnabled(true);
    m_label->setBuddy(m_path); // a layout cannot be its buddy
    m_replace->setObjectName(QStringLiteral("replace"));
    m_replace->hide();
    auto *row = new QHBoxLayout;
    row->addWidget(m_path, 1);
    row->addWidget(m_browse);
    auto *form = new QFormLayout;
    form->addRow(tr("&Kind:"), m_kind);
    form->addRow(m_label, row);
    form->addRow(QString(), m_note);
    form->addRow(QString(), m_text);
    form->addRow(QString(), m_replace);
    form->addRow(QString(), m_bucket);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addStretch();
    layout->addWidget(m_guarantee);

    m_soon.setSingleShot(true);
    m_soon.setInterval(kTypingPause);
    connect(&m_soon, &QTimer::timeout, this, &ExportPlacePage::look);
    connect(&m_places, &PlaceService::looked, this, &ExportPlacePage::looked);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        auto before = path();
        m_path->setText(m_other);
        m_other = std::move(before);
        showKind();
        suggest();
    });
    connect(m_path, &QLineEdit::textChanged, this, &ExportPlacePage::edited);
    connect(m_bucket, &BucketFields::changed, this, &ExportPlacePage::edited);
    connect(m_replace, &QCheckBox::toggled, this, &QWizardPage::completeChanged);
    m_text->watch(m_path, TextKind::Path);
    connect(m_text, &TextNote::changed, this, &QWizardPage::completeChanged);
    connect(m_browse, &QPushButton::clicked, this, &ExportPlacePage::browse);
    orderTabs(*this);
    showKind();
}

bool ExportPlacePage::isBucket() const
{
    return m_kind->currentIndex() == 1;
}

void ExportPlacePage::showKind()
{
    setSubTitle(isBucket() ? tr("The object appears when it is complete and checked, or not at all.")
                           : tr("The file appears when it is complete and checked, or not at all. Only you can read "
                                "it."));
    m_label->setText(isBucket() ? tr("A&ddress:") : tr("&File:"));
    m_path->setPlaceholderText(isBucket() ? QStringLiteral("s3:https://storage.example.org/bucket/web01.vmdk")
                                          : QString());
    m_path->setToolTip(isBucket() ? tr("s3:https://HOST/BUCKET/NAME, or s3:REGION/BUCKET/NAME for Amazon S3")
                                  : QString());
    m_browse->setVisible(!isBucket());
    m_bucket->setVisible(isBucket());
    m_guarantee->setShown(true, isBucket() ? DestinationKind::Bucket : DestinationKind::File);
    edited();
}

void ExportPlacePage::initializePage()
{
    m_kind->setEnabled(m_draft.canBeSealed()); // what comes straight out of EC2 goes into files
    if (!m_draft.canBeSealed())
        m_kind->setCurrentIndex(0);
    suggest();
    edited(); // the place may have changed, and what is needed of it
}

/// A name of the user's own stays, but for the suffix of another format.
void ExportPlacePage::suggest()
{
    const auto name = suggestedFileName(m_draft);
    if (isBucket() && (path().isEmpty() || !parseS3Location(path())))
        return;
    if (!isBucket() && (path().isEmpty() || path() == m_suggested)) {
        m_suggested = QDir(m_folder).filePath(name);
        m_path->setText(m_suggested);
        return;
    }
    const QFileInfo info(path());
    const auto wanted = writeFormatOfFile(name);
    const auto present = writeFormatOfFile(info.fileName());
    const bool isOva = info.suffix().compare(QLatin1String("ova"), Qt::CaseInsensitive) == 0;
    if ((present && present != wanted) || (isOva && !m_draft.ova))
        m_path->setText(path().chopped(info.suffix().size()) + QFileInfo(name).suffix());
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

void ExportPlacePage::look()
{
    if (isBucket())
        m_places.lookAtObject({path(), m_bucket->settings()});
    else
        m_places.look({path()});
}

void ExportPlacePage::edited()
{
    if (!isBucket() && isS3Location(path())) { // pasted
        const QSignalBlocker silent(m_kind);
        m_kind->setCurrentIndex(1);
        m_other = m_suggested;
        return showKind();
    }
    m_isGood = false;
    m_isTaken = false;
    m_replace->setChecked(false);
    m_replace->hide();
    if (path().isEmpty()) {
        m_soon.stop();
        m_note->setNote(isBucket() ? FieldNote::Kind::Info : FieldNote::Kind::Problem,
                        isBucket() ? tr("Name the service, the bucket and the object.") : tr("Name a file."));
    } else if (isBucket() && !isS3Location(path())) {
        m_soon.stop();
        m_note->setNote(FieldNote::Kind::Problem, tr("The address of an object begins with \"s3:\"."));
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
    else if (isBucket())
        judgeObject(facts);
    else
        judge(facts);
    Q_EMIT completeChanged();
}

void ExportPlacePage::judgeObject(const PlaceFacts &facts)
{
    if (const auto misfit = bucketMisfit(m_draft))
        return m_note->setProblem(*misfit);
    const auto text = [](const QString &location) {
        const auto place = parseS3Location(location);
        return place ? place->text() + u'/' : QString();
    };
    if (isS3Location(m_draft.location) && text(path()).startsWith(text(m_draft.location)))
        return m_note->setNote(FieldNote::Kind::Problem, tr("This is inside the library. Choose a place outside it."));
    m_isGood = true;
    m_isTaken = facts.kind == PlaceFacts::Kind::File;
    if (m_isTaken)
        return askToReplace();
    m_note->setNote(FieldNote::Kind::Good,
                    tr("The bucket answers. Up to %1 is sent.").arg(localSize(dataToWrite(m_draft))));
}

void ExportPlacePage::askToReplace()
{
    m_replace->setText(tr("Re&place \"%1\": what is in it now is lost").arg(path().section(u'/', -1)));
    m_replace->show();
    m_note->setNote(FieldNote::Kind::Warning, tr("There is something of this name already."));
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
    if (!m_draft.location.isEmpty() && (path() + u'/').startsWith(m_draft.location + u'/'))
        return problem(tr("This is inside the library. Choose a folder outside it."));
    if (!facts.isWritable)
        return problem(tr("You may not write in this folder. Choose another one."));
    const auto needed = dataToWrite(m_draft);
    const bool isTight = facts.freeBytes && *facts.freeBytes < needed;
    // How much of a volume at EC2 was ever written shows only when it is read.
    if (isTight && !m_draft.ec2)
        return problem(tr("The disk is too full: up to %1 is needed, and %2 is free.")
                           .arg(localSize(needed), localSize(*facts.freeBytes)));
    m_isGood = true;
    m_isTaken = facts.kind == PlaceFacts::Kind::File;
    if (m_isTaken)
        return askToReplace();
    m_note->setNote(isTight ? Kind::Warning : Kind::Good,
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
    m_draft.outputStore = isBucket() ? m_bucket->settings() : StoreSettings();
    m_draft.replace = m_isTaken && m_replace->isChecked();
    if (!isComplete())
        return false;
    m_text->recordKept(QStringLiteral("export"));
    return true;
}

} // namespace sealift
