#pragma once

#include "ui/export/export_draft.h"

#include <QWizardPage>

class QCheckBox;
class QListWidget;
class QToolButton;

namespace sealift {

class FieldNote;
class FormatDetails;
class OvaDetails;

/// Where the disk is to run, which decides about its format; what that is can be seen and changed under "Details". For
/// hypervisors that take appliances the whole machine can go as one.
class ExportTargetPage : public QWizardPage
{
    Q_OBJECT

public:
    /// @param draft must outlive the page. @param preferred the name of the target to begin with; may be empty.
    ExportTargetPage(ExportDraft &draft, const QString &preferred, QWidget *parent = nullptr);

    /// The image goes into another library, and into no file.
    bool isLibrary() const;
    void initializePage() override;
    bool isComplete() const override;
    bool validatePage() override;

private:
    QString chosen() const;
    void targetChosen();
    void showDetails();
    void suggestAppliance();
    void offerLibrary();
    bool canBeAppliance() const;
    bool isAppliance() const;
    void judge();
    void judgeAppliance();
    void judgeDisk();

    ExportDraft &m_draft;
    QListWidget *m_targets;
    QCheckBox *m_asAppliance;
    QToolButton *m_fold;
    FormatDetails *m_details;
    OvaDetails *m_machine;
    FieldNote *m_note;
    bool m_isGood = false;
    bool m_isChosenByHand = false; ///< whether it is to be an appliance
};

} // namespace sealift
