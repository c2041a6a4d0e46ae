#pragma once

#include "ui/export/export_draft.h"
#include "ui/services/place_service.h"

#include <QTimer>
#include <QWizardPage>

class QCheckBox;
class QLineEdit;

namespace sealift {

class FieldNote;
class TextNote;
class TextService;

/// Which file; whether there is room, and what is there already.
class ExportPlacePage : public QWizardPage
{
    Q_OBJECT

public:
    /// @param places, @param texts and @param draft must outlive the page. @param folder where files are suggested.
    ExportPlacePage(PlaceService &places, TextService &texts, ExportDraft &draft, QString folder,
                    QWidget *parent = nullptr);

    void initializePage() override;
    bool isComplete() const override;
    bool validatePage() override;

private:
    void suggest();
    void browse();
    void edited();
    void looked(const PlaceFacts &facts);
    void judge(const PlaceFacts &facts);
    QString path() const;

    PlaceService &m_places;
    ExportDraft &m_draft;
    const QString m_folder;
    QLineEdit *m_path;
    FieldNote *m_note;
    TextNote *m_text;
    QCheckBox *m_replace;
    QTimer m_soon;
    QString m_suggested;
    bool m_isGood = false;
    bool m_isTaken = false;
};

} // namespace sealift
