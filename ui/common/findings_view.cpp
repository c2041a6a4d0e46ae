#include "ui/common/findings_view.h"

#include "ui/common/message_panel.h"

#include <QVBoxLayout>

namespace sealift {

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

FindingsView::FindingsView(QWidget *parent)
    : QWidget(parent)
    , m_list(new QVBoxLayout(this))
{
    m_list->setContentsMargins(0, 0, 0, 0);
}

void FindingsView::setFindings(const QList<Finding> &findings)
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
