#pragma once

#include "ui/import/import_plan.h"

#include <QDialog>
#include <QStringList>

class QComboBox;
class QPushButton;
class QTreeView;

namespace sealift {

class Ec2Destination;
class Ec2Service;
class FieldNote;
class GuaranteeView;
class ImageProbeService;
class ImportFindings;
class ImportModel;
class ImportOptions;
class LibraryDestination;
class LibraryService;
class MessagePanel;
class SettingsService;
class TextNote;
class TextService;
struct ProbedImage;

/// What an import sheet works with. All must outlive it.
struct ImportServices {
    LibraryService &libraries;
    ImageProbeService &probes;
    SettingsService &settings;
    TextService &texts;
    Ec2Service &ec2;
};

/// Images on their way into a library or to Amazon EC2, on one page: what they are, what preflight finds in them, what
/// they will be called, and how they will be encrypted. Accepted, it has a plan.
class ImportSheet : public QDialog
{
    Q_OBJECT

public:
    enum class Goal { Library, Ec2Image, Ec2Snapshot };

    explicit ImportSheet(const ImportServices &services, QWidget *parent = nullptr);
    ~ImportSheet() override;

    /// Looks at files and shows them.
    void add(const QStringList &paths);
    void chooseGoal(Goal goal);
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
    void connectParts();
    void chooseFiles();
    Goal goal() const;
    void goalChanged();
    void libraryChanged();
    void judge();
    void judgeTexts();
    void takeBetterNames();
    void nameRefused();
    void showFindings();
    int shownRow() const;
    void examineNew();
    void sayHowFar(int count, const QString &nameProblem);
    void growToFit();

    const ImportServices m_services;
    ImportModel *m_model;
    QTreeView *m_view;
    MessagePanel *m_refused;
    ImportFindings *m_findings;
    TextNote *m_nameTexts;
    QComboBox *m_goal;
    LibraryDestination *m_library;
    Ec2Destination *m_ec2;
    MessagePanel *m_encryption;
    GuaranteeView *m_guarantee;
    ImportOptions *m_options;
    FieldNote *m_note;
    QPushButton *m_import;
};

} // namespace sealift
