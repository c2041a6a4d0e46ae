#pragma once

#include <QFrame>
#include <QString>

namespace sealift {

/// One line of text that is cut where there is no room; the tool tip has it whole then. Paths are cut in the middle.
class ElidedLabel : public QFrame
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text)

public:
    explicit ElidedLabel(Qt::TextElideMode mode = Qt::ElideRight, QWidget *parent = nullptr);

    const QString &text() const { return m_text; }
    void setText(const QString &text);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    const Qt::TextElideMode m_mode;
    QString m_text;
    bool m_isCut = false;
    void updateCut();
};

} // namespace sealift
