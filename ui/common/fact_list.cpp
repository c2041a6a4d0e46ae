#include "ui/common/fact_list.h"

#include "ui/common/elided_label.h"

#include <QFormLayout>
#include <QLabel>

namespace sealift {

FactList::FactList(QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(14);
    m_form->setVerticalSpacing(5);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setLabelAlignment(Qt::AlignLeading | Qt::AlignVCenter);
}

void FactList::setFacts(const QList<Fact> &facts)
{
    QList<Fact> shown;
    for (const auto &fact : facts) {
        if (!fact.value.isEmpty())
            shown.append(fact);
    }
    bool isSame = shown.size() == m_rows.size();
    for (qsizetype i = 0; isSame && i < shown.size(); ++i)
        isSame = m_rows[i].isPath == shown[i].isPath && m_rows[i].label->text() == shown[i].label;
    if (!isSame) {
        while (m_form->rowCount() > 0)
            m_form->removeRow(0);
        m_rows.clear();
        for (const auto &fact : shown) {
            const Row row{new QLabel(fact.label, this),
                          new ElidedLabel(fact.isPath ? Qt::ElideMiddle : Qt::ElideRight, this), fact.isPath};
            row.label->setForegroundRole(QPalette::PlaceholderText);
            m_form->addRow(row.label, row.value);
            m_rows.append(row);
        }
    }
    for (qsizetype i = 0; i < shown.size(); ++i) {
        m_rows[i].value->setText(shown[i].value);
        m_rows[i].value->setAccessibleName(tr("%1: %2", "label and value").arg(shown[i].label, shown[i].value));
    }
}

} // namespace sealift
