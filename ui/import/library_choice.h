#pragma once

#include "ui/services/library_service.h"

#include <QWidget>

class QComboBox;
class QPushButton;

namespace sealift {

/// Chooses one of the user's libraries, and unlocks it where it is locked.
class LibraryChoice : public QWidget
{
    Q_OBJECT

public:
    /// @param libraries must outlive the widget.
    explicit LibraryChoice(LibraryService &libraries, QWidget *parent = nullptr);

    void choose(const QString &libraryId);
    /// Empty: there is none.
    QString libraryId() const;
    std::optional<LibraryInfo> library() const;
    QWidget *field() const;

Q_SIGNALS:
    /// Another one was chosen, or the chosen one has changed.
    void changed();
    /// The user wants to unlock it.
    void unlockRequested(const QString &libraryId);

private:
    void fill();
    void showState();

    LibraryService &m_libraries;
    QComboBox *m_combo;
    QPushButton *m_unlock;
};

} // namespace sealift
