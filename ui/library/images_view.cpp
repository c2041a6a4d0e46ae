#include "ui/library/images_view.h"

#include "library/image_changes.h"
#include "library/tree_writer.h"
#include "ui/common/icons.h"
#include "ui/common/message_panel.h"
#include "ui/library/delete_images.h"
#include "ui/library/image_list.h"
#include "ui/library/text_dialog.h"

#include <QAction>
#include <QToolBar>
#include <QTreeView>
#include <QVBoxLayout>

namespace sealift {

namespace {

/// Restic's and Sealift's own mark is not the user's to take away.
const auto kOwnTag = QStringLiteral("sealift");

} // namespace

ImagesView::ImagesView(LibraryService &libraries, ImageService &images, TextService &texts, QWidget *parent)
    : QWidget(parent)
    , m_libraries(libraries)
    , m_service(images)
    , m_texts(texts)
    , m_message(new MessagePanel(this))
    , m_list(new ImageList(ImageList::Choice::Several, this))
{
    makeActions();
    auto *bar = new QToolBar(this);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->addAction(m_import);
    bar->addAction(m_export);
    bar->addAction(m_verify);
    bar->addSeparator();
    bar->addAction(m_rename);
    bar->addAction(m_tags);
    bar->addAction(m_remove);
    m_message->addAction(m_unlock);
    m_list->view()->addActions({m_export, m_verify, m_rename, m_tags, m_remove});
    m_list->view()->setContextMenuPolicy(Qt::ActionsContextMenu);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(bar);
    layout->addWidget(m_message);
    layout->addWidget(m_list, 1);
    connect(m_list, &ImageList::chosenChanged, this, &ImagesView::judge);
    connect(m_list, &ImageList::activated, this, &ImagesView::exportChosen);
    const auto mine = [this](const QString &id) {
        if (id == m_libraryId)
            showLibrary();
    };
    connect(&m_libraries, &LibraryService::libraryChanged, this, mine);
    connect(&m_libraries, &LibraryService::imagesChanged, this, mine);
    connect(&m_libraries, &LibraryService::librariesChanged, this, &ImagesView::showLibrary);
    connect(&m_service, &ImageService::failed, this, [this](const QString &id, const Error &error) {
        if (id == m_libraryId)
            m_message->showError(errorText(error), tr("Nothing else in the library was changed."));
    });
    showLibrary();
}

void ImagesView::makeActions()
{
    m_import = new QAction(icon(IconName::Import), tr("&Import..."), this);
    m_export = new QAction(icon(IconName::Export), tr("E&xport..."), this);
    m_verify = new QAction(icon(IconName::Shield), tr("&Verify"), this);
    m_verify->setToolTip(tr("Reads all of the chosen images, and compares it with what was stored: a task each"));
    m_rename = new QAction(tr("Re&name..."), this);
    m_rename->setShortcut(Qt::Key_F2);
    m_rename->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_tags = new QAction(tr("Edit &Tags..."), this);
    m_remove = new QAction(icon(IconName::Remove), tr("&Delete..."), this);
    m_remove->setShortcut(QKeySequence::Delete);
    m_remove->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_unlock = new QAction(icon(IconName::Key), tr("&Unlock..."), this);
    m_import->setObjectName(QStringLiteral("importImages"));
    m_export->setObjectName(QStringLiteral("exportImage"));
    m_verify->setObjectName(QStringLiteral("verifyImages"));
    m_rename->setObjectName(QStringLiteral("renameImage"));
    m_tags->setObjectName(QStringLiteral("editTags"));
    m_remove->setObjectName(QStringLiteral("deleteImages"));
    m_unlock->setObjectName(QStringLiteral("unlockShown"));
    connect(m_import, &QAction::triggered, this, [this] { Q_EMIT importRequested({}, m_libraryId); });
    connect(m_export, &QAction::triggered, this, &ImagesView::exportChosen);
    connect(m_verify, &QAction::triggered, this, [this] { Q_EMIT verifyRequested(m_libraryId, m_list->chosen()); });
    connect(m_rename, &QAction::triggered, this, &ImagesView::askForName);
    connect(m_tags, &QAction::triggered, this, &ImagesView::askForTags);
    connect(m_remove, &QAction::triggered, this, &ImagesView::askToRemove);
    connect(m_unlock, &QAction::triggered, this, [this] { Q_EMIT unlockRequested(m_libraryId); });
}

void ImagesView::setLibrary(const QString &libraryId)
{
    m_libraryId = libraryId;
    showLibrary();
}

void ImagesView::showLibrary()
{
    const auto library = m_libraries.library(m_libraryId);
    m_list->setImages(m_libraries.images(m_libraryId));
    m_list->setEnabled(library && library->state == LibraryState::Unlocked);
    m_import->setEnabled(m_list->isEnabled());
    m_unlock->setVisible(library && library->state == LibraryState::Locked);
    if (library)
        showMessage(*library);
    else
        m_message->clear();
    judge();
}

void ImagesView::showMessage(const LibraryInfo &library)
{
    switch (library.state) {
    case LibraryState::Locked:
        m_message->showMessage(Tone::Plain, tr("%1 is locked").arg(library.name),
                               tr("Its images can be listed once you have unlocked it."));
        return;
    case LibraryState::Unlocking:
        m_message->showMessage(Tone::Accent, tr("%1 is being unlocked").arg(library.name));
        return;
    case LibraryState::Unreachable:
        if (library.problem)
            m_message->showError(errorText(*library.problem), tr("What is stored in it stays as it is."));
        return;
    case LibraryState::Unlocked:
        break;
    }
    if (library.problem)
        m_message->showError(errorText(*library.problem), tr("The images below can be read."));
    else if (library.images == std::optional<qsizetype>(0))
        m_message->showMessage(Tone::Plain, tr("There is no image in %1 yet").arg(library.name),
                               tr("Import one: drop a disk image here, or choose Import."));
    else
        m_message->clear();
}

void ImagesView::judge()
{
    const auto chosen = m_list->chosen();
    m_export->setEnabled(chosen.size() == 1);
    m_verify->setEnabled(!chosen.empty());
    // An image of restic's is named after its file.
    m_rename->setEnabled(chosen.size() == 1 && chosen.front().manifest);
    m_tags->setEnabled(chosen.size() == 1);
    m_remove->setEnabled(!chosen.empty());
}

void ImagesView::exportChosen()
{
    const auto chosen = m_list->chosen();
    if (chosen.size() == 1)
        Q_EMIT exportRequested(m_libraryId, chosen.front().snapshot.hex());
}

void ImagesView::askForName()
{
    const auto chosen = m_list->chosen();
    if (chosen.size() != 1 || !chosen.front().manifest)
        return;
    const auto &image = chosen.front();
    const auto problem = [](const QString &name) {
        if (name.trimmed().isEmpty())
            return tr("An image needs a name.");
        return isNodeName(name.trimmed().toUtf8()) ? QString() : tr("A name has no \"/\", and is not \".\" or \"..\".");
    };
    auto *dialog = new TextDialog({.title = tr("Rename Image"),
                                   .label = tr("Name of %1:").arg(image.name),
                                   .text = image.name,
                                   .place = QStringLiteral("name"),
                                   .action = QStringLiteral("image rename"),
                                   .problem = problem},
                                  m_texts, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &TextDialog::given, this,
            [this, library = m_libraryId, snapshot = image.snapshot](const QString &name) {
                m_service.rename(library, snapshot, name.trimmed());
            });
    dialog->open();
}

void ImagesView::askForTags()
{
    const auto chosen = m_list->chosen();
    if (chosen.size() != 1)
        return;
    const auto &image = chosen.front();
    auto shown = image.tags;
    const bool isOwn = shown.removeAll(kOwnTag) > 0;
    auto *dialog = new TextDialog({.title = tr("Edit Tags"),
                                   .label = tr("Tags of %1, with commas between them:").arg(image.name),
                                   .text = shown.join(QStringLiteral(", ")),
                                   .place = QStringLiteral("tags"),
                                   .action = QStringLiteral("image tag")},
                                  m_texts, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const auto apply = [this, library = m_libraryId, snapshot = image.snapshot, isOwn](const QString &text) {
        QStringList tags;
        if (isOwn)
            tags.append(kOwnTag);
        for (const auto &tag : text.split(u',')) {
            if (isTag(tag))
                tags.append(tag.trimmed());
        }
        tags.removeDuplicates();
        m_service.setTags(library, snapshot, tags);
    };
    connect(dialog, &TextDialog::given, this, apply);
    dialog->open();
}

void ImagesView::askToRemove()
{
    if (const auto chosen = m_list->chosen(); !chosen.empty())
        askToDelete(m_service, m_libraryId, chosen, this);
}

} // namespace sealift
