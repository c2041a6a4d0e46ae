#pragma once

#include "ui/services/place_service.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace sealift {

class BucketFields;
class FieldNote;
class TextNote;
class TextService;

/// Where a library is, or will be, and what it is called here. Says live what is at that place.
class PlaceForm : public QWidget
{
    Q_OBJECT

public:
    enum class Purpose { New, Existing };

    /// @param places and @param texts must outlive the form.
    PlaceForm(Purpose purpose, PlaceService &places, TextService &texts, QWidget *parent = nullptr);

    /// A folder or a place in a bucket to begin with.
    void setLocation(const QString &location);
    QString location() const;
    /// The location, and how it is reached.
    LibraryPlace place() const;
    QString name() const;
    /// There is a name, the place will do, and nothing is in either that should not be kept.
    bool isComplete() const;
    /// It is taken as it is: the audit log hears of what the user was warned of. @param action "library init"
    void recordKept(const QString &action);
    /// What was wrong when it was tried.
    void setProblem(const Error &error);

Q_SIGNALS:
    void changed();

private:
    bool isBucket() const;
    void showKind();
    void browse();
    void edited();
    void locationEdited();
    void look();
    void looked(const PlaceFacts &facts);
    void judgeNew(const PlaceFacts &facts);
    void judgeNewBucket(const PlaceFacts &facts);
    void judgeExisting(const PlaceFacts &facts);

    const Purpose m_purpose;
    PlaceService &m_places;
    QComboBox *m_kind;
    QLabel *m_locationLabel;
    QLineEdit *m_location;
    QPushButton *m_browse;
    BucketFields *m_bucket;
    QLineEdit *m_name;
    FieldNote *m_note;
    TextNote *m_locationText;
    TextNote *m_nameText;
    QTimer m_soon; ///< a place is looked at when typing has paused
    bool m_isNamedByHand = false;
    bool m_isGood = false;
};

} // namespace sealift
