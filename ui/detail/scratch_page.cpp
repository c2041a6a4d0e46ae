#include "ui/detail/scratch_page.h"

#include "ui/common/fact_list.h"
#include "ui/common/task_text.h"
#include "ui/detail/check_list.h"
#include "ui/detail/scratch_gauge.h"
#include "ui/detail/state_timeline.h"
#include "ui/queue/task_traces.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace sealift {

ScratchPage::ScratchPage(const TaskTraces &traces, QWidget *parent)
    : QWidget(parent)
    , m_traces(traces)
    , m_facts(new FactList(this))
    , m_gauge(new ScratchGauge(this))
    , m_timeline(new StateTimeline(this))
    , m_promise(new QLabel(this))
    , m_checks(new CheckList(this))
{
    m_promise->setWordWrap(true);
    auto *top = new QHBoxLayout;
    top->setSpacing(24);
    top->addWidget(m_facts, 1);
    top->addWidget(m_gauge, 1, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addLayout(top);
    layout->addWidget(m_timeline);
    layout->addWidget(m_promise);
    layout->addWidget(m_checks);
    layout->addStretch();
}

void ScratchPage::setReceipt(const std::optional<Receipt> &receipt)
{
    m_receipt = receipt;
    m_shownChecks.clear();
}

void ScratchPage::setTask(const TaskRecord &record)
{
    if (record.id != m_task) {
        m_task = record.id;
        m_receipt.reset();
        m_shownChecks.clear();
    }
    // Before the end there is only the receipt of an earlier attempt.
    const bool hasReceipt = m_receipt && isEnd(record.state);
    const auto *volume = hasReceipt && m_receipt->volume ? &*m_receipt->volume : nullptr;
    m_facts->setFacts({{tr("State"), scratchLook(scratchStateOf(record)).word},
                       {tr("Volume"), volume != nullptr ? volume->id : QString(), true},
                       {tr("Cipher"), volume != nullptr ? volume->cipher : tr("AES-256-XTS, its key in memory only")},
                       {tr("Path"), record.scratch.path, true}});
    m_gauge->setVisible(record.scratch.size > 0);
    m_gauge->setStatus(record.scratch);

    QList<StateTimeline::Step> steps;
    if (volume != nullptr) {
        for (const auto &change : volume->states)
            steps.append({scratchStateName(change.state), change.at, false});
        // The last look is of the receipt itself, and later than the states that it can hold.
        if (m_receipt->isConfirmed() && (steps.isEmpty() || steps.last().state != u"confirmed"))
            steps.append({QStringLiteral("confirmed"), m_receipt->issued, false});
    } else if (const auto *trace = m_traces.trace(record.id)) {
        for (const auto &step : trace->scratch)
            steps.append({step.state, step.at, false});
    } else if (!record.scratch.state.isEmpty()) {
        steps.append({record.scratch.state, record.started, false});
    }
    m_timeline->setSteps(steps);
    showChecks(record);
}

void ScratchPage::showChecks(const TaskRecord &record)
{
    const bool isLooked = m_receipt && isEnd(record.state) && !m_receipt->cleanup.isEmpty();
    if (!isEnd(record.state))
        m_promise->setText(
            tr("In the end, however it ends, Sealift erases the key, deletes the volume, and looks again:"));
    else if (record.cleanup.state == CleanupStatus::State::Unconfirmed)
        m_promise->setText(tr("Sealift looked again, and not all was gone:"));
    else
        m_promise->setText(tr("Sealift erased the key, deleted the volume, and looked again:"));
    const auto shown = isLooked ? m_receipt->issued.toString(Qt::ISODateWithMs) : QStringLiteral("ahead");
    if (shown == m_shownChecks)
        return;
    m_shownChecks = shown;
    if (!isLooked)
        return m_checks->setAhead();
    const auto &attempt = m_receipt->cleanup.last();
    m_checks->setEntries(attempt.steps + attempt.checks);
}

} // namespace sealift
