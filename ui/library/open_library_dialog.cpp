#include "ui/library/open_library_dialog.h"

#include "ui/common/tab_order.h"
#include "ui/library/place_form.h"
#include "ui/library/unlock_form.h"
#include "ui/services/library_service.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace sealift {

namespace {

/// Fields of several forms stand below each other.
void alignLabels(QWidget &window)
{
    QList<QWidget *> labels;
    int width = 0;
    for (const auto *form : window.findChildren<QFormLayout *>()) {
        for (int row = 0; row < form->rowCount(); ++row) {
            const auto *item = form->itemAt(row, QFormLayout::LabelRole);
            if (item == nullptr || item->widget() == nullptr)
                continue;
            labels.append(item->widget());
            width = std::max(width, item->widget()->sizeHint().width());
        }
    }
    for (auto *label : labels)
        label->setMinimumWidth(width);
}

} // namespace

OpenLibraryDialog::OpenLibraryDialog(LibraryService &libraries, PlaceService &places, TextService &texts,
                                     bool offerKeyring, QWidget *parent)
    : QDialog(parent)
    , m_libraries(libraries)
    , m_place(new PlaceForm(PlaceForm::Purpose::Existing, places, texts, this))
    , m_unlock(new UnlockForm(libraries, offerKeyring, this))
{
    setWindowTitle(tr("Open Library"));
    auto *what = new QLabel(
        tr("A library is a folder or a place in a bucket that Sealift or restic made (repository format 1 or 2)."),
        this);
    what->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *open = buttons->addButton(tr("&Open"), QDialogButtonBox::AcceptRole);
    open->setObjectName(QStringLiteral("open"));
    open->setDefault(true);
    open->setEnabled(false);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(what);
    layout->addWidget(m_place);
    layout->addWidget(m_unlock);
    layout->addStretch();
    layout->addWidget(buttons);
    layout->addStrut(fontMetrics().averageCharWidth() * 95); // at least: longer texts make it wider
    alignLabels(*this);
    orderTabs(*this);

    const auto judge = [this, open] {
        m_place->setEnabled(!m_unlock->isBusy());
        open->setEnabled(m_place->isComplete() && m_unlock->isComplete());
    };
    connect(m_place, &PlaceForm::changed, this, judge);
    connect(m_unlock, &UnlockForm::changed, this, judge);
    connect(m_unlock, &UnlockForm::unlocked, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::accepted, this, &OpenLibraryDialog::tryIt);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void OpenLibraryDialog::tryIt()
{
    m_place->recordKept(QStringLiteral("library open"));
    if (!m_addedId.isEmpty() && m_libraries.library(m_addedId)->location != m_place->location()) {
        m_libraries.forget(m_addedId);
        m_addedId.clear();
    }
    const auto before = m_libraries.libraries();
    const auto id = m_libraries.add(m_place->name(), m_place->place());
    const bool isKnown =
        std::any_of(before.begin(), before.end(), [&id](const LibraryInfo &library) { return library.id == id; });
    if (!isKnown)
        m_addedId = id;
    if (id == m_addedId)
        m_libraries.rename(id, m_place->name());
    m_unlock->tryOn(id);
}

void OpenLibraryDialog::reject()
{
    if (!m_addedId.isEmpty())
        m_libraries.forget(m_addedId);
    QDialog::reject();
}

} // namespace sealift
