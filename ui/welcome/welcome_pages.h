#pragma once

#include "ui/services/library_service.h"
#include "ui/services/place_service.h"
#include "ui/services/settings_service.h"

#include <QWizardPage>

class QCheckBox;
class QRadioButton;

namespace sealift {

struct LibraryDraft;
class PlaceForm;
class ScratchForm;
class TextService;
class UnlockForm;

/// What Sealift does, in a sentence; and whether there is a library already.
class WelcomePage : public QWizardPage
{
    Q_OBJECT

public:
    explicit WelcomePage(QWidget *parent = nullptr);
    bool wantsNewLibrary() const;

private:
    QRadioButton *m_new;
    QRadioButton *m_existing;
};

/// The library that there is. Leaving the page opens it.
class ExistingLibraryPage : public QWizardPage
{
    Q_OBJECT

public:
    /// @param libraries, @param places, @param texts and @param draft must outlive the page.
    ExistingLibraryPage(LibraryService &libraries, PlaceService &places, TextService &texts, LibraryDraft &draft,
                        bool offerKeyring, QWidget *parent = nullptr);

    bool isComplete() const override;
    bool validatePage() override;
    PlaceForm &place() { return *m_place; }

private:
    LibraryService &m_libraries;
    LibraryDraft &m_draft;
    PlaceForm *m_place;
    UnlockForm *m_unlock;
    bool m_isOpen = false;
};

/// Where scratch volumes lie.
class WelcomeScratchPage : public QWizardPage
{
    Q_OBJECT

public:
    /// @param settings and @param places must outlive the page.
    WelcomeScratchPage(SettingsService &settings, PlaceService &places, QWidget *parent = nullptr);

    bool isComplete() const override;
    bool validatePage() override;

private:
    SettingsService &m_settings;
    ScratchForm *m_form;
};

/// The end: a small image to begin with.
class SamplePage : public QWizardPage
{
    Q_OBJECT

public:
    /// @param hasSample there is one on this computer.
    explicit SamplePage(bool hasSample, QWidget *parent = nullptr);
    bool wantsSample() const;

private:
    QCheckBox *m_sample;
};

} // namespace sealift
