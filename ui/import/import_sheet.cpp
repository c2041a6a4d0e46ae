#include "ui/import/import_sheet.h"

#include "ui/common/error_text.h"
#include "ui/common/field_note.h"
#include "ui/common/guarantee_view.h"
#include "ui/common/icons.h"
#include "ui/common/message_panel.h"
#include "ui/common/tab_order.h"
#include "ui/common/text_note.h"
#include "ui/import/ec2_destination.h"
#include "ui/import/import_findings.h"
#include "ui/import/import_model.h"
#include "ui/import/import_options.h"
#include "ui/import/library_destination.h"
#include "ui/services/image_probe_service.h"
#include "ui/services/settings_service.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace sealift {

ImportSheet::ImportSheet(const ImportServices &services, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_model(new ImportModel(this))
    , m_view(new QTreeView(this))
    , m_refused(new MessagePanel(this))
    , m_findings(new ImportFindings(this))
    , m_nameTexts(new TextNote(services.texts, QStringLiteral("name"), this))
    , m_goal(new QComboBox(this))
    , m_library(new LibraryDestination(services.libraries, services.texts, this))
    , m_ec2(new Ec2Destination(services.ec2, this))
    , m_encryption(new MessagePanel(this))
    , m_guarantee(new GuaranteeView(this))
    , m_options(new ImportOptions(services.settings.settings().importStraightAway, this))
    , m_note(new FieldNote(nullptr, this))
{
    setWindowTitle(tr("Import Images"));
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_view->setAccessibleName(tr("Images to import"));
    m_view->setTabKeyNavigation(false);
    m_view->header()->setStretchLastSection(true);
    m_view->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    m_view->setMinimumHeight(fontMetrics().height() * 6);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_import = buttons->addButton(tr("&Import"), QDialogButtonBox::AcceptRole);
    m_import->setObjectName(QStringLiteral("import"));
    m_import->setDefault(true);
    m_import->setEnabled(false);

    // The words of the guarantee, as they are given everywhere.
    m_encryption->showMessage(Tone::Good, tr("Encryption: always on"),
                              tr("Encrypted with the library's key in this computer's memory, before sending. At rest: "
                                 "encrypted; the store never sees plaintext or the key."));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_view, 1);
    layout->addWidget(fileButtons());
    layout->addWidget(m_nameTexts);
    layout->addWidget(m_refused);
    layout->addWidget(m_findings);
    layout->addWidget(destination());
    layout->addWidget(m_encryption);
    layout->addWidget(m_guarantee);
    layout->addWidget(m_options);
    layout->addWidget(m_note);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 125, fontMetrics().height() * 34);
    orderTabs(*this);
    connectParts();
    connect(buttons, &QDialogButtonBox::accepted, this, &ImportSheet::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    goalChanged();
    libraryChanged();
}

ImportSheet::~ImportSheet()
{
    m_services.probes.stopExamining();
}

void ImportSheet::connectParts()
{
    connect(&m_services.probes, &ImageProbeService::probed, m_model, &ImportModel::setProbed);
    connect(&m_services.probes, &ImageProbeService::examined, m_model, &ImportModel::setExamined);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ImportSheet::showFindings);
    connect(m_findings, &ImportFindings::forced, this, [this](bool isForced) {
        if (const int row = shownRow(); row >= 0)
            m_model->setForced(row, isForced);
    });
    connect(m_model, &ImportModel::changed, this, &ImportSheet::judge);
    connect(m_goal, &QComboBox::currentIndexChanged, this, &ImportSheet::goalChanged);
    connect(m_library, &LibraryDestination::purposeChanged, this,
            [this](const ImportPurpose &purpose) { m_model->setDestination(Destination::Library, purpose); });
    connect(m_library, &LibraryDestination::libraryChanged, this, &ImportSheet::libraryChanged);
    connect(m_library, &LibraryDestination::changed, this, &ImportSheet::judge);
    connect(m_library, &LibraryDestination::unlockRequested, this, &ImportSheet::unlockRequested);
    connect(m_ec2, &Ec2Destination::changed, this, &ImportSheet::judge);
    connect(m_nameTexts, &TextNote::changed, this, &ImportSheet::judge);
    connect(m_nameTexts, &TextNote::betterWanted, this, &ImportSheet::takeBetterNames);
}

QWidget *ImportSheet::fileButtons()
{
    auto *row = new QWidget(this);
    auto *add = new QPushButton(icon(IconName::Add), tr("&Add Files..."), row);
    auto *remove = new QPushButton(icon(IconName::Remove), tr("Remo&ve"), row);
    remove->setEnabled(false);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(add);
    layout->addWidget(remove);
    layout->addStretch();
    connect(add, &QPushButton::clicked, this, &ImportSheet::chooseFiles);
    connect(remove, &QPushButton::clicked, this, [this] { m_model->remove(m_view->selectionModel()->selectedRows()); });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, remove,
            [this, remove] { remove->setEnabled(m_view->selectionModel()->hasSelection()); });
    return row;
}

QWidget *ImportSheet::destination()
{
    auto *area = new QWidget(this);
    m_goal->setObjectName(QStringLiteral("goal"));
    m_goal->addItems({tr("A library"), tr("Amazon EC2, as an image (AMI)"), tr("Amazon EBS, as a snapshot")});
    auto *form = new QFormLayout;
    form->addRow(tr("&Destination:"), m_goal);
    auto *layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(form);
    layout->addWidget(m_library);
    layout->addWidget(m_ec2);
    return area;
}

ImportSheet::Goal ImportSheet::goal() const
{
    return static_cast<Goal>(m_goal->currentIndex());
}

void ImportSheet::chooseGoal(Goal goal)
{
    m_goal->setCurrentIndex(static_cast<int>(goal));
}

void ImportSheet::goalChanged()
{
    const bool isLibrary = goal() == Goal::Library;
    m_library->setVisible(isLibrary);
    m_ec2->setVisible(!isLibrary);
    m_encryption->setVisible(isLibrary);
    m_guarantee->setShown(!isLibrary, DestinationKind::Ec2);
    m_options->setVisible(isLibrary);
    m_ec2->setKind(goal() == Goal::Ec2Image ? Ec2Destination::Kind::Image : Ec2Destination::Kind::Snapshot);
    if (isLibrary)
        m_model->setDestination(Destination::Library, m_library->purpose());
    else
        m_model->setDestination(goal() == Goal::Ec2Image ? Destination::Ec2Image : Destination::Ec2Snapshot);
    libraryChanged();
}

void ImportSheet::chooseFiles()
{
    auto *dialog = new QFileDialog(this, tr("Images to Import"), {},
                                   tr("Disk images (*.raw *.img *.qcow2 *.vmdk *.vhd *.vhdx *.vdi *.ova *.ovf *.gz "
                                      "*.xz *.bz2 *.zst);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &ImportSheet::add);
    dialog->open();
}

void ImportSheet::add(const QStringList &paths)
{
    const auto added = m_model->add(paths);
    if (!added.isEmpty())
        m_services.probes.probe(added);
}

void ImportSheet::chooseLibrary(const QString &libraryId)
{
    m_library->choose(libraryId);
}

void ImportSheet::libraryChanged()
{
    QSet<QString> names;
    const auto library = m_library->library();
    if (library && goal() == Goal::Library) {
        for (const auto &image : m_services.libraries.images(library->id))
            names.insert(image.name);
    }
    m_model->setKnownNames(names);
    judge();
}

/// Names, and the paths that the journal will have.
void ImportSheet::judgeTexts()
{
    QList<TextNote::Text> texts;
    for (const auto &image : m_model->importable()) {
        const auto file = QFileInfo(image.path).fileName();
        texts.append({file, image.name, TextKind::Plain, false});
        texts.append({tr("Path of %1").arg(file), image.path, TextKind::Path, true});
    }
    m_nameTexts->setTexts(texts);
}

void ImportSheet::takeBetterNames()
{
    for (int row = 0; row < m_model->rowCount(); ++row)
        m_model->setData(m_model->index(row, ImportModel::Name), m_nameTexts->better(m_model->rowAt(row).name),
                         Qt::EditRole);
}

void ImportSheet::nameRefused()
{
    const auto refused = m_model->refused();
    if (refused.isEmpty()) {
        m_refused->clear();
        return;
    }
    QStringList lines;
    for (const auto &image : refused) {
        const auto words = errorText(*image.problem);
        lines.append(words.remedy.isEmpty() ? words.what : words.what + QStringLiteral(". ") + words.remedy);
    }
    m_refused->showMessage(Tone::Warning,
                           tr("%n file(s) cannot be imported", nullptr, static_cast<int>(refused.size())),
                           lines.join(u'\n'));
}

/// What is shown without being asked for is what matters most.
int ImportSheet::shownRow() const
{
    const auto selected = m_view->selectionModel()->selectedRows();
    if (!selected.isEmpty())
        return selected.first().row();
    int shown = -1;
    std::optional<Severity> worst;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const auto severity = worstOf(m_model->rowAt(row).findings);
        if (severity && (!worst || *severity > *worst)) {
            worst = severity;
            shown = row;
        }
    }
    return shown;
}

void ImportSheet::showFindings()
{
    const int row = shownRow();
    m_findings->showRow(row < 0 ? nullptr : &m_model->rowAt(row));
}

/// Only for eyes that see it: an import that goes straight away is looked at by its task.
void ImportSheet::examineNew()
{
    if (!isVisible())
        return;
    if (const auto paths = m_model->takeUnexamined(); !paths.isEmpty())
        m_services.probes.examine(paths);
}

void ImportSheet::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    judge();
}

void ImportSheet::sayHowFar(int count, const QString &nameProblem)
{
    if (m_model->isBusy())
        m_note->setNote(FieldNote::Kind::Info, tr("The files are being looked at."));
    else if (m_model->rowCount() == 0)
        m_note->setNote(FieldNote::Kind::Info, tr("Add disk images: raw, qcow2, VMDK, VHD, VHDX or VDI."));
    else if (!nameProblem.isEmpty())
        m_note->setNote(FieldNote::Kind::Problem, nameProblem);
    else if (count == 0)
        m_note->setNote(FieldNote::Kind::Problem, tr("None of the files can be imported."));
    else if (isVisible() && m_model->isExamining())
        m_note->setNote(FieldNote::Kind::Info,
                        tr("What is on the disks is being looked at. You need not wait for it."));
    else
        m_note->clear();
}

void ImportSheet::judge()
{
    judgeTexts();
    nameRefused();
    examineNew();
    showFindings();
    const auto count = static_cast<int>(m_model->importable().size());
    const auto problem = m_model->nameProblem();
    sayHowFar(count, problem);
    const bool isReady = goal() == Goal::Library ? m_library->isComplete() : m_ec2->isComplete();
    m_import->setText(count > 0 ? tr("&Import %n image(s)", nullptr, count) : tr("&Import"));
    m_import->setEnabled(count > 0 && !m_model->isBusy() && problem.isEmpty() && isReady &&
                         m_nameTexts->isAcceptable());
    for (int column = 0; column < ImportModel::State; ++column) {
        m_view->resizeColumnToContents(column);
        m_view->setColumnWidth(column, m_view->columnWidth(column) + fontMetrics().height());
    }
    growToFit();
}

/// A window does not grow by itself for texts that wrap.
void ImportSheet::growToFit()
{
    if (const int wanted = layout()->totalHeightForWidth(width()); height() < wanted)
        resize(width(), wanted);
}

bool ImportSheet::isClear() const
{
    return m_import->isEnabled() && m_model->refused().isEmpty() && !m_nameTexts->warns() && !m_library->warns();
}

ImportPlan ImportSheet::plan() const
{
    ImportPlan plan;
    const auto library = m_library->library().value_or(LibraryInfo());
    plan.library = {library.location, library.store};
    if (goal() != Goal::Library)
        plan.ec2 = m_ec2->settings();
    plan.images = m_model->importable();
    plan.tags = m_library->tags();
    plan.compression = m_options->compression();
    plan.packSize = m_options->packSize();
    return plan;
}

void ImportSheet::accept()
{
    if (!m_import->isEnabled())
        return;
    m_nameTexts->recordKept(QStringLiteral("import"));
    if (goal() == Goal::Library)
        m_library->recordKept();
    auto settings = m_services.settings.settings();
    settings.importStraightAway = m_options->straightAway();
    m_services.settings.set(settings);
    QDialog::accept();
}

} // namespace sealift
