#pragma once

#include "ui/export/export_draft.h"

#include <QWizardPage>

class QCheckBox;

namespace sealift {

/// How the file is protected. A plain one only for somebody who says that they know what that means.
class ExportProtectionPage : public QWizardPage
{
    Q_OBJECT

public:
    /// @param draft must outlive the page.
    explicit ExportProtectionPage(ExportDraft &draft, QWidget *parent = nullptr);

    void initializePage() override;
    bool isComplete() const override;
    bool validatePage() override;

private:
    ExportDraft &m_draft;
    QCheckBox *m_understood;
    QString m_path; ///< that was confirmed
};

} // namespace sealift
