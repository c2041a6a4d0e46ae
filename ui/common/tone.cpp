#include "ui/common/tone.h"

#include <QPalette>

namespace sealift {

namespace {

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto mix = [share](int x, int y) { return static_cast<int>(x * share + y * (1 - share)); };
    return QColor(mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue()));
}

} // namespace

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Base).lightnessF() < palette.color(QPalette::Text).lightnessF();
}

bool isHighContrast(const QPalette &palette)
{
    return palette.color(QPalette::Mid) == palette.color(QPalette::Text);
}

QColor toneColor(const QPalette &palette, Tone tone)
{
    const bool dark = isDark(palette);
    if (isHighContrast(palette))
        return palette.color(tone == Tone::Accent ? QPalette::Link : QPalette::Text);
    switch (tone) {
    case Tone::Plain:
        break;
    case Tone::Muted:
        return mixed(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.68);
    case Tone::Accent:
        return dark ? QColor(0x6c, 0xb2, 0xf7) : QColor(0x0b, 0x5c, 0xb8);
    case Tone::Good:
        return dark ? QColor(0x62, 0xc9, 0x85) : QColor(0x1a, 0x73, 0x39);
    case Tone::Warning:
        return dark ? QColor(0xe8, 0xb3, 0x39) : QColor(0x8a, 0x57, 0x00);
    case Tone::Bad:
        return dark ? QColor(0xff, 0x8a, 0x80) : QColor(0xb4, 0x23, 0x18);
    }
    return palette.color(QPalette::Text);
}

QColor toneFill(const QPalette &palette, Tone tone)
{
    if (isHighContrast(palette))
        return palette.color(QPalette::Base);
    const auto share = tone == Tone::Plain || tone == Tone::Muted ? 0.08 : 0.14;
    return mixed(toneColor(palette, tone), palette.color(QPalette::Base), share);
}

} // namespace sealift
