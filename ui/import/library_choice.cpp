#include "ui/import/library_choice.h"

#include "ui/common/icons.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>

namespace sealift {

namespace {

QIcon iconOf(LibraryState state)
{
    switch (state) {
    case LibraryState::Unlocked:
        return icon(IconName::LockOpen);
    case LibraryState::Unreachable:
        return icon(IconName::Unreachable, Tone::Warning);
    case LibraryState::Locked:
    case LibraryState::Unlocking:
        break;
    }
    return icon(IconName::Lock);
}

QString textOf(const LibraryInfo &library)
{
    switch (library.state) {
    case LibraryState::Unlocked:
        return library.name;
    case LibraryState::Locked:
        return LibraryChoice::tr("%1 (locked)").arg(library.name);
    case LibraryState::Unlocking:
        return LibraryChoice::tr("%1 (being unlocked)").arg(library.name);
    case LibraryState::Unreachable:
        return LibraryChoice::tr("%1 (cannot be reached)").arg(library.name);
    }
    return library.name;
}

} // namespace

LibraryChoice::LibraryChoice(LibraryService &libraries, QWidget *parent)
    : QWidget(parent)
    , m_libraries(libraries)
    , m_combo(new QComboBox(this))
    , m_unlock(new QPushButton(tr("&Unlock..."), this))
{
    m_combo->setObjectName(QStringLiteral("library"));
    m_combo->setAccessibleName(tr("Library"));
    m_unlock->setObjectName(QStringLiteral("unlockChosen"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_combo, 1);
    layout->addWidget(m_unlock);
    setFocusProxy(m_combo);

    fill();
    connect(m_combo, &QComboBox::currentIndexChanged, this, &LibraryChoice::showState);
    connect(m_unlock, &QPushButton::clicked, this, [this] { Q_EMIT unlockRequested(libraryId()); });
    connect(&m_libraries, &LibraryService::librariesChanged, this, &LibraryChoice::fill);
    connect(&m_libraries, &LibraryService::libraryChanged, this, &LibraryChoice::fill);
}

void LibraryChoice::choose(const QString &libraryId)
{
    const int row = m_combo->findData(libraryId);
    if (row >= 0)
        m_combo->setCurrentIndex(row);
}

QString LibraryChoice::libraryId() const
{
    return m_combo->currentData().toString();
}

std::optional<LibraryInfo> LibraryChoice::library() const
{
    return m_libraries.library(libraryId());
}

QWidget *LibraryChoice::field() const
{
    return m_combo;
}

void LibraryChoice::fill()
{
    const auto chosen = libraryId();
    {
        const QSignalBlocker silent(m_combo);
        m_combo->clear();
        for (const auto &library : m_libraries.libraries())
            m_combo->addItem(iconOf(library.state), textOf(library), library.id);
        const int row = m_combo->findData(chosen);
        if (row >= 0)
            m_combo->setCurrentIndex(row);
        m_combo->setEnabled(m_combo->count() > 0);
    }
    showState();
}

void LibraryChoice::showState()
{
    const auto chosen = library();
    m_unlock->setVisible(chosen && chosen->state != LibraryState::Unlocked);
    m_unlock->setEnabled(chosen && chosen->state == LibraryState::Locked);
    Q_EMIT changed();
}

} // namespace sealift
