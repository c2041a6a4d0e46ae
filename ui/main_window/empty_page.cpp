#include "ui/main_window/empty_page.h"

#include "ui/common/icons.h"

#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace sealift {

EmptyPage::EmptyPage(QWidget *parent)
    : QWidget(parent)
    , m_zone(new QWidget(this))
{
    auto *image = new QLabel(m_zone);
    image->setPixmap(applicationIcon().pixmap(QSize(64, 64), devicePixelRatioF()));
    image->setAlignment(Qt::AlignCenter);
    image->setMinimumHeight(64);
    auto *sentence = new QLabel(tr("Drop disk images here, and they are kept encrypted in your library."), m_zone);
    sentence->setAlignment(Qt::AlignCenter);
    sentence->setWordWrap(true);
    auto font = sentence->font();
    font.setPointSizeF(font.pointSizeF() * 1.2);
    sentence->setFont(font);
    auto *import = new QPushButton(icon(IconName::Import), tr("Import Images..."), m_zone);
    import->setAutoDefault(true);
    auto *sample = new QPushButton(tr("Try it with the sample image"), m_zone);
    sample->setFlat(true);
    sample->setToolTip(tr("Imports the small bootable disk that comes with Sealift"));

    auto *inner = new QVBoxLayout(m_zone);
    inner->setContentsMargins(48, 32, 48, 28);
    inner->setSpacing(14);
    inner->addWidget(image);
    inner->addWidget(sentence);
    inner->addWidget(import, 0, Qt::AlignHCenter);
    inner->addWidget(sample, 0, Qt::AlignHCenter);
    m_zone->setFixedWidth(540);

    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addWidget(m_zone, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(import, &QPushButton::clicked, this, &EmptyPage::importRequested);
    connect(sample, &QPushButton::clicked, this, &EmptyPage::sampleRequested);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
}

void EmptyPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(toneColor(palette(), Tone::Muted), 1.5, Qt::DashLine));
    painter.drawRoundedRect(QRectF(m_zone->geometry()).adjusted(1, 1, -1, -1), 10, 10);
}

} // namespace sealift
