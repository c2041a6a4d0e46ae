#pragma once

#include "ui/import/import_purpose.h"
#include "ui/services/library_service.h"

#include <QStringList>
#include <QWidget>

class QComboBox;
class QFormLayout;
class QLineEdit;

namespace sealift {

class FieldNote;
class LibraryChoice;
class TextNote;
class TextService;

/// Which library images go into, and how they are found there again.
class LibraryDestination : public QWidget
{
    Q_OBJECT

public:
    /// The services must outlive the widget.
    LibraryDestination(LibraryService &libraries, TextService &texts, QWidget *parent = nullptr);

    void choose(const QString &libraryId);
    /// Nobody is asked where the images are to run one day.
    void hidePurpose();
    std::optional<LibraryInfo> library() const;
    QStringList tags() const;
    ImportPurpose purpose() const;
    /// The library is open, and nothing is in the tags that should not be kept.
    bool isComplete() const;
    /// There is something to decide.
    bool warns() const;
    /// It is taken as it is: the audit log hears of what the user was warned of.
    void recordKept();

Q_SIGNALS:
    void changed();
    /// Another one was chosen, or the chosen one has changed.
    void libraryChanged();
    void purposeChanged(const sealift::ImportPurpose &purpose);
    void unlockRequested(const QString &libraryId);

private:
    void judge();
    void judgeLibrary();

    QFormLayout *m_form;
    LibraryChoice *m_library;
    FieldNote *m_libraryNote;
    QLineEdit *m_tags;
    FieldNote *m_tagsNote;
    TextNote *m_tagTexts;
    QComboBox *m_purpose;
};

} // namespace sealift
