#include "desktop/desktop.h"

#include "crypto/crypto_session.h"
#include "e2e/support/secret_search.h"
#include "ui/export/export_wizard.h"
#include "ui/import/import_sheet.h"
#include "ui/library/recovery_view.h"
#include "ui/library/unlock_dialog.h"
#include "ui/main_window/main_window.h"
#include "ui/queue/queue_summary.h"
#include "ui/queue/task_view.h"
#include "ui/support/dialog_bench.h"
#include "ui/welcome/welcome_wizard.h"

#include <QApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRandomGenerator>
#include <QTest>

#include <utility>

using namespace sealift;
using namespace sealift::test;

namespace {

constexpr qsizetype MiB = 1 << 20;
constexpr qsizetype kDiskSize = 8 * MiB;
constexpr qsizetype kMarkEvery = 4096;

const QByteArray kPassword = "Planted-Window-Password-q7Zk";
const QByteArray kWrongPassword = "Planted-Wrong-Password-x9";
const QByteArray kToken = "ghp_Planted0Planted1Planted2Planted3Plan";
const QByteArray kMarker = "PLANTED-WINDOW-PLAINTEXT-5b1e-";

/// The one window of that type that is open; null if there is none.
template <typename Window>
Window *opened()
{
    for (auto *widget : QApplication::topLevelWidgets()) {
        if (auto *window = qobject_cast<Window *>(widget); window != nullptr && window->isVisible())
            return window;
    }
    return nullptr;
}

bool writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The application as it is wired, in a home of its own: from the first start to an image that is out again, ended and
/// started once more. Afterwards nothing of what had to stay secret lies anywhere in that home.
class TestDesktop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void makesALibraryAtTheFirstStart();
    void importsWhatItIsGiven();
    void exportsIt();
    void knowsItsTasksWhenStartedAgain();
    void unlocksWithTheRightPasswordOnly();
    void keptNoSecret();

private:
    QString path(const QString &name) const { return m_home.filePath(name); }
    void start();
    void end();
    qsizetype receipts() const;
    QString libraryId() const;
    MainWindow &window() { return *opened<MainWindow>(); }

    QTemporaryDir m_home;
    std::unique_ptr<CryptoSession> m_session;
    DesktopPaths m_paths;
    std::unique_ptr<Desktop> m_desktop;
    QList<PlantedSecret> m_secrets;
    QByteArray m_content;
};

void TestDesktop::initTestCase()
{
    for (const auto *variable : {"SEALIFT_STATE", "SEALIFT_SCRATCH", "SEALIFT_CONFIG", "SEALIFT_CACHE",
                                 "SEALIFT_PASSWORD_FILE", "SEALIFT_LIBRARY"})
        qunsetenv(variable);
    qputenv("HOME", QFile::encodeName(m_home.path()));
    for (const auto &[variable, folder] : {std::pair{"XDG_CONFIG_HOME", ".config"},
                                           {"XDG_STATE_HOME", ".local/state"},
                                           {"XDG_CACHE_HOME", ".cache"},
                                           {"XDG_DATA_HOME", ".local/share"},
                                           {"TMPDIR", "tmp"}}) {
        const auto full = path(QString::fromLatin1(folder));
        QVERIFY(QDir().mkpath(full));
        qputenv(variable, QFile::encodeName(full));
    }
    auto session = CryptoSession::start();
    QVERIFY2(session.has_value(), session ? "" : qPrintable(session.error().what()));
    m_session = std::move(*session);
    const auto paths = desktopPaths();
    QVERIFY2(paths.has_value(), paths ? "" : qPrintable(paths.error().what()));
    m_paths = *paths;
    QVERIFY2(m_paths.state.state.startsWith(m_home.path()), qPrintable(m_paths.state.state));

    QVERIFY(QDir().mkpath(path(QStringLiteral("given"))));
    m_content.resize(kDiskSize);
    QRandomGenerator random(4711);
    random.fillRange(reinterpret_cast<quint32 *>(m_content.data()), kDiskSize / qsizetype{sizeof(quint32)});
    for (qsizetype at = 0; at < kDiskSize; at += kMarkEvery) {
        const auto marked = kMarker + QByteArray::number(at);
        m_content.replace(at, marked.size(), marked);
    }
    QVERIFY(writeFile(path(QStringLiteral("given/web01.raw")), m_content));
    m_secrets = {{QStringLiteral("the password"), kPassword},
                 {QStringLiteral("a wrong password"), kWrongPassword},
                 {QStringLiteral("a token"), kToken},
                 {QStringLiteral("the image's content"), kMarker}};
    // A search that finds nothing where there is something proves nothing.
    QVERIFY(writeFile(path(QStringLiteral("given/planted")), "before " + kPassword + kToken));
    QCOMPARE(secretsBelow({m_home.path()}, m_secrets, {}).size(), 3);
    start();
}

void TestDesktop::start()
{
    auto desktop = Desktop::start(*qApp, m_paths);
    QVERIFY2(desktop.has_value(), desktop ? "" : qPrintable(desktop.error().what()));
    m_desktop = std::move(*desktop);
    m_desktop->show({});
    QTRY_VERIFY(opened<MainWindow>() != nullptr);
}

/// As a user ends it, with nothing under way.
void TestDesktop::end()
{
    QTRY_COMPARE_WITH_TIMEOUT(window().summary().totals().active, 0, kPatience);
    auto *shown = &window();
    shown->close();
    QTRY_VERIFY_WITH_TIMEOUT(!shown->isVisible(), kPatience);
    m_desktop.reset();
}

qsizetype TestDesktop::receipts() const
{
    return QDir(m_paths.state.receipts()).entryList({QStringLiteral("*.json")}, QDir::Files).size();
}

QString TestDesktop::libraryId() const
{
    const auto list = QJsonDocument::fromJson(readFile(m_paths.libraries())).object();
    return list.value(u"libraries").toArray().first().toObject().value(u"id").toString();
}

void TestDesktop::makesALibraryAtTheFirstStart()
{
    QTRY_VERIFY(opened<WelcomeWizard>() != nullptr);
    auto *made = opened<WelcomeWizard>();
    const auto next = [made] {
        QTRY_VERIFY_WITH_TIMEOUT(made->button(QWizard::NextButton)->isEnabled(), kPatience);
        made->next();
    };
    next();
    QCOMPARE(made->currentId(), static_cast<int>(WelcomeWizard::NewPlace));
    next();
    QCOMPARE(made->currentId(), static_cast<int>(WelcomeWizard::NewPassword));
    for (const auto *field : {"password", "passwordRepeated"})
        QTest::keyClicks(visible<QLineEdit>(*made, field), QString::fromLatin1(kPassword));
    QTRY_VERIFY_WITH_TIMEOUT(made->button(QWizard::CommitButton)->isEnabled(), kPatience);
    made->next();
    QTRY_COMPARE_WITH_TIMEOUT(made->currentId(), static_cast<int>(WelcomeWizard::Recovery), kPatience);
    const auto passphrase = visible<QLabel>(*made, "passphrase")->text().remove(u'\n');
    m_secrets.append({QStringLiteral("the recovery passphrase"), passphrase.toLatin1()});
    const auto groups = passphrase.split(u'-');
    const auto asked = made->findChild<RecoveryView *>()->asked();
    QTest::keyClicks(visible<QLineEdit>(*made, "group1"), groups[asked[0] - 1]);
    QTest::keyClicks(visible<QLineEdit>(*made, "group2"), groups[asked[1] - 1]);
    next();
    QCOMPARE(made->currentId(), static_cast<int>(WelcomeWizard::Scratch));
    if (made->nextId() >= 0)
        next();
    QTRY_VERIFY_WITH_TIMEOUT(made->button(QWizard::FinishButton)->isEnabled(), kPatience);
    made->accept();
    QTRY_VERIFY(opened<WelcomeWizard>() == nullptr);
    QVERIFY(QFileInfo::exists(m_paths.newLibrary() + QStringLiteral("/config")));
}

void TestDesktop::importsWhatItIsGiven()
{
    // As a second start of the program hands it over.
    m_desktop->activate({path(QStringLiteral("given/web01.raw"))});
    QTRY_VERIFY(opened<ImportSheet>() != nullptr);
    auto *sheet = opened<ImportSheet>();
    auto *tags = sheet->findChild<QLineEdit *>(QStringLiteral("tags"));
    auto *import = sheet->findChild<QPushButton *>(QStringLiteral("import"));
    QTRY_VERIFY_WITH_TIMEOUT(import->isEnabled(), kPatience);
    // What looks secret is refused where it stands.
    tags->setText(QString::fromLatin1(kToken));
    QTRY_VERIFY_WITH_TIMEOUT(!import->isEnabled(), kPatience);
    tags->setText(QStringLiteral("june"));
    QTRY_VERIFY_WITH_TIMEOUT(import->isEnabled(), kPatience);
    import->click();
    QTRY_COMPARE_WITH_TIMEOUT(receipts(), 1, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(window().summary().totals().active, 0, kPatience);
}

void TestDesktop::exportsIt()
{
    QVERIFY(QDir().mkpath(path(QStringLiteral("exported"))));
    const auto snapshots = QDir(m_paths.newLibrary() + QStringLiteral("/snapshots")).entryList(QDir::Files);
    QCOMPARE(snapshots.size(), 1);
    Q_EMIT window().exportRequested(libraryId(), snapshots.first());
    QTRY_VERIFY(opened<ExportWizard>() != nullptr);
    auto *made = opened<ExportWizard>();
    const auto next = [made] {
        QTRY_VERIFY_WITH_TIMEOUT(made->button(QWizard::NextButton)->isEnabled(), kPatience);
        made->next();
    };
    next();
    QCOMPARE(made->currentId(), static_cast<int>(ExportWizard::Target));
    auto *targets = made->findChild<QListWidget *>(QStringLiteral("targets"));
    for (int row = 0; row < targets->count(); ++row) {
        if (targets->item(row)->data(Qt::UserRole).toString() == QLatin1String("xen"))
            targets->setCurrentRow(row);
    }
    next();
    visible<QLineEdit>(*made, "path")->setText(path(QStringLiteral("exported/web01.raw")));
    next();
    choosePlain(*made);
    next();
    made->accept();
    QTRY_COMPARE_WITH_TIMEOUT(receipts(), 2, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(window().summary().totals().active, 0, kPatience);
    QVERIFY(readFile(path(QStringLiteral("exported/web01.raw"))) == m_content);
}

void TestDesktop::knowsItsTasksWhenStartedAgain()
{
    end();
    start();
    auto *view = window().findChild<TaskView *>();
    QVERIFY(view != nullptr);
    QTRY_COMPARE_WITH_TIMEOUT(view->model()->rowCount(), 2, kPatience);
    QVERIFY(opened<WelcomeWizard>() == nullptr);
}

void TestDesktop::unlocksWithTheRightPasswordOnly()
{
    // An import that nobody can do yet: its library is locked.
    m_desktop->activate({path(QStringLiteral("given/web01.raw"))});
    QTRY_VERIFY(opened<ImportSheet>() != nullptr);
    auto *sheet = opened<ImportSheet>();
    auto *unlock = sheet->findChild<QPushButton *>(QStringLiteral("unlockChosen"));
    QTRY_VERIFY_WITH_TIMEOUT(unlock->isVisible() && unlock->isEnabled(), kPatience);
    unlock->click();
    QTRY_VERIFY(opened<UnlockDialog>() != nullptr);
    auto *dialog = opened<UnlockDialog>();
    auto *field = dialog->findChild<QLineEdit *>(QStringLiteral("unlockPassword"));
    auto *button = dialog->findChild<QPushButton *>(QStringLiteral("unlock"));
    QTest::keyClicks(field, QString::fromLatin1(kWrongPassword));
    button->click();
    QTRY_VERIFY_WITH_TIMEOUT(!field->isEnabled() || field->text().isEmpty() || button->isEnabled(), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(field->isEnabled(), kPatience);
    QVERIFY(opened<UnlockDialog>() != nullptr);
    field->clear();
    QTest::keyClicks(field, QString::fromLatin1(kPassword));
    button->click();
    QTRY_VERIFY_WITH_TIMEOUT(opened<UnlockDialog>() == nullptr, kPatience);
    auto *import = sheet->findChild<QPushButton *>(QStringLiteral("import"));
    QTRY_VERIFY_WITH_TIMEOUT(import->isEnabled(), kPatience);
    import->click();
    QTRY_COMPARE_WITH_TIMEOUT(receipts(), 3, kPatience);
}

void TestDesktop::keptNoSecret()
{
    end();
    QVERIFY(QFile::remove(path(QStringLiteral("given/planted"))));
    const auto found =
        secretsBelow({m_home.path()}, m_secrets, {path(QStringLiteral("given")), path(QStringLiteral("exported"))});
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    // The scratch root is empty, and what is kept is the user's alone.
    QVERIFY(QDir(m_paths.state.scratch).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).isEmpty());
    constexpr auto kOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    for (const auto &kept : {m_paths.settings(), m_paths.libraries(), m_paths.state.journal()})
        QVERIFY2(!(QFile::permissions(kept) & kOthers), qPrintable(kept));
}

QTEST_MAIN(TestDesktop)

#include "tst_desktop.moc"
