#pragma once

#include "ui/common/icons.h"

#include <QKeySequence>
#include <QList>
#include <QObject>

class QAction;
class QMenuBar;
class QToolBar;

namespace sealift {

class TaskActions;

/// The actions of the window that are not about tasks, and the menus and the tool bar made of both.
class WindowActions : public QObject
{
    Q_OBJECT

public:
    explicit WindowActions(QObject *parent = nullptr);

    void fill(QMenuBar &bar, const TaskActions &tasks) const;
    void fill(QToolBar &bar, const TaskActions &tasks) const;

    /// All of them; their object names are their ids.
    QList<QAction *> all() const;

    QAction *import;
    QAction *paste;
    QAction *exportImage;
    QAction *sendToEc2;
    QAction *importFromEc2;
    QAction *exportFromEc2;
    QAction *newLibrary;
    QAction *openLibrary;
    QAction *unlock;
    QAction *settings;
    QAction *quit;
    QAction *showQueue;
    QAction *showImages;
    QAction *showDetails;
    QAction *showDestinations;
    QAction *find;
    QAction *help;
    QAction *welcome;
    QAction *about;

private:
    QAction *make(const QString &text, const QString &hint, const QKeySequence &keys = {});
    QAction *make(IconName shape, const QString &text, const QString &hint, const QKeySequence &keys = {});
};

} // namespace sealift
