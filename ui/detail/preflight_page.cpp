#include "ui/detail/preflight_page.h"

#include "ui/common/findings_view.h"
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

} // namespace

PreflightPage::PreflightPage(QWidget *parent)
    : QWidget(parent)
    , m_words(new QLabel(this))
    , m_failure(new MessagePanel(this))
    , m_findings(new FindingsView(this))
{
    m_words->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_failure);
    layout->addWidget(m_words);
    layout->addWidget(m_findings);
    layout->addStretch();
}

void PreflightPage::setTask(const TaskRecord &record)
{
    const bool isFailure = isFoundBefore(record);
    if (isFailure)
        m_failure->showError(errorText(*record.error));
    else
        m_failure->clear();
    m_findings->setFindings(record.findings);
    m_words->setVisible(!isFailure && record.findings.isEmpty());
    if (record.state == TaskState::Queued)
        m_words->setText(tr("Before anything is transferred Sealift looks at the image and the destination: whether "
                            "the image is what it says and safe to open, and whether there is room for it."));
    else if (record.state == TaskState::Preflight)
        m_words->setText(tr("Looking at the image and the destination..."));
    else
        m_words->setText(tr("Nothing was found that speaks against this transfer."));
}

} // namespace sealift
