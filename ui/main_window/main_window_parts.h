#pragma once

#include "ui/detail/detail_pane.h"
#include "ui/main_window/destination_panel.h"
#include "ui/main_window/drop_controller.h"
#include "ui/main_window/drop_overlay.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/queue_page.h"
#include "ui/main_window/search_bar.h"
#include "ui/main_window/status_line.h"
#include "ui/main_window/window_actions.h"
#include "ui/main_window/window_shortcuts.h"
#include "ui/queue/queue_summary.h"
#include "ui/queue/task_actions.h"
#include "ui/queue/task_filter.h"
#include "ui/queue/task_model.h"
#include "ui/queue/task_traces.h"
#include "ui/queue/task_view.h"

#include <QSplitter>
#include <QStackedWidget>

namespace sealift {

/// What the main window is made of; in the order in which it is made.
class MainWindow::Private
{
public:
    Private(MainWindow *window, TaskQueue &tasks, const WindowServices &given)
        : queue(tasks)
        , services(given)
        , traces(tasks)
        , summary(tasks, traces)
        , model(tasks, traces)
        , filter(model, traces)
        , taskActions(tasks, given.files)
        , shortcuts(actions.all() + taskActions.all())
        , detail(new DetailPane({tasks, traces, taskActions, given.receipts, given.audit, given.files}))
        , view(new TaskView(filter, taskActions))
        , page(new QueuePage(tasks, filter, view, detail))
        , side(new DestinationPanel(given.libraries))
        , pages(new QStackedWidget)
        , splitter(new QSplitter(window))
        , search(new SearchBar(filter))
        , overlay(new DropOverlay(pages))
        , drops({*window, *overlay, *side, given.libraries, given.drops})
        , status(*window->statusBar(), given.libraries, given.settings)
    {
    }

    TaskQueue &queue;
    WindowServices services;
    TaskTraces traces;
    QueueSummary summary;
    TaskModel model;
    TaskFilter filter;
    TaskActions taskActions;
    WindowActions actions;
    WindowShortcuts shortcuts;
    DetailPane *detail;
    TaskView *view;
    QueuePage *page;
    DestinationPanel *side;
    QStackedWidget *pages;
    QSplitter *splitter;
    SearchBar *search;
    DropOverlay *overlay;
    DropController drops;
    StatusLine status;
    QWidget *images = nullptr;
};

} // namespace sealift
