#pragma once

#include "ui/queue/task_traces.h"

#include <QWidget>

namespace sealift {

/// How fast a transfer went over its time: an area with the greatest rate named at its top.
class ThroughputChart : public QWidget
{
    Q_OBJECT

public:
    explicit ThroughputChart(QWidget *parent = nullptr);

    void setSamples(const QList<TaskTrace::Sample> &samples);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QPolygonF curveIn(const QRectF &plot, double most) const;

    QList<TaskTrace::Sample> m_samples;
};

} // namespace sealift
