#include "ui/common/svg_icon.h"

#include <QFile>
#include <QGuiApplication>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace sealift {

SvgIcon::SvgIcon(QString path, Tone tone)
    : m_path(std::move(path))
    , m_tone(tone)
{
}

QColor SvgIcon::colorFor(QIcon::Mode mode) const
{
    const auto palette = QGuiApplication::palette();
    switch (mode) {
    case QIcon::Disabled:
        return palette.color(QPalette::Disabled, QPalette::WindowText);
    case QIcon::Selected:
        return palette.color(QPalette::HighlightedText);
    case QIcon::Normal:
    case QIcon::Active:
        break;
    }
    return toneColor(palette, m_tone);
}

void SvgIcon::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state)
{
    const auto scale = painter->device()->devicePixelRatioF();
    const auto side = std::min(rect.width(), rect.height());
    const auto image = scaledPixmap(QSize(side, side) * scale, mode, state, scale);
    QRectF target(0, 0, side, side);
    target.moveCenter(QRectF(rect).center());
    painter->drawPixmap(target.topLeft(), image);
}

QPixmap SvgIcon::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    return scaledPixmap(size, mode, state, 1);
}

QPixmap SvgIcon::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale)
{
    const auto color = colorFor(mode);
    const auto key = QStringLiteral("sealift:%1:%2:%3x%4@%5")
                         .arg(m_path, color.name())
                         .arg(size.width())
                         .arg(size.height())
                         .arg(scale);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QSvgRenderer renderer(file.readAll().replace("currentColor", color.name().toLatin1()));
    pixmap = QPixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    painter.end();
    pixmap.setDevicePixelRatio(scale);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QIconEngine *SvgIcon::clone() const
{
    return new SvgIcon(m_path, m_tone);
}

} // namespace sealift
