#pragma once

#include <QDialog>
#include <QString>

namespace sealift {

class LibraryService;
class PlaceForm;
class PlaceService;
class TextService;
class UnlockForm;

/// Adds a library that exists already, and unlocks it; accepted once it is. Who gives up has added nothing.
class OpenLibraryDialog : public QDialog
{
    Q_OBJECT

public:
    /// @param libraries and @param places must outlive the dialog.
    OpenLibraryDialog(LibraryService &libraries, PlaceService &places, TextService &texts, bool offerKeyring,
                      QWidget *parent = nullptr);

    PlaceForm &place() { return *m_place; }
    void reject() override;

private:
    void tryIt();

    LibraryService &m_libraries;
    PlaceForm *m_place;
    UnlockForm *m_unlock;
    QString m_addedId; ///< empty: nothing was added, or it was known before
};

} // namespace sealift
