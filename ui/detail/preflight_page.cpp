#include "ui/detail/preflight_page.h"

#include "ui/common/message_panel.h"

#include <QLabel>
#include <QVBoxLayout>

namespace sealift {

namespace {

/// Errors that come of looking at source and destination, before any data moves.
bool isFoundBefore(const TaskRecord &record)
{
    return record.state == TaskState::Failed && record.error && record.progress.done == 0 &&
           record.cleanup.state != CleanupStatus::State::Unconfirmed;
}

Tone toneOf(Severity severity)
{
    switch (severity) {
    case Severity::Note:
        return Tone::Accent;
    case Severity::Warning:
        return Tone::Warning;
    case Severity::Error:
        break;
    }
    return Tone::Bad;
}

} // namespace

PreflightPage::PreflightPage(QWidget *parent)
    : QWidget(parent)
    , m_words(new QLabel(this))
    , m_failure(new MessagePanel(this))
    , m_list(new QVBoxLayout)
{
    m_words->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_failure);
    layout->addWidget(m_words);
    layout->addLayout(m_list);
    layout->addStretch();
}

void PreflightPage::setTask(const TaskRecord &record)
{
    const bool isFailure = isFoundBefore(record);
    if (isFailure)
        m_failure->showError(errorText(*record.error));
    else
        m_failure->clear();
    setFindings(record.findings);
    m_words->setVisible(!isFailure && record.findings.isEmpty());
    if (record.state == TaskState::Queued)
        m_words->setText(tr("Before anything is transferred Sealift looks at the image and the destination: whether "
                            "the image is what it says and safe to open, and whether there is room for it."));
    else if (record.state == TaskState::Preflight)
        m_words->setText(tr("Looking at the image and the destination..."));
    else
        m_words->setText(tr("Nothing was found that speaks against this transfer."));
}

void PreflightPage::setFindings(const QList<Finding> &findings)
{
    if (findings == m_findings)
        return;
    m_findings = findings;
    while (auto *item = m_list->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const auto &finding : m_findings) {
        auto *panel = new MessagePanel(this);
        panel->showMessage(toneOf(finding.severity), finding.what, finding.why + QLatin1Char('\n') + finding.remedy);
        m_list->addWidget(panel);
    }
}

} // namespace sealift
