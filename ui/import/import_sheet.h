#pragma once

#include "ui/import/import_plan.h"

#include <QDialog>
#include <QStringList>

class QLineEdit;
class QPushButton;
class QTreeView;

namespace sealift {

class FieldNote;
class ImageProbeService;
class ImportModel;
class ImportOptions;
class LibraryChoice;
class LibraryService;
class MessagePanel;
class SettingsService;
struct ProbedImage;

/// Images on their way into a library, on one page: what they are, what they will be called, and that they will be
/// encrypted. Accepted, it has a plan.
class ImportSheet : public QDialog
{
    Q_OBJECT

public:
    /// The services must outlive the sheet.
    ImportSheet(LibraryService &libraries, ImageProbeService &probes, SettingsService &settings,
                QWidget *parent = nullptr);

    /// Looks at files and shows them.
    void add(const QStringList &paths);
    void chooseLibrary(const QString &libraryId);
    /// Everything that was asked for is known, and nothing is left to be decided.
    bool isClear() const;
    ImportPlan plan() const;
    void accept() override;

Q_SIGNALS:
    void unlockRequested(const QString &libraryId);

private:
    QWidget *fileButtons();
    QWidget *destination();
    void chooseFiles();
    void libraryChanged();
    void judge();
    void judgeLibrary();
    void judgeTags();
    void nameRefused();
    void growToFit();
    QStringList tags() const;

    LibraryService &m_libraries;
    ImageProbeService &m_probes;
    SettingsService &m_settings;
    ImportModel *m_model;
    QTreeView *m_view;
    MessagePanel *m_refused;
    LibraryChoice *m_library;
    FieldNote *m_libraryNote;
    QLineEdit *m_tags;
    FieldNote *m_tagsNote;
    ImportOptions *m_options;
    FieldNote *m_note;
    QPushButton *m_import;
};

} // namespace sealift
