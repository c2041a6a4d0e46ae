#pragma once

#include "ui/services/place_service.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QSpinBox;

namespace sealift {

class FieldNote;
struct AppSettings;

/// Where scratch volumes lie, and how large one may become.
class ScratchForm : public QWidget
{
    Q_OBJECT

public:
    /// @param places must outlive the form. @param usualFolder is taken where the field is empty.
    ScratchForm(PlaceService &places, QString usualFolder, QWidget *parent = nullptr);

    void set(const AppSettings &settings);
    void applyTo(AppSettings &settings) const;
    bool isComplete() const { return m_isGood; }

Q_SIGNALS:
    void changed();

private:
    QString folder() const;
    void looked(const PlaceFacts &facts);
    void browse();

    PlaceService &m_places;
    const QString m_usual;
    QLineEdit *m_folder;
    FieldNote *m_note;
    QSpinBox *m_quota;
    QTimer m_soon;
    bool m_isGood = true;
};

} // namespace sealift
