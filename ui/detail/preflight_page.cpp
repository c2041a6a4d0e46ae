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

} // namespace

PreflightPage::PreflightPage(QWidget *parent)
    : QWidget(parent)
    , m_words(new QLabel(this))
    , m_finding(new MessagePanel(this))
{
    m_words->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_finding);
    layout->addWidget(m_words);
    layout->addStretch();
}

void PreflightPage::setTask(const TaskRecord &record)
{
    const bool isFound = isFoundBefore(record);
    if (isFound)
        m_finding->showError(errorText(*record.error));
    else
        m_finding->clear();
    m_words->setVisible(!isFound);
    if (record.state == TaskState::Queued)
        m_words->setText(tr("Before anything is transferred Sealift looks at the image and the destination: whether "
                            "the image is what it says and safe to open, and whether there is room for it."));
    else if (record.state == TaskState::Preflight)
        m_words->setText(tr("Looking at the image and the destination..."));
    else
        m_words->setText(tr("Nothing was found that speaks against this transfer."));
}

} // namespace sealift
