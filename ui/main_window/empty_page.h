#pragma once

#include <QWidget>

namespace sealift {

/// What the queue shows while there is nothing in it: one sentence, one button, one drop zone, and the sample.
class EmptyPage : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyPage(QWidget *parent = nullptr);

Q_SIGNALS:
    void importRequested();
    void sampleRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *m_zone;
};

} // namespace sealift
