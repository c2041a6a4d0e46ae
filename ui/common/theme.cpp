#include "ui/common/theme.h"

#include "ui/common/tone.h"

#include <QApplication>
#include <QStyle>
#include <QToolTip>

namespace sealift {

namespace {

struct Colors {
    QColor window;
    QColor base;
    QColor alternate;
    QColor button;
    QColor text;
    QColor faint; ///< of what is disabled
    QColor border;
    QColor highlight;
    QColor highlightedText;
    QColor link;
};

QPalette paletteOf(const Colors &colors)
{
    QPalette palette(colors.button, colors.window);
    palette.setColor(QPalette::Window, colors.window);
    palette.setColor(QPalette::Base, colors.base);
    palette.setColor(QPalette::AlternateBase, colors.alternate);
    palette.setColor(QPalette::Button, colors.button);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, colors.text);
    palette.setColor(QPalette::BrightText, colors.highlightedText);
    palette.setColor(QPalette::ToolTipBase, colors.alternate);
    palette.setColor(QPalette::Highlight, colors.highlight);
    palette.setColor(QPalette::HighlightedText, colors.highlightedText);
    palette.setColor(QPalette::Link, colors.link);
    palette.setColor(QPalette::LinkVisited, colors.link);
    palette.setColor(QPalette::PlaceholderText, colors.faint);
    palette.setColor(QPalette::Mid, colors.border);
    palette.setColor(QPalette::Midlight, colors.alternate);
    palette.setColor(QPalette::Dark, colors.border);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, colors.faint);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, colors.border);
    return palette;
}

Colors lightColors()
{
    return {.window = QColor(0xf3, 0xf4, 0xf6),
            .base = QColor(0xff, 0xff, 0xff),
            .alternate = QColor(0xf7, 0xf8, 0xfa),
            .button = QColor(0xfb, 0xfb, 0xfc),
            .text = QColor(0x1c, 0x21, 0x28),
            .faint = QColor(0x82, 0x88, 0x92),
            .border = QColor(0xc3, 0xc8, 0xd0),
            .highlight = QColor(0x1a, 0x66, 0xc2),
            .highlightedText = QColor(0xff, 0xff, 0xff),
            .link = QColor(0x0b, 0x5c, 0xb8)};
}

Colors darkColors()
{
    return {.window = QColor(0x24, 0x27, 0x2c),
            .base = QColor(0x1b, 0x1d, 0x21),
            .alternate = QColor(0x21, 0x24, 0x29),
            .button = QColor(0x31, 0x35, 0x3c),
            .text = QColor(0xe7, 0xe9, 0xec),
            .faint = QColor(0x85, 0x8b, 0x95),
            .border = QColor(0x4a, 0x50, 0x59),
            .highlight = QColor(0x2b, 0x6c, 0xb8),
            .highlightedText = QColor(0xff, 0xff, 0xff),
            .link = QColor(0x6c, 0xb2, 0xf7)};
}

/// White on black, with the yellow and the cyan of Windows' high-contrast themes, which people know.
Colors contrastColors()
{
    return {.window = Qt::black,
            .base = Qt::black,
            .alternate = Qt::black,
            .button = Qt::black,
            .text = Qt::white,
            .faint = QColor(0xb0, 0xb0, 0xb0),
            .border = Qt::white,
            .highlight = QColor(0x1a, 0xeb, 0xff),
            .highlightedText = Qt::black,
            .link = QColor(0xff, 0xff, 0x00)};
}

} // namespace

QPalette themePalette(Theme theme)
{
    switch (theme) {
    case Theme::System:
        break;
    case Theme::Light:
        return paletteOf(lightColors());
    case Theme::Dark:
        return paletteOf(darkColors());
    case Theme::HighContrast:
        return paletteOf(contrastColors());
    }
    return QApplication::style()->standardPalette();
}

void applyTheme(QApplication &application, Theme theme)
{
    // An empty palette is that of the platform: the desktop's own where there is one.
    application.setPalette(theme == Theme::System ? QPalette() : themePalette(theme));
    // Fusion draws frames in shades of the window's colour, of which black has none.
    application.setStyleSheet(theme == Theme::HighContrast
                                  ? QStringLiteral("QLineEdit, QComboBox, QAbstractSpinBox, QTextEdit, QPlainTextEdit {"
                                                   " border: 1px solid palette(text); padding: 2px; }"
                                                   "QLineEdit:focus, QComboBox:focus { border-width: 2px; }")
                                  : QString());
    QToolTip::setPalette(QApplication::palette());
}

} // namespace sealift
