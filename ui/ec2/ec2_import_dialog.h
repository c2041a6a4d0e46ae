#pragma once

#include "task/task_record.h"
#include "ui/services/ec2_service.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace sealift {

class Ec2AccountForm;
class Ec2OriginList;
class FieldNote;
class LibraryDestination;
class LibraryService;
class TextNote;
class TextService;

/// From a snapshot or an image at Amazon EC2 into a library. Accepted, it has a task for the queue.
class Ec2ImportDialog : public QDialog
{
    Q_OBJECT

public:
    /// The services must outlive the dialog.
    Ec2ImportDialog(LibraryService &libraries, Ec2Service &ec2, TextService &texts, QWidget *parent = nullptr);

    void chooseLibrary(const QString &libraryId);
    /// Only of an accepted dialog.
    TaskRecord task() const;
    void accept() override;

Q_SIGNALS:
    void unlockRequested(const QString &libraryId);

private:
    void setListing(const Ec2Listing &listing);
    void choose();
    void judge();

    Ec2AccountForm *m_account;
    Ec2OriginList *m_origins;
    FieldNote *m_note;
    QLineEdit *m_name;
    TextNote *m_nameText;
    LibraryDestination *m_library;
    QPushButton *m_import;
    QString m_usualName;
    bool m_isEmpty = false; ///< the account has nothing to import
};

} // namespace sealift
