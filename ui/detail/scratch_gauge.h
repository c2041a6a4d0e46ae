#pragma once

#include "task/task_record.h"

#include <QWidget>

namespace sealift {

/// How full a scratch volume is: used, with a mark where it was fullest, of its quota.
class ScratchGauge : public QWidget
{
    Q_OBJECT

public:
    explicit ScratchGauge(QWidget *parent = nullptr);

    void setStatus(const ScratchStatus &status);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {160, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ScratchStatus m_status;
};

} // namespace sealift
