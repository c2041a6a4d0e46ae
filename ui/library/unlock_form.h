#pragma once

#include "ui/services/library_service.h"

#include <QWidget>

class QCheckBox;
class QProgressBar;

namespace sealift {

class FieldNote;
class PasswordField;

/// Asks for a library's password, tries it, and says in place when it is wrong.
class UnlockForm : public QWidget
{
    Q_OBJECT

public:
    /// @param libraries must outlive the form. @param offerKeyring shows the choice to remember the password.
    UnlockForm(LibraryService &libraries, bool offerKeyring, QWidget *parent = nullptr);

    /// Something was typed, and nothing is being tried.
    bool isComplete() const;
    bool isBusy() const { return m_isBusy; }
    /// Tries it on the library: unlocked() follows, or the form says why not.
    void tryOn(const QString &libraryId);

Q_SIGNALS:
    void changed();
    void unlocked(const QString &libraryId);

private:
    void setBusy(bool busy);
    void libraryChanged(const QString &id);

    LibraryService &m_libraries;
    PasswordField *m_password;
    FieldNote *m_note;
    QCheckBox *m_remember;
    QProgressBar *m_progress;
    QString m_libraryId;
    bool m_isBusy = false;
};

} // namespace sealift
