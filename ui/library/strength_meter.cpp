#include "ui/library/strength_meter.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>

#include <algorithm>

namespace sealift {

namespace {

constexpr int kFull = 100; // bits

QString wordsFor(PasswordGrade grade)
{
    switch (grade) {
    case PasswordGrade::Weak:
        return StrengthMeter::tr("Weak: found within days");
    case PasswordGrade::Fair:
        return StrengthMeter::tr("Fair: holds against one person");
    case PasswordGrade::Good:
        return StrengthMeter::tr("Good: holds against many machines");
    case PasswordGrade::Strong:
        return StrengthMeter::tr("Strong");
    }
    return {};
}

} // namespace

StrengthMeter::StrengthMeter(QWidget *parent)
    : QWidget(parent)
    , m_bar(new QProgressBar(this))
    , m_words(new QLabel(this))
{
    m_bar->setRange(0, kFull);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(m_bar->fontMetrics().height() / 2);
    m_bar->setAccessibleName(tr("Password strength"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_bar, 1);
    layout->addWidget(m_words, 2);
    setStrength({}, true);
}

void StrengthMeter::setStrength(const PasswordStrength &strength, bool isEmpty)
{
    m_bar->setValue(isEmpty ? 0 : std::clamp(static_cast<int>(strength.bits), 1, kFull));
    m_words->setText(isEmpty ? QString() : wordsFor(strength.grade));
    m_bar->setAccessibleDescription(m_words->text());
}

} // namespace sealift
