#pragma once

#include "ui/main_window/drop_plan.h"

#include <QWidget>

namespace sealift {

/// Covers the centre of the window while something is dragged over it, and says what would come of dropping it.
class DropOverlay : public QWidget
{
    Q_OBJECT

public:
    /// @param covered what it covers, and becomes a child of.
    explicit DropOverlay(QWidget *covered);

    void setPlan(const DropPlan &plan);
    const DropPlan &plan() const { return m_plan; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    DropPlan m_plan;
};

} // namespace sealift
