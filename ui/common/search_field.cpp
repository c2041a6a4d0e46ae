#include "ui/common/search_field.h"

#include "ui/common/icons.h"

#include <QAction>
#include <QToolButton>

namespace sealift {

SearchField::SearchField(const QString &words, QWidget *parent)
    : QLineEdit(parent)
{
    setPlaceholderText(words);
    setAccessibleName(words);
    setClearButtonEnabled(true);
    auto *lens = addAction(icon(IconName::Inspect, Tone::Muted), QLineEdit::LeadingPosition);
    lens->setText(words);
    for (auto *button : findChildren<QToolButton *>())
        button->setAccessibleName(button->defaultAction() == lens ? words : tr("Clear"));
}

} // namespace sealift
