#include "desktop/dialogs/dialogs.h"

#include "task/task_queue.h"
#include "task/task_settings.h"
#include "ui/common/error_text.h"
#include "ui/ec2/ec2_import_dialog.h"
#include "ui/help/help_window.h"
#include "ui/import/import_sheet.h"
#include "ui/library/forget_library.h"
#include "ui/library/images_view.h"
#include "ui/library/mfa_dialog.h"
#include "ui/library/new_library_wizard.h"
#include "ui/library/open_library_dialog.h"
#include "ui/library/unlock_dialog.h"
#include "ui/main_window/main_window.h"
#include "ui/services/image_probe_service.h"
#include "ui/services/mfa_service.h"
#include "ui/services/settings_service.h"
#include "ui/services/text_service.h"
#include "ui/settings/settings_dialog.h"
#include "ui/welcome/welcome_wizard.h"

#include <QKeyEvent>
#include <QTimer>

namespace sealift {

namespace {

/// How long a drop may take to be understood before its sheet is shown after all.
constexpr int kStraightAwayPatience = 2000; // ms
constexpr auto kHelpPage = "helpPage";

} // namespace

Dialogs::Dialogs(QWidget &window, TaskQueue &queue, const DialogServices &services, DialogPlaces places,
                 QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_queue(queue)
    , m_services(services)
    , m_places(std::move(places))
{
    const auto notice = [this](const Error &error) {
        const auto words = errorText(error);
        Q_EMIT noticed(words.title, words.remedy.isEmpty() ? words.what : words.what + u'\n' + words.remedy);
    };
    // What a dialog asked for shows in that dialog.
    connect(&m_services.libraries, &LibraryService::failed, this, [this, notice](const QString &, const Error &error) {
        if (!m_open)
            notice(error);
    });
    connect(&m_services.settings, &SettingsService::failed, this, notice);
    connect(&m_services.texts, &TextService::failed, this, notice);
    connect(&m_queue, &TaskQueue::taskEnded, this, [this](const TaskId &id, TaskEnd end) {
        const auto *task = m_queue.task(id);
        if (task != nullptr && task->kind == TaskKind::Import && end == TaskEnd::Completed)
            refreshAfterImport(task->destination);
    });
    connect(&m_services.settings, &SettingsService::changed, this,
            [this](const AppSettings &settings) { m_queue.setConcurrency(settings.concurrency); });
    connect(&m_services.codes, &MfaService::asked, this, &Dialogs::askForCode);
    // Tasks that wait for a library to be unlocked are looked at again.
    connect(&m_services.libraries, &LibraryService::libraryChanged, this, [this](const QString &id) {
        const auto library = m_services.libraries.library(id);
        if (library && library->state == LibraryState::Unlocked)
            m_queue.reconsider();
    });
}

Dialogs::~Dialogs()
{
    delete m_help;
}

void Dialogs::serve(MainWindow &window)
{
    auto *images = new ImagesView(m_services.libraries, m_services.images, m_services.texts, &window);
    window.setImagesView(images);
    m_actions = window.shortcuts();
    connect(images, &ImagesView::exportRequested, this, &Dialogs::exportImage);
    connect(images, &ImagesView::verifyRequested, this, &Dialogs::verifyImages);
    connect(images, &ImagesView::importRequested, this, &Dialogs::importImages);
    connect(images, &ImagesView::unlockRequested, this, &Dialogs::unlockLibrary);
    connect(&window, &MainWindow::libraryShown, images, &ImagesView::setLibrary);
    connect(&window, &MainWindow::importRequested, this, &Dialogs::importImages);
    connect(&window, &MainWindow::exportRequested, this, &Dialogs::exportImage);
    connect(&window, &MainWindow::ec2SendRequested, this, &Dialogs::sendToEc2);
    connect(&window, &MainWindow::ec2ImportRequested, this, &Dialogs::importFromEc2);
    connect(&window, &MainWindow::ec2ExportRequested, this, &Dialogs::exportFromEc2);
    connect(&window, &MainWindow::newLibraryRequested, this, &Dialogs::newLibrary);
    connect(&window, &MainWindow::openLibraryRequested, this, &Dialogs::openLibrary);
    connect(&window, &MainWindow::unlockRequested, this, &Dialogs::unlockLibrary);
    connect(&window, &MainWindow::settingsRequested, this, &Dialogs::showSettings);
    connect(&window, &MainWindow::firstRunRequested, this, &Dialogs::firstRun);
    connect(&window, &MainWindow::helpRequested, this, [this] { showHelp({}); });
    connect(&window, &MainWindow::sampleRequested, this, &Dialogs::importSample);
    connect(this, &Dialogs::noticed, &window, &MainWindow::showNotice);
}

void Dialogs::open(QDialog *dialog, const QString &helpPage)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setProperty(kHelpPage, helpPage);
    dialog->installEventFilter(this);
    if (!m_open)
        m_open = dialog;
    dialog->open();
}

ImportSheet *Dialogs::newSheet()
{
    auto *sheet = new ImportSheet(
        {m_services.libraries, m_services.probes, m_services.settings, m_services.texts, m_services.ec2}, &m_window);
    connect(sheet, &ImportSheet::unlockRequested, this, &Dialogs::unlockLibrary);
    connect(sheet, &QDialog::accepted, this, [this, sheet] { m_queue.add(importTasks(sheet->plan())); });
    return sheet;
}

void Dialogs::importImages(const QStringList &paths, const QString &libraryId)
{
    auto *sheet = newSheet();
    sheet->chooseLibrary(libraryId);
    sheet->add(paths);
    if (m_services.settings.settings().importStraightAway && !paths.isEmpty())
        goStraightAway(sheet);
    else
        open(sheet, QStringLiteral("import"));
}

void Dialogs::sendToEc2(const QStringList &paths)
{
    auto *sheet = newSheet();
    sheet->chooseGoal(ImportSheet::Goal::Ec2Image);
    sheet->add(paths);
    open(sheet, QStringLiteral("ec2#send"));
}

void Dialogs::importFromEc2(const QString &libraryId)
{
    auto *dialog = new Ec2ImportDialog(m_services.libraries, m_services.ec2, m_services.texts, &m_window);
    dialog->chooseLibrary(libraryId);
    connect(dialog, &Ec2ImportDialog::unlockRequested, this, &Dialogs::unlockLibrary);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { m_queue.add(dialog->task()); });
    open(dialog, QStringLiteral("ec2#library"));
}

void Dialogs::exportFromEc2()
{
    ExportWizard::Beginning beginning;
    beginning.target = m_services.settings.settings().exportTarget;
    beginning.folder = m_places.exports;
    beginning.fromEc2 = true;
    openWizard(beginning);
}

/// Imports as soon as everything is clear; shows the sheet if that is not so soon.
void Dialogs::goStraightAway(ImportSheet *sheet)
{
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    auto *looking = new QTimer(sheet);
    looking->setInterval(20);
    auto *patience = new QTimer(sheet);
    patience->setSingleShot(true);
    connect(looking, &QTimer::timeout, sheet, [sheet, looking, patience] {
        if (!sheet->isClear())
            return;
        looking->stop();
        patience->stop();
        sheet->accept();
        sheet->deleteLater(); // one that was never shown is not closed
    });
    connect(patience, &QTimer::timeout, this, [this, sheet, looking] {
        looking->stop();
        open(sheet, QStringLiteral("import"));
    });
    looking->start();
    patience->start(kStraightAwayPatience);
}

void Dialogs::refreshAfterImport(const QString &location)
{
    for (const auto &library : m_services.libraries.libraries()) {
        if (library.location == location && library.state == LibraryState::Unlocked)
            m_services.libraries.refresh(library.id);
    }
}

void Dialogs::exportImage(const QString &libraryId, const QString &snapshotId)
{
    openWizard({libraryId, snapshotId, m_services.settings.settings().exportTarget, m_places.exports});
}

void Dialogs::openWizard(const ExportWizard::Beginning &beginning)
{
    auto *wizard =
        new ExportWizard({m_services.libraries, m_services.places, m_services.texts, m_services.seals, m_services.ec2},
                         beginning, &m_window);
    connect(wizard, &ExportWizard::unlockRequested, this, &Dialogs::unlockLibrary);
    connect(wizard, &QDialog::accepted, this, [this, wizard] { m_queue.add(wizard->task()); });
    open(wizard, beginning.fromEc2 ? QStringLiteral("ec2#file") : QStringLiteral("export"));
}

void Dialogs::verifyImages(const QString &libraryId, const std::vector<CatalogImage> &images)
{
    const auto library = m_services.libraries.library(libraryId);
    if (!library)
        return;
    QList<TaskRecord> tasks;
    for (const auto &image : images) {
        // By its id: another image may get the name before the task begins.
        const VerifySettings settings{{library->location, {}, library->store}, image.snapshot.hex()};
        tasks.append(TaskRecord::create(TaskKind::Verify, settings.toJson(), image.name, library->location));
    }
    m_queue.add(tasks);
}

void Dialogs::newLibrary()
{
    open(new NewLibraryWizard(m_services.libraries, m_services.places, m_services.texts, m_services.sheets,
                              m_places.newLibrary, m_services.settings.settings().offerKeyring, &m_window),
         QStringLiteral("libraries#new"));
}

void Dialogs::openLibrary()
{
    open(new OpenLibraryDialog(m_services.libraries, m_services.places, m_services.texts,
                               m_services.settings.settings().offerKeyring, &m_window),
         QStringLiteral("libraries#open"));
}

void Dialogs::unlockLibrary(const QString &libraryId)
{
    auto *parent = m_open ? static_cast<QWidget *>(m_open) : &m_window;
    open(new UnlockDialog(m_services.libraries, libraryId, m_services.settings.settings().offerKeyring, parent),
         QStringLiteral("libraries#lock"));
}

void Dialogs::askForCode(quint64 question, const QString &serial)
{
    auto *parent = m_open ? static_cast<QWidget *>(m_open) : &m_window;
    auto *dialog = new MfaDialog(serial, parent);
    auto *codes = &m_services.codes;
    connect(dialog, &QDialog::accepted, codes, [codes, dialog, question] { codes->answer(question, dialog->code()); });
    // However else it ends: somebody waits.
    connect(dialog, &QObject::destroyed, codes, [codes, question] { codes->answer(question, {}); });
    connect(codes, &MfaService::withdrawn, dialog, [dialog, question](quint64 withdrawn) {
        if (withdrawn == question)
            dialog->reject();
    });
    open(dialog, QStringLiteral("libraries#open"));
}

void Dialogs::forgetLibrary(const QString &libraryId)
{
    askToForget(m_services.libraries, libraryId, &m_window);
}

void Dialogs::showSettings()
{
    open(new SettingsDialog(m_services.settings, m_services.places, m_actions, &m_window), QStringLiteral("settings"));
}

void Dialogs::firstRun()
{
    auto *wizard = new WelcomeWizard(
        {m_services.libraries, m_services.places, m_services.texts, m_services.sheets, m_services.settings},
        m_places.newLibrary, !m_places.sampleImage.isEmpty(), &m_window);
    connect(wizard, &QDialog::accepted, this, [this, wizard] {
        if (wizard->wantsSample())
            importImages({m_places.sampleImage}, wizard->libraryId());
    });
    open(wizard, QStringLiteral("libraries"));
}

/// What no control of a dialog takes comes to the dialog.
bool Dialogs::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || !static_cast<QKeyEvent *>(event)->matches(QKeySequence::HelpContents))
        return QObject::eventFilter(watched, event);
    showHelp(watched->property(kHelpPage).toString());
    return true;
}

void Dialogs::showHelp(const QString &page)
{
    // No child of any window: it can be read while a dialog is open.
    if (!m_help)
        m_help = new HelpWindow;
    m_help->showPage(page);
    m_help->show();
    m_help->raise();
    m_help->activateWindow();
}

void Dialogs::importSample()
{
    if (m_places.sampleImage.isEmpty())
        Q_EMIT noticed(tr("There is no sample image on this computer"), tr("Import any disk image of yours instead."));
    else
        importImages({m_places.sampleImage}, {});
}

} // namespace sealift
