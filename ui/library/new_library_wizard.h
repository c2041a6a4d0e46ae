#pragma once

#include "ui/library/library_pages.h"

#include <QWizard>

#include <functional>

namespace sealift {

/// Makes a new library: place, password, recovery passphrase.
class NewLibraryWizard : public QWizard
{
    Q_OBJECT

public:
    enum Page { Place, Password, Recovery };

    /// The services must outlive the wizard. @param suggestion a folder to begin with.
    NewLibraryWizard(LibraryService &libraries, PlaceService &places, TextService &texts, RecoverySheetService &sheets,
                     const QString &suggestion, bool offerKeyring, QWidget *parent = nullptr);

    /// The library's id, once it is made.
    QString libraryId() const { return m_draft.id; }
    void reject() override;

private:
    LibraryDraft m_draft;
};

/// Asks before a recovery passphrase that was not kept yet goes for good; calls `leave` if the user insists.
void askBeforeLosingPassphrase(QWidget *parent, const std::function<void()> &leave);

} // namespace sealift
