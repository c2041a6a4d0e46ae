#pragma once

#include "ui/library/library_pages.h"
#include "ui/services/settings_service.h"

#include <QWizard>

namespace sealift {

class SamplePage;
class WelcomePage;

/// What a first start is led through: a library, its password and recovery sheet, scratch, and a sample.
class WelcomeWizard : public QWizard
{
    Q_OBJECT

public:
    enum Page { Welcome, NewPlace, NewPassword, Recovery, Existing, Scratch, Sample };

    struct Services {
        LibraryService &libraries;
        PlaceService &places;
        TextService &texts;
        RecoverySheetService &sheets;
        SettingsService &settings;
    };

    /// The services must outlive the wizard. @param suggestion a folder for a new library. @param hasSample there is a
    /// sample image on this computer.
    WelcomeWizard(const Services &services, const QString &suggestion, bool hasSample, QWidget *parent = nullptr);

    /// The library that was made or opened; empty while there is none.
    QString libraryId() const;
    bool wantsSample() const;

    int nextId() const override;
    /// Seen through or dismissed: it does not come again by itself.
    void done(int result) override;
    void reject() override;

private:
    LibraryService &m_libraries;
    SettingsService &m_settings;
    LibraryDraft m_draft;
    WelcomePage *m_welcome;
    SamplePage *m_sample;
};

} // namespace sealift
