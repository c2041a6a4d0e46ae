#pragma once

#include "ui/services/place_service.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;

namespace sealift {

class FieldNote;

/// Where a library is, or will be, and what it is called here. Says live what is at that place.
class PlaceForm : public QWidget
{
    Q_OBJECT

public:
    enum class Purpose { New, Existing };

    /// @param places must outlive the form.
    PlaceForm(Purpose purpose, PlaceService &places, QWidget *parent = nullptr);

    /// A folder to begin with.
    void setLocation(const QString &location);
    QString location() const;
    QString name() const;
    /// There is a name, and the place will do.
    bool isComplete() const;
    /// What was wrong when it was tried.
    void setProblem(const Error &error);

Q_SIGNALS:
    void changed();

private:
    void browse();
    void locationEdited();
    void look();
    void looked(const PlaceFacts &facts);
    void judgeNew(const PlaceFacts &facts);
    void judgeExisting(const PlaceFacts &facts);

    const Purpose m_purpose;
    PlaceService &m_places;
    QLineEdit *m_location;
    QLineEdit *m_name;
    FieldNote *m_note;
    QTimer m_soon; ///< a place is looked at when typing has paused
    bool m_isNamedByHand = false;
    bool m_isGood = false;
};

} // namespace sealift
