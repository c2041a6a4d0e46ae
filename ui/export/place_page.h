#pragma once

#include "ui/export/export_draft.h"
#include "ui/services/place_service.h"

#include <QTimer>
#include <QWizardPage>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace sealift {

class BucketFields;
class FieldNote;
class GuaranteeView;
class TextNote;
class TextService;

/// Which file, or which object in a bucket; whether there is room, and what is there already.
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
    bool isBucket() const;
    void showKind();
    void suggest();
    void look();
    void browse();
    void edited();
    void looked(const PlaceFacts &facts);
    void judge(const PlaceFacts &facts);
    void judgeObject(const PlaceFacts &facts);
    void askToReplace();
    QString path() const;

    PlaceService &m_places;
    ExportDraft &m_draft;
    const QString m_folder;
    QComboBox *m_kind;
    QLabel *m_label;
    QLineEdit *m_path;
    QPushButton *m_browse;
    BucketFields *m_bucket;
    FieldNote *m_note;
    TextNote *m_text;
    QCheckBox *m_replace;
    GuaranteeView *m_guarantee;
    QTimer m_soon;
    QString m_suggested;
    QString m_other; ///< what is in the field while the other kind of place is chosen
    bool m_isGood = false;
    bool m_isTaken = false;
};

} // namespace sealift
