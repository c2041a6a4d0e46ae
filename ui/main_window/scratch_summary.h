#pragma once

#include <QFrame>

class QLabel;

namespace sealift {

struct QueueTotals;

/// Scratch volumes of all tasks together.
class ScratchSummary : public QFrame
{
    Q_OBJECT

public:
    explicit ScratchSummary(QWidget *parent = nullptr);

    void setTotals(const QueueTotals &totals);

private:
    QLabel *m_icon;
    QLabel *m_used;
    QLabel *m_state;

    void setState(bool isWarning, const QString &words);
};

} // namespace sealift
