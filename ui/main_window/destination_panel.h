#pragma once

#include "ui/services/library_service.h"

#include <QWidget>

class QMenu;
class QTreeWidget;
class QTreeWidgetItem;

namespace sealift {

struct QueueTotals;
class GuaranteeView;
class ScratchSummary;

/// The left side: the queue, the libraries and Amazon EC2, what is promised for the chosen one, and scratch in all.
class DestinationPanel : public QWidget
{
    Q_OBJECT

public:
    /// @param libraries must outlive it.
    explicit DestinationPanel(LibraryService &libraries, QWidget *parent = nullptr);

    void setTotals(const QueueTotals &totals);
    /// The library that is chosen; empty: the queue is.
    QString chosenLibrary() const;
    /// Marks the queue, or a library, as what the window shows. Tells nobody.
    void mark(const QString &libraryId);

    /// The library at a point of the screen; empty: none.
    QString libraryAt(const QPoint &global) const;
    bool isEc2At(const QPoint &global) const;
    /// Lights a library up as a target of a drop, or Amazon EC2; empty: none.
    void setDropTarget(const QString &libraryId, bool isEc2 = false);
    QWidget *dropArea() const;

Q_SIGNALS:
    void queueChosen();
    void libraryChosen(const QString &libraryId);
    void importRequested(const QString &libraryId);
    void exportRequested(const QString &libraryId);
    void unlockRequested(const QString &libraryId);
    void newLibraryRequested();
    void openLibraryRequested();
    void ec2SendRequested();
    void ec2ImportRequested();
    void ec2ExportRequested();

private:
    void build();
    void addSection(const QString &title);
    void showLibrary(const QString &id);
    void chooseItem(QTreeWidgetItem *item);
    void activate(QTreeWidgetItem *item);
    void showMenu(const QPoint &at);
    void fillMenu(QMenu &menu, const LibraryInfo &library);
    void fillEc2Menu(QMenu &menu);
    void confirmForget(const LibraryInfo &library);
    QTreeWidgetItem *itemOf(const QString &libraryId) const;

    LibraryService &m_libraries;
    QTreeWidget *m_tree;
    QTreeWidgetItem *m_queueItem = nullptr;
    GuaranteeView *m_guarantee;
    ScratchSummary *m_scratch;
};

} // namespace sealift
