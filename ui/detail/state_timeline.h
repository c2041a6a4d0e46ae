#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <QWidget>

namespace sealift {

/// The states that a scratch volume went through and those that lie ahead, from first to last, each with its time.
class StateTimeline : public QWidget
{
    Q_OBJECT

public:
    struct Step {
        QString state; ///< name of a ScratchState
        QDateTime at;  ///< invalid: not yet, unless it was passed unseen
        bool isPassed = false;
    };

    explicit StateTimeline(QWidget *parent = nullptr);

    /// The steps that were seen; those that usually follow are added.
    void setSteps(const QList<Step> &seen);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int widthOf(const Step &step) const;

    QList<Step> m_steps;
};

} // namespace sealift
