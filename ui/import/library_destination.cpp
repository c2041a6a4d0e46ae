#include "ui/import/library_destination.h"

#include "library/image_changes.h"
#include "ui/common/field_note.h"
#include "ui/common/text_note.h"
#include "ui/import/library_choice.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>

namespace sealift {

LibraryDestination::LibraryDestination(LibraryService &libraries, TextService &texts, QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
    , m_library(new LibraryChoice(libraries, this))
    , m_libraryNote(new FieldNote(m_library->field(), this))
    , m_tags(new QLineEdit(this))
    , m_tagsNote(new FieldNote(m_tags, this))
    , m_tagTexts(new TextNote(texts, QStringLiteral("tags"), this))
    , m_purpose(new QComboBox(this))
{
    m_tags->setObjectName(QStringLiteral("tags"));
    m_tags->setPlaceholderText(tr("to find the images by, with commas between them; may be empty"));
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->addRow(tr("&Library:"), m_library);
    m_form->addRow(QString(), m_libraryNote);
    m_form->addRow(tr("&Tags:"), m_tags);
    m_form->addRow(QString(), m_tagsNote);
    m_form->addRow(QString(), m_tagTexts);
    m_purpose->setObjectName(QStringLiteral("purpose"));
    for (const auto &purpose : importPurposes())
        m_purpose->addItem(importPurposeTitle(purpose));
    m_purpose->setToolTip(tr("What would go wrong there is shown beside each image. It can be imported all the same."));
    m_form->addRow(tr("To run o&n:"), m_purpose);

    m_tagTexts->watch(m_tags);
    connect(m_tags, &QLineEdit::textChanged, this, &LibraryDestination::judge);
    connect(m_tagTexts, &TextNote::changed, this, &LibraryDestination::judge);
    connect(m_library, &LibraryChoice::changed, this, [this] {
        judge();
        Q_EMIT libraryChanged();
    });
    connect(m_library, &LibraryChoice::unlockRequested, this, &LibraryDestination::unlockRequested);
    connect(m_purpose, &QComboBox::currentIndexChanged, this, [this] { Q_EMIT purposeChanged(purpose()); });
    judge();
}

void LibraryDestination::choose(const QString &libraryId)
{
    m_library->choose(libraryId);
}

void LibraryDestination::hidePurpose()
{
    m_form->setRowVisible(m_purpose, false);
}

std::optional<LibraryInfo> LibraryDestination::library() const
{
    return m_library->library();
}

QStringList LibraryDestination::tags() const
{
    QStringList tags;
    for (const auto &tag : m_tags->text().split(u',')) {
        if (isTag(tag))
            tags.append(tag.trimmed());
    }
    tags.removeDuplicates();
    return tags;
}

ImportPurpose LibraryDestination::purpose() const
{
    return importPurposes().at(m_purpose->currentIndex());
}

void LibraryDestination::judgeLibrary()
{
    const auto library = m_library->library();
    if (!library)
        m_libraryNote->setNote(FieldNote::Kind::Problem, tr("There is no library yet: make or open one first."));
    else if (library->state == LibraryState::Unreachable && library->problem)
        m_libraryNote->setProblem(*library->problem);
    else if (library->state == LibraryState::Locked)
        m_libraryNote->setNote(FieldNote::Kind::Problem, tr("Unlock the library, so that images can be encrypted."));
    else if (library->state == LibraryState::Unlocking)
        m_libraryNote->setNote(FieldNote::Kind::Info, tr("The library is being unlocked."));
    else
        m_libraryNote->setNote(FieldNote::Kind::Info, library->location);
}

void LibraryDestination::judge()
{
    judgeLibrary();
    if (tags().isEmpty())
        m_tagsNote->clear();
    else
        m_tagsNote->setNote(FieldNote::Kind::Info, tr("%n tag(s)", nullptr, static_cast<int>(tags().size())));
    Q_EMIT changed();
}

bool LibraryDestination::isComplete() const
{
    const auto library = m_library->library();
    return library && library->state == LibraryState::Unlocked && m_tagTexts->isAcceptable();
}

bool LibraryDestination::warns() const
{
    return m_tagTexts->warns();
}

void LibraryDestination::recordKept()
{
    m_tagTexts->recordKept(QStringLiteral("import"));
}

} // namespace sealift
