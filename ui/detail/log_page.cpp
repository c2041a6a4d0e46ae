#include "ui/detail/log_page.h"

#include "ui/common/icons.h"
#include "ui/common/message_panel.h"
#include "ui/common/search_field.h"
#include "ui/detail/log_model.h"
#include "ui/queue/task_traces.h"
#include "ui/services/audit_service.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace sealift {

LogPage::LogPage(TaskTraces &traces, AuditService &audit, QWidget *parent)
    : QWidget(parent)
    , m_traces(traces)
    , m_audit(audit)
    , m_model(new LogModel(this))
    , m_filter(new QSortFilterProxyModel(this))
    , m_search(new SearchField(tr("Search the log"), this))
    , m_view(new QTreeView(this))
    , m_message(new MessagePanel(this))
{
    m_filter->setSourceModel(m_model);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filter->setFilterKeyColumn(LogModel::Words);
    m_view->setModel(m_filter);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAccessibleName(tr("Log"));
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->header()->resizeSection(LogModel::Time, fontMetrics().averageCharWidth() * 14);
    m_view->header()->resizeSection(LogModel::Origin, fontMetrics().averageCharWidth() * 14);
    auto *copy = new QToolButton(this);
    copy->setIcon(icon(IconName::Copy));
    copy->setText(tr("Copy All"));
    copy->setToolTip(tr("Copy the whole log as text"));
    copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    copy->setFocusPolicy(Qt::StrongFocus);

    auto *top = new QHBoxLayout;
    top->addWidget(m_search, 1);
    top->addWidget(copy);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(m_message);
    layout->addWidget(m_view, 1);

    connect(m_search, &QLineEdit::textChanged, m_filter, &QSortFilterProxyModel::setFilterFixedString);
    connect(copy, &QToolButton::clicked, this, &LogPage::copy);
    connect(&traces, &TaskTraces::spoken, this, [this](const TaskId &id) {
        if (id == m_task)
            showLines();
    });
    connect(&audit, &AuditService::loaded, this, [this](const TaskHistory &history) {
        if (history.task != m_task)
            return;
        m_model->setEntries(history.entries);
        if (history.problem)
            m_message->showError(errorText(*history.problem));
        else
            m_message->clear();
    });
}

void LogPage::setTask(const TaskId &id)
{
    if (id != m_task)
        m_model->clear();
    m_task = id;
    showLines();
    refresh();
}

void LogPage::showLines()
{
    const auto *trace = m_traces.trace(m_task);
    m_model->setLines(trace == nullptr ? QList<std::pair<QDateTime, QString>>() : trace->lines);
}

void LogPage::refresh()
{
    m_isStale = !isVisible();
    if (!m_isStale && !m_task.isNull())
        m_audit.load(m_task);
}

void LogPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        refresh();
}

void LogPage::copy() const
{
    QGuiApplication::clipboard()->setText(m_model->plainText());
}

} // namespace sealift
