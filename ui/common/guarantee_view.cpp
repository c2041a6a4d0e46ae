#include "ui/common/guarantee_view.h"

#include <QLabel>
#include <QVBoxLayout>

namespace sealift {

GuaranteeView::GuaranteeView(QWidget *parent)
    : QFrame(parent)
    , m_words(new QLabel(this))
{
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::RichText);
    m_words->setAccessibleName(tr("What is promised for this destination"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 8, 10, 8);
    layout->addWidget(m_words);
    hide();
}

void GuaranteeView::setShown(bool isShown, DestinationKind kind)
{
    const auto guarantee = guaranteeOf(kind);
    const auto line = [](const QString &label, const QString &value) {
        return QStringLiteral("<p style=\"margin:0 0 4px 0\"><b>%1</b><br>%2</p>")
            .arg(label.toHtmlEscaped(), value.toHtmlEscaped());
    };
    m_words->setText(line(tr("Before sending"), guarantee.inMemory) + line(tr("On the wire"), guarantee.onTheWire) +
                     line(tr("At rest"), guarantee.atRest));
    setVisible(isShown);
}

} // namespace sealift
