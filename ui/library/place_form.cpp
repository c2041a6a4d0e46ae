#include "ui/library/place_form.h"

#include "ui/common/field_note.h"
#include "ui/common/local_text.h"

#include <QDir>
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

} // namespace

PlaceForm::PlaceForm(Purpose purpose, PlaceService &places, QWidget *parent)
    : QWidget(parent)
    , m_purpose(purpose)
    , m_places(places)
    , m_location(new QLineEdit(this))
    , m_name(new QLineEdit(this))
    , m_note(new FieldNote(m_location, this))
{
    m_location->setObjectName(QStringLiteral("location"));
    m_name->setObjectName(QStringLiteral("libraryName"));
    m_location->setClearButtonEnabled(true);
    auto *browse = new QPushButton(tr("C&hoose..."), this);
    browse->setToolTip(tr("Choose the folder"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_location, 1);
    row->addWidget(browse);

    auto *layout = new QFormLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addRow(tr("&Folder:"), row);
    // The label's mnemonic must reach the field; a layout cannot be its buddy.
    if (auto *label = qobject_cast<QLabel *>(layout->labelForField(row)))
        label->setBuddy(m_location);
    layout->addRow(QString(), m_note);
    layout->addRow(tr("N&ame:"), m_name);

    m_soon.setSingleShot(true);
    m_soon.setInterval(kTypingPause);
    connect(&m_soon, &QTimer::timeout, this, &PlaceForm::look);
    connect(m_location, &QLineEdit::textChanged, this, &PlaceForm::locationEdited);
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_isNamedByHand = !m_name->text().isEmpty(); });
    connect(m_name, &QLineEdit::textChanged, this, &PlaceForm::changed);
    connect(browse, &QPushButton::clicked, this, &PlaceForm::browse);
    connect(&m_places, &PlaceService::looked, this, &PlaceForm::looked);
}

void PlaceForm::setLocation(const QString &location)
{
    m_location->setText(location);
}

QString PlaceForm::location() const
{
    return m_location->text().trimmed();
}

QString PlaceForm::name() const
{
    return m_name->text().trimmed();
}

bool PlaceForm::isComplete() const
{
    return m_isGood && !m_soon.isActive() && !name().isEmpty();
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
    m_isGood = false;
    if (!m_isNamedByHand)
        m_name->setText(QDir(location()).dirName());
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
    m_places.look(location());
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
        return m_note->setNote(Kind::Problem, tr("There is a library in this folder already. Open it instead."));
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

void PlaceForm::judgeExisting(const PlaceFacts &facts)
{
    using Kind = FieldNote::Kind;
    m_isGood = facts.kind == PlaceFacts::Kind::Library;
    if (facts.kind == PlaceFacts::Kind::Nothing)
        m_note->setNote(Kind::Problem,
                        tr("There is no such folder. Is the drive or the share that it is on connected?"));
    else if (!m_isGood)
        m_note->setNote(Kind::Problem, tr("This is no library: a library's folder holds a file named \"config\"."));
    else if (!facts.isWritable)
        m_note->setNote(Kind::Warning, tr("This library can be read, but not written: exports work, imports do not."));
    else
        m_note->setNote(Kind::Good, tr("There is a library in this folder."));
}

} // namespace sealift
