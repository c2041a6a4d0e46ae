#pragma once

#include "ui/services/library_service.h"
#include "ui/services/place_service.h"
#include "ui/services/recovery_sheet_service.h"

#include <QWizardPage>

namespace sealift {

class FieldNote;
class NewPasswordForm;
class PlaceForm;
class RecoveryView;
class TextService;

/// What the pages of making a library share.
struct LibraryDraft {
    QString name;
    LibraryPlace place;
    QString id;                          ///< once it is made
    QCA::SecureArray recoveryPassphrase; ///< once it is made
};

/// Where the new library will be.
class NewPlacePage : public QWizardPage
{
    Q_OBJECT

public:
    /// @param places and @param draft must outlive the page. @param suggestion a folder to begin with.
    NewPlacePage(PlaceService &places, TextService &texts, LibraryDraft &draft, const QString &suggestion,
                 QWidget *parent = nullptr);

    bool isComplete() const override;
    bool validatePage() override;

private:
    LibraryDraft &m_draft;
    PlaceForm *m_form;
};

/// The new library's password. Leaving it makes the library.
class NewPasswordPage : public QWizardPage
{
    Q_OBJECT

public:
    /// @param libraries and @param draft must outlive the page.
    NewPasswordPage(LibraryService &libraries, LibraryDraft &draft, bool offerKeyring, QWidget *parent = nullptr);

    void initializePage() override;
    bool isComplete() const override;
    bool validatePage() override;

private:
    void setBusy(bool busy);
    void nameTheButton();
    void created(const QString &id, const QCA::SecureArray &recoveryPassphrase);
    void failed(const QString &id, const Error &error);

    LibraryService &m_libraries;
    LibraryDraft &m_draft;
    NewPasswordForm *m_form;
    FieldNote *m_note;
    bool m_isBusy = false;
};

/// The new library's recovery passphrase, this one time.
class RecoveryPage : public QWizardPage
{
    Q_OBJECT

public:
    /// @param sheets and @param draft must outlive the page.
    RecoveryPage(RecoverySheetService &sheets, LibraryDraft &draft, QWidget *parent = nullptr);

    void initializePage() override;
    bool isComplete() const override;
    RecoveryView &view() { return *m_view; }

private:
    LibraryDraft &m_draft;
    RecoveryView *m_view;
};

} // namespace sealift
