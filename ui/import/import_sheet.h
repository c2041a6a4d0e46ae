#pragma once

#include "ui/import/import_plan.h"

#include <QDialog>
#include <QStringList>

class QComboBox;
class QLineEdit;
class QPushButton;
class QTreeView;

namespace sealift {

class FieldNote;
class ImageProbeService;
class ImportFindings;
class ImportModel;
class ImportOptions;
class LibraryChoice;
class LibraryService;
class MessagePanel;
class SettingsService;
class TextNote;
class TextService;
struct ProbedImage;

/// Images on their way into a library, on one page: what they are, what preflight finds in them, what they will be
/// called, and that they will be encrypted. Accepted, it has a plan.
class ImportSheet : public QDialog
{
    Q_OBJECT

public:
    /// The services must outlive the sheet.
    ImportSheet(LibraryService &libraries, ImageProbeService &probes, SettingsService &settings, TextService &texts,
                QWidget *parent = nullptr);
    ~ImportSheet() override;

    /// Looks at files and shows them.
    void add(const QStringList &paths);
    void chooseLibrary(const QString &libraryId);
    /// Everything that was asked for is known, and nothing is left to be decided.
    bool isClear() const;
    ImportPlan plan() const;
    void accept() override;

Q_SIGNALS:
    void unlockRequested(const QString &libraryId);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *fileButtons();
    QWidget *destination();
    void chooseFiles();
    void libraryChanged();
    void judge();
    void judgeLibrary();
    void judgeTags();
    void judgeTexts();
    void takeBetterNames();
    void nameRefused();
    void showFindings();
    int shownRow() const;
    void examineNew();
    void sayHowFar(int count, const QString &nameProblem);
    void growToFit();
    QStringList tags() const;

    LibraryService &m_libraries;
    ImageProbeService &m_probes;
    SettingsService &m_settings;
    ImportModel *m_model;
    QTreeView *m_view;
    MessagePanel *m_refused;
    ImportFindings *m_findings;
    QComboBox *m_purpose;
    TextNote *m_nameTexts;
    TextNote *m_tagTexts;
    LibraryChoice *m_library;
    FieldNote *m_libraryNote;
    QLineEdit *m_tags;
    FieldNote *m_tagsNote;
    ImportOptions *m_options;
    FieldNote *m_note;
    QPushButton *m_import;
};

} // namespace sealift
