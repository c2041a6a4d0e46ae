#include "ui/library/place_form.h"

#include "ui/common/field_note.h"
#include "ui/common/local_text.h"
#include "ui/common/text_note.h"
#include "ui/library/bucket_fields.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace sealift {

namespace {

constexpr int kTypingPause = 200;          // ms
constexpr qint64 kLittleRoom = 10LL << 30; // bytes; a single disk image is larger

bool isBucketAddress(const QString &location)
{
    return location.startsWith(QLatin1String("s3:"));
}

} // namespace

PlaceForm::PlaceForm(Purpose purpose, PlaceService &places, TextService &texts, QWidget *parent)
    : QWidget(parent)
    , m_purpose(purpose)
    , m_places(places)
    , m_kind(new QComboBox(this))
    , m_locationLabel(new QLabel(this))
    , m_location(new QLineEdit(this))
    , m_browse(new QPushButton(tr("C&hoose..."), this))
    , m_bucket(new BucketFields(this))
    , m_name(new QLineEdit(this))
    , m_note(new FieldNote(m_location, this))
    , m_locationText(new TextNote(texts, QStringLiteral("location"), this))
    , m_nameText(new TextNote(texts, QStringLiteral("name"), this))
{
    m_kind->setObjectName(QStringLiteral("placeKind"));
    m_location->setObjectName(QStringLiteral("location"));
    m_name->setObjectName(QStringLiteral("libraryName"));
    m_kind->addItems({tr("Folder on this computer, a drive or a share"), tr("Bucket of an S3 service")});
    m_location->setClearButtonEnabled(true);
    m_browse->setToolTip(tr("Choose the folder"));
    m_locationLabel->setBuddy(m_location); // a layout cannot be its buddy
    auto *row = new QHBoxLayout;
    row->addWidget(m_location, 1);
    row->addWidget(m_browse);

    auto *layout = new QFormLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addRow(tr("&Kind:"), m_kind);
    layout->addRow(m_locationLabel, row);
    layout->addRow(QString(), m_note);
    layout->addRow(QString(), m_locationText);
    layout->addRow(QString(), m_bucket);
    layout->addRow(tr("N&ame:"), m_name);
    layout->addRow(QString(), m_nameText);
    // What exists has the address that it has.
    if (m_purpose == Purpose::New)
        m_locationText->watch(m_location, TextKind::Location);
    m_nameText->watch(m_name);
    connect(m_locationText, &TextNote::changed, this, &PlaceForm::changed);
    connect(m_nameText, &TextNote::changed, this, &PlaceForm::changed);

    m_soon.setSingleShot(true);
    m_soon.setInterval(kTypingPause);
    connect(&m_soon, &QTimer::timeout, this, &PlaceForm::look);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &PlaceForm::showKind);
    connect(m_location, &QLineEdit::textChanged, this, &PlaceForm::locationEdited);
    connect(m_bucket, &BucketFields::changed, this, &PlaceForm::edited);
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_isNamedByHand = !m_name->text().isEmpty(); });
    connect(m_name, &QLineEdit::textChanged, this, &PlaceForm::changed);
    connect(m_browse, &QPushButton::clicked, this, &PlaceForm::browse);
    connect(&m_places, &PlaceService::looked, this, &PlaceForm::looked);
    showKind();
}

bool PlaceForm::isBucket() const
{
    return m_kind->currentIndex() == 1;
}

void PlaceForm::showKind()
{
    const bool bucket = isBucket();
    m_locationLabel->setText(bucket ? tr("A&ddress:") : tr("&Folder:"));
    m_location->setPlaceholderText(bucket ? QStringLiteral("s3:https://storage.example.org/bucket/images") : QString());
    m_location->setToolTip(bucket ? tr("s3:https://HOST/BUCKET/FOLDER, or s3:REGION/BUCKET/FOLDER for Amazon S3")
                                  : QString());
    m_browse->setVisible(!bucket);
    m_bucket->setVisible(bucket);
    edited();
}

void PlaceForm::setLocation(const QString &location)
{
    m_kind->setCurrentIndex(isBucketAddress(location) ? 1 : 0);
    m_location->setText(location);
}

QString PlaceForm::location() const
{
    return m_location->text().trimmed();
}

LibraryPlace PlaceForm::place() const
{
    return {location(), isBucket() ? m_bucket->settings() : StoreSettings()};
}

QString PlaceForm::name() const
{
    return m_name->text().trimmed();
}

bool PlaceForm::isComplete() const
{
    return m_isGood && !m_soon.isActive() && !name().isEmpty() && m_locationText->isAcceptable() &&
           m_nameText->isAcceptable();
}

void PlaceForm::recordKept(const QString &action)
{
    m_locationText->recordKept(action);
    m_nameText->recordKept(action);
}

void PlaceForm::setProblem(const Error &error)
{
    m_note->setProblem(error);
}

void PlaceForm::browse()
{
    auto *dialog = new QFileDialog(this, m_purpose == Purpose::New ? tr("Folder for the Library") : tr("Open Library"),
                                   location());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &PlaceForm::setLocation);
    dialog->open();
}

void PlaceForm::locationEdited()
{
    // Who pastes an address need not say that it is one.
    if (isBucketAddress(location()) && !isBucket())
        m_kind->setCurrentIndex(1);
    if (!m_isNamedByHand)
        m_name->setText(location().section(QLatin1Char('/'), -1, -1, QString::SectionSkipEmpty));
    edited();
}

void PlaceForm::edited()
{
    m_isGood = false;
    if (location().isEmpty()) {
        m_soon.stop();
        m_note->clear();
    } else {
        m_soon.start();
    }
    Q_EMIT changed();
}

void PlaceForm::look()
{
    if (isBucket() && !isBucketAddress(location()))
        return m_note->setNote(FieldNote::Kind::Problem, tr("An address of a bucket begins with \"s3:\"."));
    if (isBucket())
        m_note->setNote(FieldNote::Kind::Info, tr("Asking the service..."));
    m_places.look(place());
}

void PlaceForm::looked(const PlaceFacts &facts)
{
    if (facts.path != location())
        return;
    if (facts.problem) {
        m_isGood = false;
        m_note->setProblem(*facts.problem);
    } else if (m_purpose == Purpose::New) {
        judgeNew(facts);
    } else {
        judgeExisting(facts);
    }
    Q_EMIT changed();
}

void PlaceForm::judgeNew(const PlaceFacts &facts)
{
    using Kind = FieldNote::Kind;
    m_isGood = false;
    if (facts.kind == PlaceFacts::Kind::Library)
        return m_note->setNote(Kind::Problem, isBucket()
                                                  ? tr("There is a library at this place already. Open it instead.")
                                                  : tr("There is a library in this folder already. Open it instead."));
    if (facts.kind == PlaceFacts::Kind::Bucket)
        return judgeNewBucket(facts);
    if (facts.kind == PlaceFacts::Kind::File || facts.kind == PlaceFacts::Kind::Other)
        return m_note->setNote(Kind::Problem, tr("This is a file. A library needs a folder of its own."));
    if (!facts.isEmpty)
        return m_note->setNote(Kind::Problem,
                               tr("This folder is not empty. Add the name of a new folder inside it, or choose an "
                                  "empty one."));
    if (!facts.isWritable)
        return m_note->setNote(Kind::Problem, tr("You may not write there. Choose a folder of your own."));
    m_isGood = true;
    if (!facts.freeBytes)
        return m_note->setNote(Kind::Good, tr("The library can be made here."));
    const auto room = localSize(*facts.freeBytes);
    if (*facts.freeBytes < kLittleRoom)
        return m_note->setNote(Kind::Warning, tr("Only %1 is free there, which is little for disk images.").arg(room));
    m_note->setNote(Kind::Good, facts.kind == PlaceFacts::Kind::Nothing
                                    ? tr("A new folder will be made. %1 is free there.").arg(room)
                                    : tr("This folder is empty. %1 is free there.").arg(room));
}

void PlaceForm::judgeNewBucket(const PlaceFacts &facts)
{
    m_isGood = facts.isEmpty;
    if (m_isGood)
        m_note->setNote(FieldNote::Kind::Good, tr("The bucket answers, and this place in it is empty."));
    else
        m_note->setNote(FieldNote::Kind::Problem,
                        tr("There are other objects at this place. Add the name of a new folder to the address."));
}

void PlaceForm::judgeExisting(const PlaceFacts &facts)
{
    using Kind = FieldNote::Kind;
    m_isGood = facts.kind == PlaceFacts::Kind::Library;
    if (facts.kind == PlaceFacts::Kind::Nothing)
        m_note->setNote(Kind::Problem,
                        tr("There is no such folder. Is the drive or the share that it is on connected?"));
    else if (facts.kind == PlaceFacts::Kind::Bucket)
        m_note->setNote(Kind::Problem, tr("The bucket answers, but there is no library at this place in it."));
    else if (!m_isGood)
        m_note->setNote(Kind::Problem, tr("This is no library: a library's folder holds a file named \"config\"."));
    else if (!facts.isWritable)
        m_note->setNote(Kind::Warning, tr("This library can be read, but not written: exports work, imports do not."));
    else
        m_note->setNote(Kind::Good, isBucket() ? tr("There is a library at this place in the bucket.")
                                               : tr("There is a library in this folder."));
}

} // namespace sealift
