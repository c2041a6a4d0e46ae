#include "ui/main_window/queue_page.h"

#include "task/task_queue.h"
#include "ui/common/icons.h"
#include "ui/common/message_panel.h"
#include "ui/detail/detail_pane.h"
#include "ui/main_window/empty_page.h"
#include "ui/queue/task_filter.h"
#include "ui/queue/task_view.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace sealift {

namespace {

constexpr int kDetailHeight = 300;

} // namespace

QueuePage::QueuePage(TaskQueue &queue, TaskFilter &filter, TaskView *view, DetailPane *detail, QWidget *parent)
    : QWidget(parent)
    , m_queue(queue)
    , m_filter(filter)
    , m_detail(detail)
    , m_notice(new MessagePanel(this))
    , m_pages(new QStackedWidget(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_empty(new EmptyPage(this))
    , m_nothing(new QWidget(this))
{
    auto *words = new QLabel(tr("No task fits the search."), m_nothing);
    words->setAlignment(Qt::AlignCenter);
    auto *clear = new QPushButton(tr("Show All Tasks"), m_nothing);
    auto *column = new QVBoxLayout(m_nothing);
    column->addStretch();
    column->addWidget(words);
    column->addWidget(clear, 0, Qt::AlignHCenter);
    column->addStretch();
    m_nothing->setAutoFillBackground(true);
    m_nothing->setBackgroundRole(QPalette::Base);

    m_pages->addWidget(view);
    m_pages->addWidget(m_nothing);
    m_splitter->addWidget(m_pages);
    m_splitter->addWidget(detail);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({kDetailHeight * 2, kDetailHeight});
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);

    auto *dismiss = new QAction(icon(IconName::Tick), tr("Dismiss"), this);
    connect(dismiss, &QAction::triggered, m_notice, &MessagePanel::clear);
    m_notice->addAction(dismiss);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notice);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(m_empty, 1);

    connect(m_empty, &EmptyPage::importRequested, this, &QueuePage::importRequested);
    connect(m_empty, &EmptyPage::sampleRequested, this, &QueuePage::sampleRequested);
    connect(clear, &QPushButton::clicked, this, &QueuePage::filterCleared);
    connect(&filter, &TaskFilter::shownChanged, this, &QueuePage::choosePage);
    choosePage();
}

void QueuePage::choosePage()
{
    const bool isEmpty = m_queue.count() == 0;
    m_empty->setVisible(isEmpty);
    m_splitter->setVisible(!isEmpty);
    m_pages->setCurrentIndex(m_filter.rowCount() == 0 && !m_filter.isOff() ? 1 : 0);
}

void QueuePage::showNotice(const QString &title, const QString &detail)
{
    m_notice->showMessage(Tone::Warning, title, detail);
}

void QueuePage::setDetailShown(bool isShown)
{
    m_detail->setVisible(isShown);
}

QByteArray QueuePage::saveSplitter() const
{
    return m_splitter->saveState();
}

bool QueuePage::restoreSplitter(const QByteArray &state)
{
    return m_splitter->restoreState(state);
}

} // namespace sealift
