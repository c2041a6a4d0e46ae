#include "ui/export/image_page.h"

#include "ui/common/field_note.h"
#include "ui/common/local_text.h"
#include "ui/common/tab_order.h"
#include "ui/import/library_choice.h"
#include "ui/library/image_list.h"

#include <QComboBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QTreeView>
#include <QWizard>

namespace sealift {

ExportImagePage::ExportImagePage(LibraryService &libraries, ExportDraft &draft, QWidget *parent)
    : QWizardPage(parent)
    , m_libraries(libraries)
    , m_draft(draft)
    , m_library(new LibraryChoice(libraries, this))
    , m_note(new FieldNote(m_library->field(), this))
    , m_images(new ImageList(ImageList::Choice::One, this))
    , m_disk(new QComboBox(this))
{
    setTitle(tr("Which image?"));
    setSubTitle(tr("The image stays in the library; a copy of its disk is written."));
    m_disk->setObjectName(QStringLiteral("disk"));
    auto *form = new QFormLayout;
    form->addRow(tr("&Library:"), m_library);
    form->addRow(QString(), m_note);
    auto *disk = new QFormLayout;
    disk->addRow(tr("&Disk:"), m_disk);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_images, 1);
    layout->addLayout(disk);

    connect(m_library, &LibraryChoice::changed, this, &ExportImagePage::showLibrary);
    connect(m_library, &LibraryChoice::unlockRequested, this, &ExportImagePage::unlockRequested);
    connect(&m_libraries, &LibraryService::imagesChanged, this, &ExportImagePage::showLibrary);
    connect(m_images, &ImageList::chosenChanged, this, &ExportImagePage::showDisks);
    connect(m_images, &ImageList::activated, this, [this] {
        if (isComplete())
            wizard()->next();
    });
    orderTabs(*this);
    showLibrary();
}

void ExportImagePage::choose(const QString &libraryId, const QString &snapshot)
{
    m_library->choose(libraryId);
    m_wanted = snapshot;
    showLibrary();
}

void ExportImagePage::showLibrary()
{
    const auto library = m_library->library();
    m_images->setImages(m_libraries.images(m_library->libraryId()));
    if (!m_wanted.isEmpty()) {
        m_images->choose(m_wanted);
        if (!m_images->chosen().empty())
            m_wanted.clear();
    }
    if (!library)
        m_note->setNote(FieldNote::Kind::Problem, tr("There is no library yet: make or open one first."));
    else if (library->state == LibraryState::Locked)
        m_note->setNote(FieldNote::Kind::Problem, tr("Unlock the library to see its images."));
    else if (library->state == LibraryState::Unlocking)
        m_note->setNote(FieldNote::Kind::Info, tr("The library is being unlocked."));
    else if (library->problem)
        m_note->setProblem(*library->problem);
    else if (library->images == std::optional<qsizetype>(0))
        m_note->setNote(FieldNote::Kind::Info, tr("There is no image in this library yet."));
    else
        m_note->clear();
    showDisks();
}

void ExportImagePage::showDisks()
{
    m_disk->clear();
    const auto chosen = m_images->chosen();
    if (!chosen.empty()) {
        for (const auto &disk : chosen.front().disks)
            m_disk->addItem(tr("%1 (%2)").arg(QFileInfo(disk.path).fileName(), localSize(disk.size)));
    }
    m_disk->setEnabled(m_disk->count() > 1);
    Q_EMIT completeChanged();
}

bool ExportImagePage::isComplete() const
{
    return !m_images->chosen().empty() && m_disk->currentIndex() >= 0;
}

bool ExportImagePage::validatePage()
{
    const auto library = m_library->library();
    const auto chosen = m_images->chosen();
    if (!library || chosen.empty() || m_disk->currentIndex() < 0)
        return false;
    m_draft.libraryId = library->id;
    m_draft.location = library->location;
    m_draft.store = library->store;
    m_draft.image = chosen.front();
    m_draft.disk = chosen.front().disks.at(static_cast<std::size_t>(m_disk->currentIndex()));
    return true;
}

} // namespace sealift
