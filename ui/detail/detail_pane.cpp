#include "ui/detail/detail_pane.h"

#include "task/task_queue.h"
#include "ui/common/task_text.h"
#include "ui/detail/log_page.h"
#include "ui/detail/overview_page.h"
#include "ui/detail/preflight_page.h"
#include "ui/detail/receipt_page.h"
#include "ui/detail/scratch_page.h"
#include "ui/queue/task_traces.h"

#include <QLabel>
#include <QScrollArea>
#include <QStackedLayout>
#include <QTabWidget>

namespace sealift {

namespace {

/// A page that may be taller than there is room for.
QWidget *scrolled(QWidget *page)
{
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(page);
    area->setFocusPolicy(Qt::NoFocus);
    return area;
}

} // namespace

DetailPane::DetailPane(const Sources &sources, QWidget *parent)
    : QWidget(parent)
    , m_queue(sources.queue)
    , m_stack(new QStackedLayout(this))
    , m_hint(new QLabel(this))
    , m_tabs(new QTabWidget(this))
    , m_overview(new OverviewPage(sources.traces, sources.actions))
    , m_scratch(new ScratchPage(sources.traces))
    , m_preflight(new PreflightPage)
    , m_log(new LogPage(sources.traces, sources.audit))
    , m_receipt(new ReceiptPage(sources.receipts, sources.files))
{
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Details of the task"));
    m_tabs->addTab(scrolled(m_overview), tr("Overview"));
    m_tabs->addTab(scrolled(m_scratch), tr("Scratch Volume"));
    m_tabs->addTab(scrolled(m_preflight), tr("Preflight"));
    m_tabs->addTab(m_log, tr("Log"));
    m_tabs->addTab(m_receipt, tr("Receipt"));
    m_stack->addWidget(m_hint);
    m_stack->addWidget(m_tabs);
    setMinimumHeight(140);

    connect(&m_queue, &TaskQueue::taskChanged, this, &DetailPane::update);
    const auto progressed = [this](const QList<TaskId> &ids) {
        if (ids.contains(m_task))
            update(m_task);
    };
    connect(&m_queue, &TaskQueue::tasksProgressed, this, progressed);
    connect(&sources.traces, &TaskTraces::ratesChanged, this, progressed);
    connect(&sources.receipts, &ReceiptService::loaded, this, &DetailPane::receive);
    setTask({}, 0);
}

void DetailPane::setTask(const TaskId &id, qsizetype count)
{
    m_task = id;
    m_hint->setText(count > 1 ? tr("%n tasks are chosen.", nullptr, static_cast<int>(count))
                              : tr("Choose a task to see its details."));
    m_stack->setCurrentWidget(id.isNull() ? static_cast<QWidget *>(m_hint) : m_tabs);
    m_receiptName.clear();
    if (!id.isNull()) {
        m_log->setTask(id);
        update(id);
    }
}

void DetailPane::update(const TaskId &id)
{
    const auto *record = m_queue.task(m_task);
    if (id != m_task || record == nullptr)
        return;
    m_overview->setTask(*record);
    m_scratch->setTask(*record);
    m_preflight->setTask(*record);
    m_receipt->setTask(*record);
    if (record->receipt != m_receiptName) {
        m_receiptName = record->receipt;
        m_log->refresh();
    }
}

void DetailPane::receive(const ReceiptView &view)
{
    if (view.task != m_task)
        return;
    m_receipt->setView(view);
    m_scratch->setReceipt(view.verified ? std::optional(view.verified->receipt) : std::nullopt);
    update(m_task);
}

void DetailPane::showReceipt()
{
    m_tabs->setCurrentWidget(m_receipt);
}

int DetailPane::page() const
{
    return m_tabs->currentIndex();
}

void DetailPane::setPage(int page)
{
    m_tabs->setCurrentIndex(page);
}

} // namespace sealift
