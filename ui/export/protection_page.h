#pragma once

#include "ui/export/export_draft.h"
#include "ui/services/place_service.h"

#include <QWizardPage>

class QButtonGroup;
class QCheckBox;

namespace sealift {

class FieldNote;
class MessagePanel;
class SealForm;
class SealService;
class TextService;

/// How the file is protected: sealed for somebody, or plain. Neither is chosen before the user has, and a plain one is
/// only for somebody who says that they know what that means.
class ExportProtectionPage : public QWizardPage
{
    Q_OBJECT

public:
    /// The services and @param draft must outlive the page.
    ExportProtectionPage(SealService &seals, PlaceService &places, TextService &texts, ExportDraft &draft,
                         QWidget *parent = nullptr);

    void initializePage() override;
    bool isComplete() const override;
    bool validatePage() override;

private:
    void addChoice(const QString &name, int id, const QString &text);
    void choose();
    bool isPlain() const;
    std::optional<SealKind> kind() const;
    /// Where it will be: a sealed file says so in its name.
    QString finalPath() const;
    void lookAtFinalPath();
    void looked(const PlaceFacts &facts);
    void showRisk();

    PlaceService &m_places;
    ExportDraft &m_draft;
    QButtonGroup *m_choices;
    SealForm *m_form;
    FieldNote *m_name;
    MessagePanel *m_risk;
    QCheckBox *m_understood;
    QString m_path; ///< that was confirmed
    bool m_isFree = false;
};

} // namespace sealift
