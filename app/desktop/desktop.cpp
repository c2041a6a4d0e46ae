#include "desktop/desktop.h"

#include "common/task_jobs.h"
#include "desktop/close_question.h"
#include "desktop/dialogs.h"
#include "desktop/notifier.h"
#include "desktop/services/drop_judge.h"
#include "desktop/services/file_keeper.h"
#include "desktop/services/history_reader.h"
#include "desktop/services/image_changer.h"
#include "desktop/services/keyring.h"
#include "desktop/services/libraries.h"
#include "desktop/services/password_vault.h"
#include "desktop/services/place_lookup.h"
#include "desktop/services/probe_service.h"
#include "desktop/services/receipt_reader.h"
#include "desktop/services/recovery_sheets.h"
#include "desktop/services/settings_store.h"
#include "desktop/suspend_inhibitor.h"
#include "desktop/tray.h"
#include "ui/common/theme.h"
#include "ui/library/images_view.h"
#include "ui/main_window/main_window.h"
#include "ui/queue/queue_summary.h"

#include <QApplication>
#include <QDir>
#include <QSettings>

namespace sealift {

namespace {

const auto kLayoutKey = QStringLiteral("layout");

/// The library of a task's settings; nothing where they cannot be read: the task then fails, and says why.
std::optional<LibrarySettings> libraryOf(const TaskRecord &record)
{
    if (record.kind == TaskKind::Import) {
        const auto settings = ImportSettings::parse(record.settings, record.id.text());
        return settings ? std::optional(settings->library) : std::nullopt;
    }
    const auto settings = ExportSettings::parse(record.settings, record.id.text());
    return settings ? std::optional(settings->library) : std::nullopt;
}

} // namespace

/// Made in this order, destroyed in the other.
class Desktop::Parts
{
public:
    explicit Parts(const DesktopPaths &paths)
        : settings(paths.settings(), paths.state.scratch)
        , keyring(QStringLiteral("sealift"))
        , libraries(paths.libraries(), vault, keyring, settings)
        , images(libraries, vault)
        , receipts(paths.state.receipts(), paths.state.identity())
        , history(paths.state.audit())
    {
    }

    SettingsStore settings;
    PasswordVault vault;
    Keyring keyring;
    Libraries libraries;
    ImageChanger images;
    PlaceLookup places;
    ProbeService probes;
    RecoverySheets sheets;
    ReceiptReader receipts;
    HistoryReader history;
    FileKeeper files;
    DropJudge drops;
    std::unique_ptr<TaskEngine> engine;
    std::unique_ptr<MainWindow> window;
    std::unique_ptr<Dialogs> dialogs;
    std::unique_ptr<Tray> tray;
    std::unique_ptr<Notifier> notifier;
    SuspendInhibitor inhibitor;
};

Desktop::Desktop(QApplication &application, const DesktopPaths &paths)
    : m_application(application)
    , m_paths(paths)
    , m_parts(std::make_unique<Parts>(paths))
{
}

Desktop::~Desktop() = default;

Result<std::unique_ptr<Desktop>> Desktop::start(QApplication &application, const DesktopPaths &paths)
{
    std::unique_ptr<Desktop> desktop(new Desktop(application, paths));
    SEALIFT_TRY(desktop->startEngine());
    desktop->makeWindow();
    desktop->connectWindow();
    return desktop;
}

Status Desktop::startEngine()
{
    const auto settings = m_parts->settings.settings();
    auto paths = m_paths.state;
    if (!settings.scratchFolder.isEmpty())
        paths.scratch = settings.scratchFolder;
    auto &vault = m_parts->vault;
    TaskEngineOptions options;
    options.pick = TaskPick::All;
    options.concurrency = settings.concurrency;
    options.factory = jobFactory({.openLibrary = [&vault](const LibrarySettings &library, const std::stop_token &stop) {
        return vault.openTaskLibrary(library, stop);
    }});
    // A task whose library is locked waits until it is not.
    options.accepts = [&vault](const TaskRecord &record) {
        const auto library = libraryOf(record);
        return !library || vault.canOpen(*library);
    };
    SEALIFT_ASSIGN(m_parts->engine, TaskEngine::start(paths, options));
    return {};
}

void Desktop::makeWindow()
{
    auto &parts = *m_parts;
    apply(parts.settings.settings());
    auto &queue = parts.engine->queue();
    parts.window = std::make_unique<MainWindow>(queue, WindowServices{parts.libraries, parts.receipts, parts.history,
                                                                      parts.files, parts.drops, parts.settings});
    parts.dialogs = std::make_unique<Dialogs>(
        *parts.window, queue,
        Dialogs::Services{parts.libraries, parts.probes, parts.places, parts.sheets, parts.settings});
    parts.tray = std::make_unique<Tray>(*parts.window);
    parts.notifier = std::make_unique<Notifier>(queue, parts.settings, parts.tray->icon());

    auto *images = new ImagesView(parts.libraries, parts.images);
    parts.window->setImagesView(images);
    connect(parts.window.get(), &MainWindow::libraryShown, images, &ImagesView::setLibrary);
    connect(images, &ImagesView::exportRequested, parts.dialogs.get(), &Dialogs::exportImage);
    connect(images, &ImagesView::importRequested, parts.dialogs.get(), &Dialogs::import);
    connect(images, &ImagesView::unlockRequested, parts.dialogs.get(), &Dialogs::unlock);
    parts.window->restoreLayout(QSettings(m_paths.window(), QSettings::IniFormat).value(kLayoutKey).toByteArray());
}

void Desktop::connectWindow()
{
    auto &parts = *m_parts;
    auto *window = parts.window.get();
    auto &queue = parts.engine->queue();
    connect(window, &MainWindow::closeRequested, this, &Desktop::close);
    connect(window, &MainWindow::quitRequested, this, &Desktop::close);
    connect(parts.tray.get(), &Tray::quitRequested, this, &Desktop::close);
    connect(window, &MainWindow::sampleRequested, this, &Desktop::importSample);
    connect(&parts.settings, &SettingsService::changed, this, &Desktop::apply);
    connect(&queue, &TaskQueue::closed, &m_application, &QApplication::quit);
    connect(&window->summary(), &QueueSummary::changed, this,
            [this](const QueueTotals &totals) { m_parts->inhibitor.setActive(totals.active > 0); });
    // Tasks that waited for a password may run now.
    connect(&parts.libraries, &LibraryService::libraryChanged, this,
            [this] { m_parts->engine->queue().setConcurrency(m_parts->settings.settings().concurrency); });
    for (const auto &problem : parts.libraries.problems())
        window->showNotice(tr("The list of libraries"), problem.what());
    if (const auto &problem = parts.settings.problem())
        window->showNotice(tr("The settings"), problem->what());
}

void Desktop::show(const QStringList &images)
{
    m_parts->window->show();
    if (!images.isEmpty())
        m_parts->dialogs->import(images, {});
}

void Desktop::apply(const AppSettings &settings)
{
    applyTheme(m_application, settings.theme);
    auto &queue = m_parts->engine->queue();
    queue.setConcurrency(settings.concurrency);
    queue.setBytesPerSecond(settings.bytesPerSecond);
}

void Desktop::close()
{
    auto &window = *m_parts->window;
    const auto &totals = window.summary().totals();
    if (m_isQuitting || totals.active == 0) {
        quit();
        return;
    }
    window.show();
    const bool hasTray = m_parts->tray->icon() != nullptr;
    askBeforeClosing(&window, totals.active, hasTray, [this](CloseAnswer answer) {
        if (answer == CloseAnswer::GoOn) {
            m_parts->window->hide();
        } else if (answer == CloseAnswer::PauseAndQuit) {
            m_parts->engine->queue().pauseAll();
            quit();
        }
    });
}

void Desktop::quit()
{
    if (m_isQuitting)
        return;
    m_isQuitting = true;
    QSettings(m_paths.window(), QSettings::IniFormat).setValue(kLayoutKey, m_parts->window->saveLayout());
    m_parts->window->hide();
    m_parts->engine->queue().shutdown();
}

void Desktop::importSample()
{
    const QDir folder(m_paths.sample);
    const auto found = folder.entryList({QStringLiteral("*.qcow2")}, QDir::Files, QDir::Time);
    if (found.isEmpty())
        m_parts->window->showNotice(
            tr("The sample image is not there yet"),
            tr("app/sample-image.sh makes it, out of Debian's packages, in under two minutes."));
    else
        m_parts->dialogs->import({folder.filePath(found.front())}, {});
}

} // namespace sealift
