#include "ui/main_window/status_line.h"

#include "ui/common/elided_label.h"
#include "ui/common/icons.h"
#include "ui/common/local_text.h"
#include "ui/main_window/bandwidth_switch.h"
#include "ui/main_window/library_look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStatusBar>

#include <algorithm>

namespace sealift {

namespace {

/// What says at a glance whether all of it is encrypted on its way.
QIcon shieldFor(const QueueTotals &totals)
{
    if (totals.plain > 0)
        return icon(IconName::Warning, Tone::Warning);
    return totals.toEc2 > 0 ? icon(IconName::Cloud, Tone::Accent) : icon(IconName::Shield, Tone::Good);
}

} // namespace

StatusLine::StatusLine(QStatusBar &bar, const LibraryService &libraries, SettingsService &settings, QObject *parent)
    : QObject(parent)
    , m_libraries(libraries)
    , m_tasks(new ElidedLabel(Qt::ElideRight, &bar))
    , m_shield(new QLabel(&bar))
    , m_wire(new ElidedLabel(Qt::ElideRight, &bar))
    , m_rates(new QLabel(&bar))
    , m_scratch(new QLabel(&bar))
{
    m_rates->setFont(withTabularFigures(m_rates->font()));
    m_wire->setObjectName(QStringLiteral("protection"));
    m_rates->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *protection = new QWidget(&bar);
    auto *layout = new QHBoxLayout(protection);
    layout->setContentsMargins(12, 0, 0, 0);
    layout->setSpacing(5);
    layout->addWidget(m_shield);
    layout->addWidget(m_wire, 1);
    bar.setContentsMargins(6, 0, 0, 0);
    bar.addWidget(m_tasks);
    bar.addWidget(protection, 1);
    bar.addPermanentWidget(m_rates);
    bar.addPermanentWidget(new BandwidthSwitch(settings, &bar));
    bar.addPermanentWidget(m_scratch);
    connect(&libraries, &LibraryService::librariesChanged, this, &StatusLine::updateProtection);
    setTotals({});
}

/// Of what is under way, the worst first; while nothing is, what holds for libraries.
QString StatusLine::protectionWords() const
{
    QStringList parts;
    if (m_totals.plain > 0)
        parts += tr("%n export(s) not encrypted", nullptr, m_totals.plain);
    if (m_totals.toEc2 > 0)
        parts += tr("%n to EC2, which must read the image: TLS, KMS at rest", nullptr, m_totals.toEc2);
    const auto libraries = m_libraries.libraries();
    const bool isRemote = std::any_of(libraries.begin(), libraries.end(), isRemoteLibrary);
    const auto endToEnd = isRemote ? tr("encrypted end to end, TLS on top") : tr("encrypted end to end");
    if (parts.isEmpty())
        return endToEnd;
    if (m_totals.active + m_totals.paused > m_totals.plain + m_totals.toEc2)
        parts += tr("the rest %1", "encrypted end to end").arg(endToEnd);
    return parts.join(QStringLiteral("; "));
}

void StatusLine::updateProtection()
{
    m_shield->setPixmap(shieldFor(m_totals).pixmap(QSize(16, 16), m_shield->devicePixelRatioF()));
    m_wire->setText(protectionWords());
    m_wire->setWhatsThis(
        tr("What goes into a library is encrypted before it leaves this computer's memory, and a sealed export, too. A "
           "plain export is not encrypted; what goes to EC2 is encrypted on the wire and at rest, but not before."));
}

void StatusLine::setTotals(const QueueTotals &totals)
{
    m_totals = totals;
    updateProtection();
    QStringList parts;
    const auto add = [&parts](int count, const QString &words) {
        if (count > 0)
            parts += words;
    };
    add(totals.active, tr("%n active", nullptr, totals.active));
    add(totals.paused, tr("%n paused", nullptr, totals.paused));
    add(totals.queued, tr("%n queued", nullptr, totals.queued));
    add(totals.done, tr("%n done", nullptr, totals.done));
    add(totals.failed, tr("%n failed", nullptr, totals.failed));
    m_tasks->setText(parts.isEmpty() ? tr("No tasks") : QLocale().createSeparatedList(parts));
    QStringList rates;
    if (totals.importRate > 0)
        rates += tr("in %1", "rate of imports").arg(localRate(totals.importRate));
    if (totals.exportRate > 0)
        rates += tr("out %1", "rate of exports").arg(localRate(totals.exportRate));
    m_rates->setText(rates.join(QStringLiteral("   ")));
    m_scratch->setText(tr("Scratch %1").arg(localSize(totals.scratchUsed)));
}

} // namespace sealift
