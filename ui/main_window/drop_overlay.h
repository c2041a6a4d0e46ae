#pragma once

#include "ui/main_window/drop_plan.h"

#include <QWidget>

namespace sealift {

/// Covers the centre of the window while something is dragged over it, and says what would come of dropping it.
class DropOverlay : public QWidget
{
    Q_OBJECT

public:
    explicit DropOverlay(QWidget *parent);

    void setPlan(const DropPlan &plan);
    const DropPlan &plan() const { return m_plan; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    DropPlan m_plan;
};

} // namespace sealift
