#include "ui/main_window/destination_panel.h"

#include "ui/common/guarantee_view.h"
#include "ui/common/icons.h"
#include "ui/main_window/destination_delegate.h"
#include "ui/main_window/library_look.h"
#include "ui/main_window/scratch_summary.h"
#include "ui/queue/queue_summary.h"

#include <QHeaderView>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace sealift {

namespace {

constexpr int kIdRole = DestinationDelegate::IdRole;

} // namespace

DestinationPanel::DestinationPanel(LibraryService &libraries, QWidget *parent)
    : QWidget(parent)
    , m_libraries(libraries)
    , m_tree(new QTreeWidget(this))
    , m_guarantee(new GuaranteeView(this))
    , m_scratch(new ScratchSummary(this))
{
    m_tree->setHeaderHidden(true);
    m_tree->setRootIsDecorated(false);
    m_tree->setItemsExpandable(false);
    m_tree->setIndentation(0);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setItemDelegate(new DestinationDelegate(m_tree));
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setAccessibleName(tr("Destinations"));
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->header()->setSectionResizeMode(QHeaderView::Stretch);
    m_tree->viewport()->setAcceptDrops(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_guarantee);
    layout->addWidget(m_scratch);

    connect(m_tree, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem *item) { chooseItem(item); });
    connect(m_tree, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem *item) { activate(item); });
    connect(m_tree, &QWidget::customContextMenuRequested, this, &DestinationPanel::showMenu);
    connect(&libraries, &LibraryService::librariesChanged, this, &DestinationPanel::build);
    connect(&libraries, &LibraryService::libraryChanged, this, &DestinationPanel::showLibrary);
    connect(&libraries, &LibraryService::imagesChanged, this, &DestinationPanel::showLibrary);
    build();
}

void DestinationPanel::build()
{
    const auto chosen = chosenLibrary();
    const QSignalBlocker blocker(m_tree);
    m_tree->clear();
    m_queueItem = new QTreeWidgetItem(m_tree, {tr("Tasks")});
    m_queueItem->setIcon(0, icon(IconName::Transfer));
    addSection(tr("Libraries"));
    for (const auto &library : m_libraries.libraries()) {
        auto *item = new QTreeWidgetItem(m_tree, {library.name});
        item->setData(0, kIdRole, library.id);
        showLibrary(library.id);
    }
    if (m_libraries.libraries().isEmpty()) {
        auto *item = new QTreeWidgetItem(m_tree, {tr("New Library...")});
        item->setIcon(0, icon(IconName::Add));
        item->setData(0, DestinationDelegate::CommandRole, true);
        item->setToolTip(0, tr("Make a place where images are kept encrypted"));
    }
    addSection(tr("Cloud"));
    auto *ec2 = new QTreeWidgetItem(m_tree, {tr("Amazon EC2")});
    ec2->setIcon(0, icon(IconName::Cloud));
    ec2->setData(0, DestinationDelegate::Ec2Role, true);
    ec2->setData(0, DestinationDelegate::LineRole, tr("images and snapshots"));
    ec2->setToolTip(0, tr("Send images to Amazon EC2, or fetch them from there"));
    mark(itemOf(chosen) == nullptr ? QString() : chosen);
}

void DestinationPanel::addSection(const QString &title)
{
    auto *section = new QTreeWidgetItem(m_tree, {title});
    section->setFlags(Qt::ItemIsEnabled);
    section->setData(0, DestinationDelegate::SectionRole, true);
}

void DestinationPanel::showLibrary(const QString &id)
{
    auto *item = itemOf(id);
    const auto library = m_libraries.library(id);
    if (item == nullptr || !library)
        return;
    const auto look = libraryLook(library->state);
    item->setText(0, library->name);
    item->setIcon(0, icon(look.shape, look.tone));
    item->setData(0, DestinationDelegate::LineRole, libraryLine(*library));
    item->setData(0, Qt::AccessibleTextRole,
                  tr("%1: %2", "library and state").arg(library->name, libraryLine(*library)));
    item->setToolTip(0, library->problem ? library->problem->what() : library->location);
}

QTreeWidgetItem *DestinationPanel::itemOf(const QString &libraryId) const
{
    if (libraryId.isEmpty())
        return m_queueItem;
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        if (m_tree->topLevelItem(i)->data(0, kIdRole).toString() == libraryId)
            return m_tree->topLevelItem(i);
    }
    return nullptr;
}

QString DestinationPanel::chosenLibrary() const
{
    const auto *item = m_tree->currentItem();
    return item == nullptr ? QString() : item->data(0, kIdRole).toString();
}

void DestinationPanel::mark(const QString &libraryId)
{
    const QSignalBlocker blocker(m_tree);
    m_tree->setCurrentItem(itemOf(libraryId));
    m_guarantee->setShown(!libraryId.isEmpty(), DestinationKind::Library);
}

void DestinationPanel::chooseItem(QTreeWidgetItem *item)
{
    if (item == nullptr || item->data(0, DestinationDelegate::CommandRole).toBool())
        return;
    if (item->data(0, DestinationDelegate::Ec2Role).toBool())
        return m_guarantee->setShown(true, DestinationKind::Ec2); // it has no view of its own
    const auto id = item->data(0, kIdRole).toString();
    m_guarantee->setShown(!id.isEmpty(), DestinationKind::Library);
    if (id.isEmpty())
        Q_EMIT queueChosen();
    else
        Q_EMIT libraryChosen(id);
}

void DestinationPanel::activate(QTreeWidgetItem *item)
{
    if (item->data(0, DestinationDelegate::CommandRole).toBool())
        Q_EMIT newLibraryRequested();
    if (item->data(0, DestinationDelegate::Ec2Role).toBool())
        Q_EMIT ec2SendRequested();
    const auto library = m_libraries.library(item->data(0, kIdRole).toString());
    if (library && library->state == LibraryState::Locked)
        Q_EMIT unlockRequested(library->id);
}

void DestinationPanel::setTotals(const QueueTotals &totals)
{
    if (m_queueItem != nullptr)
        m_queueItem->setData(0, DestinationDelegate::LineRole,
                             totals.active + totals.paused > 0
                                 ? tr("%n under way", nullptr, totals.active + totals.paused)
                                 : tr("%n in the list", nullptr, totals.count()));
    m_scratch->setTotals(totals);
}

QString DestinationPanel::libraryAt(const QPoint &global) const
{
    const auto *item = m_tree->itemAt(m_tree->viewport()->mapFromGlobal(global));
    return item == nullptr ? QString() : item->data(0, kIdRole).toString();
}

bool DestinationPanel::isEc2At(const QPoint &global) const
{
    const auto *item = m_tree->itemAt(m_tree->viewport()->mapFromGlobal(global));
    return item != nullptr && item->data(0, DestinationDelegate::Ec2Role).toBool();
}

void DestinationPanel::setDropTarget(const QString &libraryId, bool isEc2)
{
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        auto *item = m_tree->topLevelItem(i);
        const auto id = item->data(0, kIdRole).toString();
        const bool isTarget =
            (!id.isEmpty() && id == libraryId) || (isEc2 && item->data(0, DestinationDelegate::Ec2Role).toBool());
        item->setData(0, DestinationDelegate::TargetRole, isTarget);
    }
}

QWidget *DestinationPanel::dropArea() const
{
    return m_tree->viewport();
}

void DestinationPanel::showMenu(const QPoint &at)
{
    const auto *item = m_tree->itemAt(at);
    const auto library = item == nullptr ? std::nullopt : m_libraries.library(item->data(0, kIdRole).toString());
    QMenu menu(this);
    if (library)
        fillMenu(menu, *library);
    else if (item != nullptr && item->data(0, DestinationDelegate::Ec2Role).toBool())
        fillEc2Menu(menu);
    connect(menu.addAction(icon(IconName::Add), tr("&New Library...")), &QAction::triggered, this,
            &DestinationPanel::newLibraryRequested);
    connect(menu.addAction(icon(IconName::Folder), tr("&Open Library...")), &QAction::triggered, this,
            &DestinationPanel::openLibraryRequested);
    menu.exec(m_tree->viewport()->mapToGlobal(at));
}

void DestinationPanel::fillMenu(QMenu &menu, const LibraryInfo &library)
{
    const auto id = library.id;
    const bool isOpen = library.state == LibraryState::Unlocked;
    connect(menu.addAction(icon(IconName::Import), tr("&Import into This Library...")), &QAction::triggered, this,
            [this, id] { Q_EMIT importRequested(id); });
    auto *out = menu.addAction(icon(IconName::Export), tr("&Export from This Library..."));
    out->setEnabled(isOpen);
    connect(out, &QAction::triggered, this, [this, id] { Q_EMIT exportRequested(id); });
    menu.addSeparator();
    if (isOpen)
        connect(menu.addAction(icon(IconName::Lock), tr("&Lock")), &QAction::triggered, this,
                [this, id] { m_libraries.lock(id); });
    else
        connect(menu.addAction(icon(IconName::Key), tr("&Unlock...")), &QAction::triggered, this,
                [this, id] { Q_EMIT unlockRequested(id); });
    connect(menu.addAction(icon(IconName::Retry), tr("Look &Again")), &QAction::triggered, this,
            [this, id] { m_libraries.refresh(id); });
    connect(menu.addAction(icon(IconName::Remove), tr("&Forget...")), &QAction::triggered, this,
            [this, found = library] { confirmForget(found); });
    menu.addSeparator();
}

void DestinationPanel::fillEc2Menu(QMenu &menu)
{
    connect(menu.addAction(icon(IconName::Cloud), tr("&Send Images to Amazon EC2...")), &QAction::triggered, this,
            &DestinationPanel::ec2SendRequested);
    connect(menu.addAction(icon(IconName::Import), tr("&Import from Amazon EC2...")), &QAction::triggered, this,
            &DestinationPanel::ec2ImportRequested);
    connect(menu.addAction(icon(IconName::Export), tr("&Export from Amazon EC2...")), &QAction::triggered, this,
            &DestinationPanel::ec2ExportRequested);
    menu.addSeparator();
}

void DestinationPanel::confirmForget(const LibraryInfo &library)
{
    auto *box = new QMessageBox(QMessageBox::Question, tr("Forget Library"),
                                tr("Take \"%1\" from the list?").arg(library.name), QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("Its images stay where they are. Its password is taken from this computer's keyring: "
                               "make sure that you know it, or have its recovery sheet."));
    auto *forget = box->addButton(tr("Forget Library and Password"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(forget, &QPushButton::clicked, this, [this, id = library.id] { m_libraries.forget(id); });
    box->open();
}

} // namespace sealift
