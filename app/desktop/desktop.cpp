#include "desktop/desktop.h"

#include "common/bandwidth_keeper.h"
#include "common/ec2_opener.h"
#include "common/task_jobs.h"
#include "common/task_leftovers.h"
#include "common/text_rule_file.h"
#include "desktop/close_question.h"
#include "desktop/dialogs/dialogs.h"
#include "desktop/notifier.h"
#include "desktop/services/auto_lock.h"
#include "desktop/services/drop_judge.h"
#include "desktop/services/ec2_lookup.h"
#include "desktop/services/file_keeper.h"
#include "desktop/services/history_reader.h"
#include "desktop/services/idle_watch.h"
#include "desktop/services/image_changer.h"
#include "desktop/services/keyring.h"
#include "desktop/services/libraries.h"
#include "desktop/services/mfa_questions.h"
#include "desktop/services/password_vault.h"
#include "desktop/services/place_lookup.h"
#include "desktop/services/probe_service.h"
#include "desktop/services/receipt_reader.h"
#include "desktop/services/recovery_sheets.h"
#include "desktop/services/seal_keeper.h"
#include "desktop/services/session_watch.h"
#include "desktop/services/settings_store.h"
#include "desktop/services/store_opener.h"
#include "desktop/services/task_library.h"
#include "desktop/services/text_judge.h"
#include "desktop/suspend_inhibitor.h"
#include "desktop/system_look.h"
#include "desktop/tray.h"
#include "ui/common/theme.h"
#include "ui/language/language_switch.h"
#include "ui/main_window/main_window.h"
#include "ui/queue/queue_summary.h"

#include <QApplication>
#include <QSettings>

#include <algorithm>

namespace sealift {

namespace {

const auto kLayoutKey = QStringLiteral("layout");

} // namespace

/// Made in this order, destroyed in the other.
class Desktop::Parts
{
public:
    explicit Parts(const DesktopPaths &paths)
        : settings(paths.settings(), paths.state.scratch)
        , stores(codes.prompt())
        , openEc2(ec2Opener(codes.prompt(), [this](const QString &text) { Q_EMIT stores.noticed(text); }))
        , ec2(openEc2)
        , vault(stores)
        , keyring(QStringLiteral("sealift"))
        , libraries(paths.libraries(), stores, vault, keyring, settings)
        , images(libraries, vault)
        , places(stores)
        , receipts(paths.state.receipts(), paths.state.identity())
        , history(paths.state.audit())
        , texts(paths.state)
    {
    }

    LanguageSwitch language;
    SettingsStore settings;
    MfaQuestions codes;
    StoreOpener stores;
    const Ec2Opener openEc2;
    Ec2Lookup ec2;
    SealKeeper seals;
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
    TextJudge texts;
    IdleWatch idle;
    SessionWatch session{QDBusConnection::systemBus()};
    std::unique_ptr<TaskEngine> engine;
    std::unique_ptr<AutoLock> autoLock;
    std::unique_ptr<BandwidthKeeper> bandwidth;
    std::unique_ptr<MainWindow> window;
    std::unique_ptr<Dialogs> dialogs;
    std::unique_ptr<Tray> tray;
    std::unique_ptr<Notifier> notifier;
    SuspendInhibitor inhibitor;
    SystemLook look;
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
    auto &parts = *desktop->m_parts;
    parts.autoLock =
        std::make_unique<AutoLock>(parts.libraries, parts.engine->queue(), parts.settings, parts.idle, parts.session);
    parts.language.use(parts.settings.settings().language);
    desktop->makeWindow();
    connect(&parts.settings, &SettingsService::changed, desktop.get(), &Desktop::apply);
    connect(&parts.settings, &SettingsService::changed, parts.bandwidth.get(), &BandwidthKeeper::look);
    connect(&parts.engine->queue(), &TaskQueue::taskEnded, desktop.get(), &Desktop::forgetPassphrase);
    connect(&parts.engine->queue(), &TaskQueue::closed, &application, &QApplication::quit);
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
    options.bytesPerSecond = settings.schedule.limitAt(QDateTime::currentDateTime(), settings.bytesPerSecond);
    options.scratchQuota = settings.scratchQuota;
    const auto uploads = [&stores = m_parts->stores](const QString &location, const StoreSettings &store) {
        return stores.openUpload(location, store);
    };
    options.factory = jobFactory(
        {.openLibrary = [&vault](const LibrarySettings &library,
                                 const std::stop_token &stop) { return vault.openTaskLibrary(library, stop); },
         .ec2 = {.open = m_parts->openEc2},
         .textRules = ownTextRules,
         .readPassphrase = m_parts->seals.reader(),
         .openUpload = uploads});
    options.leftovers = taskLeftovers(m_parts->openEc2, uploads);
    // A task whose library is locked waits until it is not.
    options.accepts = [&vault](const TaskRecord &record) {
        const auto libraries = librariesOfTask(record);
        return std::all_of(libraries.begin(), libraries.end(),
                           [&vault](const LibrarySettings &library) { return vault.canOpen(library); });
    };
    // What a crash left goes at once: that takes no password.
    options.cleansUpAll = true;
    options.resumesAfterCrash = [](const TaskRecord &) { return true; };
    SEALIFT_ASSIGN(m_parts->engine, TaskEngine::start(paths, options));
    m_parts->bandwidth = std::make_unique<BandwidthKeeper>(
        [&store = m_parts->settings](const QDateTime &moment) {
            const auto now = store.settings();
            return now.schedule.limitAt(moment, now.bytesPerSecond);
        },
        [&queue = m_parts->engine->queue()](qint64 bytesPerSecond) { queue.setBytesPerSecond(bytesPerSecond); });
    return {};
}

/// What sealed a complete export is needed no more; another attempt of one that failed may need it.
void Desktop::forgetPassphrase(const TaskId &id, TaskEnd end)
{
    const auto *task = m_parts->engine->queue().task(id);
    if (task == nullptr || end != TaskEnd::Completed)
        return;
    if (const auto seal = SealSettings::parse(task->settings, id.text()))
        m_parts->seals.forget(*seal);
}

void Desktop::makeWindow()
{
    auto &parts = *m_parts;
    const auto settings = parts.settings.settings();
    apply(settings);
    auto &queue = parts.engine->queue();
    parts.window = std::make_unique<MainWindow>(queue, WindowServices{parts.libraries, parts.receipts, parts.history,
                                                                      parts.files, parts.drops, parts.settings});
    parts.dialogs = std::make_unique<Dialogs>(*parts.window, queue,
                                              DialogServices{parts.libraries, parts.images, parts.probes, parts.places,
                                                             parts.sheets, parts.settings, parts.codes, parts.texts,
                                                             parts.seals, parts.ec2},
                                              DialogPlaces{m_paths.newLibrary(), m_paths.home, m_paths.sample});
    parts.dialogs->serve(*parts.window);
    parts.tray = std::make_unique<Tray>(*parts.window);
    parts.notifier = std::make_unique<Notifier>(queue, parts.settings, parts.tray->icon());

    parts.window->restoreLayout(QSettings(m_paths.window(), QSettings::IniFormat).value(kLayoutKey).toByteArray());
    connectWindow();
}

void Desktop::makeWindowAnew()
{
    auto &parts = *m_parts;
    const bool isShown = parts.window->isVisible();
    storeLayout();
    parts.notifier.reset();
    parts.tray.reset();
    parts.dialogs.reset();
    parts.window.reset();
    makeWindow();
    parts.window->setVisible(isShown);
}

void Desktop::storeLayout() const
{
    QSettings(m_paths.window(), QSettings::IniFormat).setValue(kLayoutKey, m_parts->window->saveLayout());
}

void Desktop::connectWindow()
{
    auto &parts = *m_parts;
    auto *window = parts.window.get();
    connect(window, &MainWindow::closeRequested, this, &Desktop::close);
    connect(window, &MainWindow::quitRequested, this, &Desktop::close);
    connect(parts.tray.get(), &Tray::quitRequested, this, &Desktop::close);
    connect(&parts.look, &SystemLook::changed, window, [this] { apply(m_parts->settings.settings()); });
    connect(&window->summary(), &QueueSummary::changed, this,
            [this](const QueueTotals &totals) { m_parts->inhibitor.setActive(totals.active > 0); });
    connect(&parts.stores, &StoreOpener::noticed, window,
            [window](const QString &text) { window->showNotice(tr("A service"), text); });
    connect(parts.autoLock.get(), &AutoLock::locked, window, [window](const QStringList &names) {
        window->showNotice(tr("Locked by itself"), tr("Their keys are no longer in memory: %1").arg(names.join(u", ")));
    });
    for (const auto &problem : parts.libraries.problems())
        window->showNotice(tr("The list of libraries"), problem.what());
    if (const auto &problem = parts.settings.problem())
        window->showNotice(tr("The settings"), problem->what());
    if (const auto &problem = parts.texts.problem())
        window->showNotice(tr("The rules about texts"), problem->what());
}

void Desktop::show(const QStringList &images)
{
    m_parts->window->show();
    if (!images.isEmpty())
        m_parts->dialogs->importImages(images, {});
    else if (m_parts->libraries.libraries().isEmpty() && !m_parts->settings.settings().welcomed)
        m_parts->dialogs->firstRun();
}

void Desktop::activate(const QStringList &images)
{
    if (m_isQuitting)
        return;
    auto &window = *m_parts->window;
    window.show();
    window.raise();
    window.activateWindow();
    if (!images.isEmpty())
        m_parts->dialogs->importImages(images, {});
}

void Desktop::apply(const AppSettings &settings)
{
    applyTheme(m_application, settings.theme == Theme::System ? m_parts->look.theme() : settings.theme);
    auto &language = m_parts->language;
    const auto before = language.current();
    language.use(settings.language);
    // The texts are set where the widgets are made. Later, because what is closing now must have closed.
    if (m_parts->window && language.current() != before)
        QMetaObject::invokeMethod(this, &Desktop::makeWindowAnew, Qt::QueuedConnection);
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
    storeLayout();
    m_parts->window->hide();
    m_parts->engine->queue().shutdown();
}

} // namespace sealift
