#include "ui/common/icons.h"
#include "ui/common/theme.h"
#include "ui/language/language_switch.h"
#include "ui/support/window_fixture.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDir>
#include <QDragEnterEvent>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QMimeData>
#include <QTabWidget>

#include <functional>
#include <iostream>

using namespace sealift;
using namespace sealift::test;

namespace {

constexpr qint64 kGiB = qint64{1} << 30;
constexpr double kMiB = 1 << 20;

/// Lets the event loop run for a while.
void pass(int ms)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < ms)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
}

QJsonObject plan(double sizeGiB, double rateMiB, double begin = 0)
{
    return {{QStringLiteral("size"), static_cast<qint64>(sizeGiB * kGiB)},
            {QStringLiteral("rate"), rateMiB * kMiB},
            {QStringLiteral("begin"), begin}};
}

QJsonObject with(QJsonObject settings, const char *name, const QJsonValue &value)
{
    settings.insert(QLatin1String(name), value);
    return settings;
}

/// The tasks of the drawn window.
QList<TaskRecord> drawnTasks()
{
    const auto nas = QStringLiteral("Office NAS");
    const auto s3 = QStringLiteral("prod-images");
    return {
        stagedTask(QStringLiteral("mail01.qcow2"), TaskKind::Import, nas, plan(3.4, 40000)),
        stagedTask(QStringLiteral("old-nas.raw"), TaskKind::Import, s3,
                   with(with(plan(20, 90000), "share", 0.4), "error",
                        QStringLiteral("no-space: the scratch volume of 8 GiB is full: 2.1 GiB short"))),
        stagedTask(QStringLiteral("legacy-erp.vhd"), TaskKind::Import, nas,
                   with(plan(2, 90000), "unconfirmed",
                        QStringLiteral("volume-gone: /home/ada/.cache/sealift/scratch/0190d3c8/volume"))),
        stagedTask(QStringLiteral("web01.ova"), TaskKind::Import, nas, plan(40, 412, 0.58)),
        stagedTask(QStringLiteral("db02.vmdk"), TaskKind::Import, s3,
                   with(plan(120, 1), "halt", QStringLiteral("preflight"))),
        stagedTask(QStringLiteral("golden-deb12"), TaskKind::Export, QStringLiteral("/home/ada/vm/golden-deb12.vhdx"),
                   plan(16, 230, 0.12)),
        stagedTask(QStringLiteral("build-agent-07.vdi"), TaskKind::Import, nas,
                   with(plan(8, 90000), "halt", QStringLiteral("cleaning-up"))),
        stagedTask(QStringLiteral("win2022-template.vhdx"), TaskKind::Import, nas, plan(64, 100)),
        stagedTask(QStringLiteral("gitlab.qcow2"), TaskKind::Import, nas, plan(80, 100)),
    };
}

Receipt sampleReceipt(const TaskRecord &record)
{
    const auto at = QDateTime::currentDateTimeUtc();
    Receipt receipt;
    receipt.issuer = QStringLiteral("sealift 0.1.0");
    receipt.issued = at;
    receipt.taskId = record.id.text();
    receipt.taskKind = QStringLiteral("import");
    receipt.endState = QStringLiteral("completed");
    receipt.created = record.created;
    receipt.ended = at;
    receipt.image = {QStringLiteral("mail01"), QStringLiteral("qcow2"), record.progress.total,
                     QString(64, QLatin1Char('a'))};
    receipt.destination = record.destination;
    receipt.encryption =
        QStringLiteral("AES-256-CTR with Poly1305-AES, before it leaves memory (restic repository, format 2)");
    ReceiptVolume volume;
    volume.id = QStringLiteral("7f3c1d52-8a0b-4c11-9e02-55d1f0aa71c4");
    volume.cipher = QStringLiteral("AES-256-XTS");
    volume.sectorSize = 4096;
    volume.quota = 8 * kGiB;
    volume.highWater = kGiB;
    int second = -9;
    for (const auto state : {ScratchState::Creating, ScratchState::Ready, ScratchState::InUse, ScratchState::Destroying,
                             ScratchState::Destroyed})
        volume.states.append({state, at.addSecs(second += 2)});
    receipt.volume = volume;
    CleanupAttempt attempt;
    for (const auto *name :
         {"servers-stopped", "key-erased", "content-freed", "volume-removed", "folder-removed", "root-synced"})
        attempt.steps.append({QLatin1String(name), true, QStringLiteral("done"), at});
    for (const auto *name : {"volume-gone", "folder-gone", "no-descriptor", "no-process", "no-socket", "no-mount"})
        attempt.checks.append({QLatin1String(name), true, QStringLiteral("nothing found"), at});
    receipt.cleanup.append(attempt);
    receipt.auditHash = QString(64, QLatin1Char('b'));
    receipt.auditEntries = 14;
    return receipt;
}

/// Makes the pictures, one after the other.
class Studio
{
public:
    explicit Studio(const QString &folder)
        : m_folder(folder)
    {
        QDir().mkpath(folder);
    }

    void shoot(WindowFixture &fixture, const QString &name)
    {
        pass(60);
        const auto path = m_folder.filePath(name + QStringLiteral(".png"));
        if (!fixture.window->grab().save(path)) {
            std::cerr << "cannot write " << qPrintable(path) << std::endl;
            m_isComplete = false;
        }
    }

    bool isComplete() const { return m_isComplete; }

private:
    QDir m_folder;
    bool m_isComplete = true;
};

/// A window with the drawn tasks, four seconds into their work.
struct Busy {
    Busy()
        : fixture(4)
    {
        fixture.addLibraries();
        fixture.openQueue();
        ids = fixture.queue->add(drawnTasks());
        fixture.open();
        pass(4200);
        const auto now = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
        for (const auto &[from, to] : {std::pair("queued", "preflight"), std::pair("preflight", "transferring")}) {
            AuditEntry entry;
            entry.time = now;
            entry.seq = fixture.audit.entries.size() + 1;
            entry.what = {QStringLiteral("transition"),
                          {},
                          {{QStringLiteral("from"), QLatin1String(from)}, {QStringLiteral("to"), QLatin1String(to)}}};
            fixture.audit.entries.append(entry);
        }
        for (const auto &id : ids) {
            const auto *record = fixture.queue->task(id);
            if (record->state == TaskState::Completed)
                fixture.receipts.views.insert(id,
                                              {id,
                                               {},
                                               "{}",
                                               VerifiedReceipt{sampleReceipt(*record), ReceiptSigner::ThisInstallation,
                                                               QString(64, QLatin1Char('c'))},
                                               {}});
        }
    }

    void choose(int task, int page)
    {
        fixture.window->choose({});
        fixture.window->choose({ids[task]});
        fixture.window->findChild<QTabWidget *>()->setCurrentIndex(page);
        pass(150);
    }

    WindowFixture fixture;
    QList<TaskId> ids;
};

void shootEmpty(Studio &studio)
{
    WindowFixture fixture;
    fixture.open();
    studio.shoot(fixture, QStringLiteral("empty"));
    fixture.addLibraries();
    Q_EMIT fixture.libraries.librariesChanged();
    studio.shoot(fixture, QStringLiteral("empty-with-libraries"));
}

void shootDrag(Studio &studio, WindowFixture &fixture)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(QStringLiteral("/srv/images/web01.ova")),
                  QUrl::fromLocalFile(QStringLiteral("/srv/images/web02.ova")),
                  QUrl::fromLocalFile(QStringLiteral("/srv/images/notes.txt")),
                  QUrl(QStringLiteral("https://cloud.example.org/disks/web03.vmdk"))});
    QDragEnterEvent enter(QPoint(600, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(fixture.window.get(), &enter);
    pass(50);
    studio.shoot(fixture, QStringLiteral("drag"));
    QDragLeaveEvent leave;
    QApplication::sendEvent(fixture.window.get(), &leave);
    pass(200);
}

void shootBusy(Studio &studio)
{
    Busy busy;
    auto &fixture = busy.fixture;
    busy.choose(3, 1);
    studio.shoot(fixture, QStringLiteral("busy-scratch"));
    busy.choose(3, 0);
    studio.shoot(fixture, QStringLiteral("busy-overview"));
    busy.choose(3, 2);
    studio.shoot(fixture, QStringLiteral("busy-preflight"));
    busy.choose(3, 3);
    studio.shoot(fixture, QStringLiteral("busy-log"));
    busy.choose(1, 0);
    studio.shoot(fixture, QStringLiteral("failed"));
    busy.choose(2, 0);
    studio.shoot(fixture, QStringLiteral("unconfirmed"));
    busy.choose(0, 4);
    studio.shoot(fixture, QStringLiteral("receipt"));
    busy.choose(0, 1);
    studio.shoot(fixture, QStringLiteral("scratch-confirmed"));
    shootDrag(studio, fixture);
    fixture.window->resize(800, 500);
    busy.choose(3, 0);
    studio.shoot(fixture, QStringLiteral("smallest"));
    fixture.window->resize(1400, 840);
}

void shootThemes(Studio &studio)
{
    auto &application = *static_cast<QApplication *>(QCoreApplication::instance());
    for (const auto &[theme, name] :
         {std::pair(Theme::Dark, "dark"), std::pair(Theme::HighContrast, "high-contrast")}) {
        applyTheme(application, theme);
        Busy busy;
        busy.choose(3, 1);
        studio.shoot(busy.fixture, QLatin1String(name));
        busy.choose(1, 0);
        studio.shoot(busy.fixture, QLatin1String(name) + QStringLiteral("-failed"));
    }
    applyTheme(application, Theme::Light);
    QApplication::setLayoutDirection(Qt::RightToLeft);
    Busy busy;
    busy.choose(3, 1);
    studio.shoot(busy.fixture, QStringLiteral("right-to-left"));
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

void shootLanguages(Studio &studio, LanguageSwitch &language)
{
    for (const auto *code : {"de", "fr"}) {
        language.use(QString::fromLatin1(code));
        Busy busy;
        busy.choose(3, 1);
        studio.shoot(busy.fixture, QStringLiteral("language-%1").arg(QLatin1String(code)));
    }
    language.use(QStringLiteral("en"));
}

void shootThirty(Studio &studio)
{
    WindowFixture fixture(30);
    fixture.addLibraries();
    fixture.openQueue();
    QList<TaskRecord> tasks;
    for (int i = 1; i <= 30; ++i)
        tasks.append(stagedTask(QStringLiteral("node-%1.vmdk").arg(i, 2, 10, QLatin1Char('0')), TaskKind::Import,
                                QStringLiteral("Office NAS"), plan(40, 20 + i, i / 40.0)));
    fixture.queue->add(tasks);
    fixture.open();
    pass(4000);
    studio.shoot(fixture, QStringLiteral("thirty-busy"));
}

void shootOne(Studio &studio)
{
    WindowFixture fixture;
    fixture.addLibraries();
    fixture.openQueue();
    const auto id = fixture.queue->add(
        stagedTask(QStringLiteral("web01.ova"), TaskKind::Import, QStringLiteral("Office NAS"), plan(40, 412, 0.1)));
    fixture.open();
    pass(600);
    fixture.window->choose({id});
    pass(9000);
    studio.shoot(fixture, QStringLiteral("one-busy"));
}

/// What is not encrypted end to end, beside what is: the status line and the rows say so.
void shootMixed(Studio &studio)
{
    WindowFixture fixture;
    fixture.addLibraries();
    fixture.openQueue();
    const QJsonObject service{{QStringLiteral("task"), QStringLiteral("import-ami-0a1b2c3d")},
                              {QStringLiteral("status"), QStringLiteral("active")},
                              {QStringLiteral("message"), QStringLiteral("converting")},
                              {QStringLiteral("progress"), 27}};
    auto ec2 = with(plan(40, 60, 0.1), "to", QStringLiteral("ec2-image"));
    ec2.insert(QStringLiteral("staged"), QJsonObject{{QStringLiteral("service"), service}});
    const auto ids = fixture.queue->add(
        {stagedTask(QStringLiteral("web01.ova"), TaskKind::Import, QStringLiteral("Office NAS"), plan(40, 412, 0.1)),
         stagedTask(QStringLiteral("legacy-erp.vhd"), TaskKind::Import, QStringLiteral("EC2 image in eu-west-1"), ec2),
         stagedTask(QStringLiteral("golden-deb12"), TaskKind::Export, QStringLiteral("/home/ada/vm/golden-deb12.vhdx"),
                    plan(16, 23, 0.12)),
         stagedTask(QStringLiteral("payroll"), TaskKind::Export, QStringLiteral("/home/ada/vm/payroll.qcow2.age"),
                    with(plan(16, 23, 0.3), "age-recipients", QJsonArray{QStringLiteral("age1...")}))});
    fixture.open();
    pass(600);
    fixture.window->choose({ids[1]});
    fixture.window->findChild<QTabWidget *>()->setCurrentIndex(0);
    pass(3000);
    studio.shoot(fixture, QStringLiteral("mixed-protection"));
}

} // namespace

/// Renders the window in each of its states into the folder that the first argument names.
int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setStyle(QStringLiteral("fusion"));
    QCoreApplication::setApplicationVersion(QStringLiteral("0.1.0"));
    LanguageSwitch language;
    language.use(QStringLiteral("en"));
    applyTheme(application, Theme::Light);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.size() < 2) {
        std::cerr << "Usage: screenshots FOLDER [NAME...]" << std::endl;
        return 2;
    }
    Studio studio(arguments[1]);
    const QList<std::pair<QString, std::function<void(Studio &)>>> scenes{
        {QStringLiteral("empty"), shootEmpty},
        {QStringLiteral("one"), shootOne},
        {QStringLiteral("busy"), shootBusy},
        {QStringLiteral("mixed"), shootMixed},
        {QStringLiteral("themes"), shootThemes},
        {QStringLiteral("languages"), [&language](Studio &s) { shootLanguages(s, language); }},
        {QStringLiteral("thirty"), shootThirty}};
    for (const auto &[name, scene] : scenes) {
        if (arguments.size() == 2 || arguments.contains(name))
            scene(studio);
    }
    return studio.isComplete() ? 0 : 1;
}
