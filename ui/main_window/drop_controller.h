#pragma once

#include "ui/main_window/drop_plan.h"

#include <QObject>
#include <QTimer>

class QDropEvent;

namespace sealift {

class DestinationPanel;
class DropOverlay;

/// Drags over the window: shows what would come of a drop where the pointer is, and tells of the drop.
class DropController : public QObject
{
    Q_OBJECT

public:
    struct Parts {
        QWidget &window;
        DropOverlay &overlay;
        DestinationPanel &destinations;
        LibraryService &libraries;
        DropService &drops;
    };

    explicit DropController(const Parts &parts, QObject *parent = nullptr);

    /// The library that is meant where none is pointed at: the one that is shown, or the only one; else empty.
    QString usualLibrary() const;

Q_SIGNALS:
    void dropped(const QStringList &paths, const QString &libraryId);
    void droppedOntoEc2(const QStringList &paths);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void enter(const QList<QUrl> &urls);
    void follow(const QPoint &global);
    void show();
    void end();
    bool handle(QObject *watched, QDropEvent &event, bool isDrop);

    Parts m_parts;
    DropVerdict m_verdict;
    QString m_target;
    bool m_isToEc2 = false; ///< and not into a library
    QTimer m_leaving;       ///< a drag that leaves one widget may enter the next
};

} // namespace sealift
