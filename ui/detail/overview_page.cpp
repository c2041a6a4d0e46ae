#include "ui/detail/overview_page.h"

#include "task/service_state.h"
#include "ui/common/fact_list.h"
#include "ui/common/local_text.h"
#include "ui/common/message_panel.h"
#include "ui/common/task_text.h"
#include "ui/detail/throughput_chart.h"
#include "ui/queue/task_actions.h"
#include "ui/queue/task_traces.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace sealift {

namespace {

QString orNothing(qint64 bytes)
{
    return bytes > 0 ? localSize(bytes, 2) : QString();
}

} // namespace

OverviewPage::OverviewPage(const TaskTraces &traces, TaskActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_traces(traces)
    , m_message(new MessagePanel(this))
    , m_left(new FactList(this))
    , m_right(new FactList(this))
    , m_chart(new ThroughputChart(this))
{
    m_message->addAction(actions.retry);
    m_message->addAction(actions.copy);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    grid->addWidget(m_left, 0, 0, Qt::AlignTop);
    grid->addWidget(m_right, 0, 1, Qt::AlignTop);
    grid->addWidget(m_chart, 0, 2);
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 2);
    grid->setColumnStretch(2, 3);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(m_message);
    layout->addLayout(grid, 1);
}

void OverviewPage::setTask(const TaskRecord &record)
{
    showProblem(record);
    const auto &progress = record.progress;
    m_left->setFacts(
        {{tr("From"), record.source, true},
         {tr("To"), record.destination, true},
         {tr("Encryption"), encryptionSentence(record)},
         {tr("Service"), ServiceState::of(record).text()},
         {tr("Added"), localTimestamp(record.created)},
         {tr("Started"), localTimestamp(record.started)},
         {tr("Ended"), localTimestamp(record.ended)},
         {tr("Duration"), record.started.isValid() && record.ended.isValid()
                              ? localDuration(std::chrono::milliseconds(record.started.msecsTo(record.ended)))
                              : QString()}});
    const bool isImport = record.kind == TaskKind::Import;
    m_right->setFacts({{tr("Disk size"), orNothing(progress.total)},
                       {tr("Processed"), orNothing(progress.done)},
                       {tr("Read"), orNothing(progress.bytesRead)},
                       {tr("Empty"), orNothing(progress.bytesHole)},
                       {tr("Known already"), isImport ? orNothing(progress.bytesKnown) : QString()},
                       {isImport ? tr("Stored") : tr("Written"), orNothing(progress.bytesWritten)},
                       {tr("Attempt"), record.attempt > 1 ? QLocale().toString(record.attempt) : QString()}});
    const auto *trace = m_traces.trace(record.id);
    m_chart->setSamples(trace == nullptr ? QList<TaskTrace::Sample>() : trace->samples);
    m_chart->setVisible(trace != nullptr || !isEnd(record.state));
}

void OverviewPage::showProblem(const TaskRecord &record)
{
    if (record.end() == TaskEnd::CleanupUnconfirmed) {
        auto words = record.cleanup.left;
        words.append(safetyText(record));
        m_message->showMessage(Tone::Warning, tr("Traces of this task are left"), words.join(QLatin1Char('\n')));
    } else if (record.state == TaskState::Failed && record.error) {
        m_message->showError(errorText(*record.error), safetyText(record));
    } else {
        m_message->clear();
    }
}

} // namespace sealift
