#include "ui/library/password_field.h"

#include <QAction>
#include <QEvent>
#include <QIcon>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>

namespace sealift {

namespace {

/// An eye, struck through while the password is shown; in the palette's colour, so that it suits every theme.
QIcon eyeIcon(const QPalette &palette, bool struck)
{
    constexpr int kSize = 64;
    QPixmap pixmap(kSize, kSize);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette.color(QPalette::Text), 5, Qt::SolidLine, Qt::RoundCap));
    QPainterPath lids;
    lids.moveTo(4, 32);
    lids.quadTo(32, 2, 60, 32);
    lids.quadTo(32, 62, 4, 32);
    painter.drawPath(lids);
    painter.setBrush(palette.color(QPalette::Text));
    painter.drawEllipse(QPointF(32, 32), 7, 7);
    if (struck)
        painter.drawLine(10, 56, 54, 8);
    return pixmap;
}

} // namespace

PasswordField::PasswordField(QWidget *parent)
    : QLineEdit(parent)
    , m_reveal(addAction(QIcon(), TrailingPosition))
{
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase | Qt::ImhSensitiveData);
    connect(m_reveal, &QAction::triggered, this, [this] { reveal(!isRevealed()); });
    reveal(false);
}

void PasswordField::reveal(bool shown)
{
    setEchoMode(shown ? Normal : Password);
    m_reveal->setText(shown ? tr("Hide password") : tr("Show password"));
    m_reveal->setToolTip(m_reveal->text());
    m_reveal->setIcon(eyeIcon(palette(), shown));
}

void PasswordField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_reveal->setIcon(eyeIcon(palette(), isRevealed()));
}

QCA::SecureArray PasswordField::password() const
{
    auto bytes = text().toUtf8();
    const QCA::SecureArray password(bytes);
    bytes.fill('\0');
    return password;
}

void PasswordField::setPassword(const QCA::SecureArray &password)
{
    setText(QString::fromUtf8(password.constData(), password.size()));
}

} // namespace sealift
