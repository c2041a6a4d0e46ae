#include "ui/import/import_findings.h"

#include "ui/common/findings_view.h"
#include "ui/import/import_row.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace sealift {

namespace {

constexpr int kLeastLines = 6;
constexpr int kMostLines = 9;

} // namespace

ImportFindings::ImportFindings(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_findings(new FindingsView)
    , m_scroll(new QScrollArea(this))
    , m_force(new QCheckBox(tr("Go on in spite of t&his, and import it as it is"), this))
{
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_force->setObjectName(QStringLiteral("force"));
    m_findings->setObjectName(QStringLiteral("findings"));
    m_scroll->setWidget(m_findings);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setMinimumHeight(fontMetrics().height() * kLeastLines);
    m_scroll->setMaximumHeight(fontMetrics().height() * kMostLines);
    m_scroll->setAccessibleName(tr("What was found in the image"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_title);
    layout->addWidget(m_scroll);
    layout->addWidget(m_force);
    connect(m_force, &QCheckBox::clicked, this, &ImportFindings::forced);
    hide();
}

void ImportFindings::showRow(const ImportRow *row)
{
    if (row == nullptr || row->findings.isEmpty()) {
        hide();
        return;
    }
    m_title->setText(tr("What was found in %1:").arg(QFileInfo(row->probed.path).fileName()));
    m_findings->setFindings(row->findings);
    m_force->setVisible(row->canBeForced());
    m_force->setChecked(row->isForced);
    show();
}

} // namespace sealift
