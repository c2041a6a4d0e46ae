#include "ui/common/tab_order.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLayout>
#include <QScrollArea>
#include <QTabBar>
#include <QTabWidget>

namespace sealift {

namespace {

using Controls = QList<QWidget *>;

void collect(QWidget &widget, Controls &controls);

void collect(const QLayout &layout, Controls &controls)
{
    for (int i = 0; i < layout.count(); ++i) {
        const auto *item = layout.itemAt(i);
        if (item->widget() != nullptr)
            collect(*item->widget(), controls);
        else if (const auto *inner = const_cast<QLayoutItem *>(item)->layout())
            collect(*inner, controls);
    }
}

bool isOneControl(const QWidget &widget)
{
    return qobject_cast<const QComboBox *>(&widget) != nullptr ||
           qobject_cast<const QAbstractSpinBox *>(&widget) != nullptr;
}

void collect(QWidget &widget, Controls &controls)
{
    if ((widget.focusPolicy() & Qt::TabFocus) != 0 && widget.focusProxy() == nullptr)
        controls.append(&widget);
    if (isOneControl(widget))
        return;
    if (const auto *tabs = qobject_cast<QTabWidget *>(&widget)) {
        controls.append(tabs->tabBar());
        for (int i = 0; i < tabs->count(); ++i)
            collect(*tabs->widget(i), controls);
    } else if (const auto *area = qobject_cast<QScrollArea *>(&widget); area != nullptr && area->widget() != nullptr) {
        collect(*area->widget(), controls);
    } else if (widget.layout() != nullptr) {
        collect(*widget.layout(), controls);
    }
}

} // namespace

void orderTabs(QWidget &window)
{
    Controls controls;
    if (window.layout() != nullptr)
        collect(*window.layout(), controls);
    for (qsizetype i = 1; i < controls.size(); ++i)
        QWidget::setTabOrder(controls[i - 1], controls[i]);
}

} // namespace sealift
