#pragma once

#include "ui/export/export_draft.h"

#include <QWizardPage>

class QComboBox;

namespace sealift {

class Ec2AccountForm;
class Ec2OriginList;
class Ec2Service;
class FieldNote;
struct Ec2Listing;

/// Which snapshot or image at EC2, and which disk of it.
class ExportEc2Page : public QWizardPage
{
    Q_OBJECT

public:
    /// @param service and @param draft must outlive the page.
    ExportEc2Page(Ec2Service &service, ExportDraft &draft, QWidget *parent = nullptr);

    bool isComplete() const override;
    bool validatePage() override;

private:
    void setListing(const Ec2Listing &listing);
    void showDisks();

    ExportDraft &m_draft;
    Ec2AccountForm *m_account;
    Ec2OriginList *m_origins;
    FieldNote *m_note;
    QComboBox *m_disk;
};

} // namespace sealift
