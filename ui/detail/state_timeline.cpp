#include "ui/detail/state_timeline.h"

#include "ui/common/local_text.h"
#include "ui/common/task_text.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace sealift {

namespace {

constexpr int kDot = 16;
constexpr int kGap = 18;

const QStringList &usualStates()
{
    static const QStringList states{QStringLiteral("creating"),  QStringLiteral("ready"),
                                    QStringLiteral("in-use"),    QStringLiteral("destroying"),
                                    QStringLiteral("destroyed"), QStringLiteral("confirmed")};
    return states;
}

} // namespace

StateTimeline::StateTimeline(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("States of the scratch volume"));
}

void StateTimeline::setSteps(const QList<Step> &seen)
{
    m_steps.clear();
    // What was passed before anybody looked.
    const auto first = seen.isEmpty() ? 0 : usualStates().indexOf(seen.first().state);
    for (qsizetype i = 0; i < first; ++i)
        m_steps.append({usualStates()[i], {}, true});
    m_steps += seen;
    // What lies ahead begins behind the last state that was seen; a cleanup that failed has no usual way on.
    const auto last = seen.isEmpty() ? -1 : usualStates().indexOf(seen.last().state);
    if (seen.isEmpty() || last >= 0) {
        for (auto i = last + 1; i < usualStates().size(); ++i)
            m_steps.append({usualStates()[i], {}, false});
    }
    QStringList words;
    for (const auto &step : m_steps)
        words += step.at.isValid() ? tr("%1 at %2").arg(scratchLook(step.state).word, localClock(step.at))
                                   : tr("%1: not yet").arg(scratchLook(step.state).word);
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

int StateTimeline::widthOf(const Step &step) const
{
    const auto metrics = fontMetrics();
    return std::max(metrics.horizontalAdvance(scratchLook(step.state).word),
                    metrics.horizontalAdvance(QStringLiteral("00:00:00"))) +
           kGap;
}

QSize StateTimeline::sizeHint() const
{
    int width = 0;
    for (const auto &step : m_steps)
        width += widthOf(step);
    return {width, kDot + 2 * fontMetrics().height() + 8};
}

QSize StateTimeline::minimumSizeHint() const
{
    return sizeHint();
}

void StateTimeline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto metrics = fontMetrics();
    const auto leading = static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft));
    int x = 0;
    for (qsizetype i = 0; i < m_steps.size(); ++i) {
        const auto &step = m_steps[i];
        const auto look = scratchLook(step.state);
        const bool isReached = step.at.isValid() || step.isPassed;
        const int width = widthOf(step);
        const auto cell = QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, width, height()));
        const auto dot = QStyle::visualRect(layoutDirection(), cell, QRect(cell.left(), 0, kDot, kDot));
        const bool isLast = i + 1 == m_steps.size();
        if (!isLast) {
            const bool isNextReached = m_steps[i + 1].at.isValid();
            const auto line = QStyle::visualRect(layoutDirection(), cell,
                                                 QRect(cell.left() + kDot + 3, kDot / 2, width - kDot - 6, 0));
            painter.setPen(QPen(toneColor(palette(), isNextReached ? Tone::Accent : Tone::Muted), 1.5,
                                isNextReached ? Qt::SolidLine : Qt::DotLine));
            painter.drawLine(line.left(), line.top(), line.right(), line.top());
        }
        const bool isPresent = step.at.isValid() && (isLast || !m_steps[i + 1].at.isValid());
        const auto shape = !isReached ? IconName::Empty : isPresent ? look.shape : IconName::Done;
        const auto tone = !isReached ? Tone::Muted : isPresent ? look.tone : Tone::Accent;
        icon(shape, tone).paint(&painter, dot);
        auto bold = font();
        bold.setBold(isPresent);
        painter.setFont(bold);
        painter.setPen(toneColor(palette(), isReached ? Tone::Plain : Tone::Muted));
        painter.drawText(QRect(cell.left(), kDot + 4, width, metrics.height()), leading, look.word);
        painter.setFont(font());
        painter.setPen(toneColor(palette(), Tone::Muted));
        painter.drawText(QRect(cell.left(), kDot + 4 + metrics.height(), width, metrics.height()), leading,
                         localClock(step.at));
        x += width;
    }
}

} // namespace sealift
