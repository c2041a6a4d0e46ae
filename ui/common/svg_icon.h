#pragma once

#include "ui/common/tone.h"

#include <QIconEngine>
#include <QString>

namespace sealift {

/// Paints an SVG file whose strokes are `currentColor` in a colour of the palette.
class SvgIcon final : public QIconEngine
{
public:
    SvgIcon(QString path, Tone tone);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    QIconEngine *clone() const override;
    QString key() const override { return QStringLiteral("SvgIcon"); }
    bool isNull() override { return false; }

private:
    QColor colorFor(QIcon::Mode mode) const;

    const QString m_path;
    const Tone m_tone;
};

} // namespace sealift
