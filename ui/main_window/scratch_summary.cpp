#include "ui/main_window/scratch_summary.h"

#include "ui/common/icons.h"
#include "ui/common/local_text.h"
#include "ui/queue/queue_summary.h"

#include <QGridLayout>
#include <QLabel>

namespace sealift {

ScratchSummary::ScratchSummary(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_used(new QLabel(this))
    , m_state(new QLabel(this))
{
    m_state->setWordWrap(true);
    setToolTip(tr("Encrypted scratch volumes of tasks; each is destroyed when its task ends"));
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(10, 8, 10, 8);
    layout->setHorizontalSpacing(8);
    layout->setVerticalSpacing(2);
    layout->addWidget(m_icon, 0, 0, 2, 1, Qt::AlignTop);
    layout->addWidget(m_used, 0, 1);
    layout->addWidget(m_state, 1, 1);
    layout->setColumnStretch(1, 1);
    setTotals({});
}

void ScratchSummary::setTotals(const QueueTotals &totals)
{
    m_used->setText(totals.scratchVolumes > 0 ? tr("Scratch: %1 in use").arg(localSize(totals.scratchUsed))
                                              : tr("Scratch: none in use"));
    if (totals.unconfirmed > 0)
        setState(true, tr("%n task(s) left traces", nullptr, totals.unconfirmed));
    else if (totals.scratchVolumes > 0)
        setState(false, tr("%n volume(s), all encrypted", nullptr, totals.scratchVolumes));
    else
        setState(false, tr("all gone, confirmed"));
}

void ScratchSummary::setState(bool isWarning, const QString &words)
{
    m_state->setText(words);
    m_state->setForegroundRole(isWarning ? QPalette::WindowText : QPalette::PlaceholderText);
    const auto shown = isWarning ? icon(IconName::Warning, Tone::Warning) : icon(IconName::Scratch, Tone::Muted);
    m_icon->setPixmap(shown.pixmap(QSize(18, 18), devicePixelRatioF()));
}

} // namespace sealift
