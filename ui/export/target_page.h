#pragma once

#include "ui/export/export_draft.h"

#include <QWizardPage>

class QListWidget;

namespace sealift {

class FieldNote;
class FormatDetails;

/// Where the disk is to run, which decides about its format; what that is can be seen and changed under "Details".
class ExportTargetPage : public QWizardPage
{
    Q_OBJECT

public:
    /// @param draft must outlive the page. @param preferred the name of the target to begin with; may be empty.
    ExportTargetPage(ExportDraft &draft, const QString &preferred, QWidget *parent = nullptr);

    void initializePage() override;
    bool isComplete() const override;
    bool validatePage() override;

private:
    QString chosen() const;
    void targetChosen();
    void judge();

    ExportDraft &m_draft;
    QListWidget *m_targets;
    FormatDetails *m_details;
    FieldNote *m_note;
    bool m_isGood = false;
};

} // namespace sealift
