#include "common/config_file.h"
#include "desktop/services/image_changer.h"
#include "desktop/services/keyring.h"
#include "desktop/services/libraries.h"
#include "desktop/services/password_vault.h"
#include "desktop/services/settings_store.h"
#include "desktop/services/store_opener.h"

#include "storage/folder_store.h"
#include "support/test_library.h"

#include "storage/open_store.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sealift;

namespace {

constexpr int kPatience = 20000;
const auto kPassword = QByteArrayLiteral("test");

/// Error has no default constructor, which QVariant::value() would want.
ErrorCode codeOf(const QVariant &error)
{
    return static_cast<const Error *>(error.constData())->code();
}

} // namespace

/// The libraries of the user as the window's services know them: real ones, in folders.
class TestLibraries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_session = CryptoSession::start().value(); }
    void cleanupTestCase() { m_session.reset(); }
    void init();
    void cleanup();
    void createsOneWithARecoveryPassphrase();
    void createsNoneWhereThereIsSomething();
    void unlocksAndLists();
    void staysLockedWithAWrongPassword();
    void saysWhatIsUnreachable();
    void keepsTheListWithoutSecrets();
    void showsWhatItCanOfADamagedList();
    void forgetsWithoutTouchingWhatIsStored();
    void locksByErasingThePassword();
    void opensForTasks();
    void removesAndTagsImages();

private:
    void start();
    QString makeLibrary();
    std::optional<LibraryInfo> waitFor(const QString &id, LibraryState state);

    std::unique_ptr<CryptoSession> m_session;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<StoreOpener> m_stores;
    std::unique_ptr<PasswordVault> m_vault;
    std::unique_ptr<Keyring> m_keyring;
    std::unique_ptr<SettingsStore> m_settings;
    std::unique_ptr<Libraries> m_libraries;
};

void TestLibraries::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    start();
}

void TestLibraries::cleanup()
{
    m_libraries.reset();
    m_settings.reset();
    m_vault.reset();
    m_stores.reset();
    m_folder.reset();
}

void TestLibraries::start()
{
    m_libraries.reset();
    m_settings.reset();
    m_stores = std::make_unique<StoreOpener>();
    m_vault = std::make_unique<PasswordVault>(*m_stores);
    m_keyring = std::make_unique<Keyring>(QStringLiteral("sealift-test"));
    m_settings = std::make_unique<SettingsStore>(m_folder->filePath(QStringLiteral("config/desktop.json")),
                                                 m_folder->filePath(QStringLiteral("scratch")));
    m_libraries = std::make_unique<Libraries>(m_folder->filePath(QStringLiteral("config/libraries.json")), *m_stores,
                                              *m_vault, *m_keyring, *m_settings);
}

QString TestLibraries::makeLibrary()
{
    const auto path = m_folder->filePath(QStringLiteral("office"));
    const auto repository =
        Repository::create(std::make_unique<FolderStore>(path), QCA::SecureArray(kPassword), {test::kCheapScrypt}, {})
            .value();
    test::storeImage(*repository, QStringLiteral("old"), test::noise(1 << 20, 1), 512 * 1024,
                     QDateTime::currentDateTimeUtc().addDays(-1));
    test::storeImage(*repository, QStringLiteral("new"), test::noise(1 << 20, 2), 512 * 1024);
    return path;
}

std::optional<LibraryInfo> TestLibraries::waitFor(const QString &id, LibraryState state)
{
    const bool isThere = QTest::qWaitFor(
        [&] {
            const auto library = m_libraries->library(id);
            return library && library->state == state;
        },
        kPatience);
    return isThere ? m_libraries->library(id) : std::nullopt;
}

void TestLibraries::createsOneWithARecoveryPassphrase()
{
    QSignalSpy created(m_libraries.get(), &LibraryService::created);
    const auto path = m_folder->filePath(QStringLiteral("fresh"));
    m_libraries->create({QStringLiteral("Fresh"), path + QStringLiteral("/"), QCA::SecureArray("geheim"), true, false});
    QVERIFY(created.wait(kPatience));
    const auto id = created.first().at(0).toString();
    const auto passphrase = created.first().at(1).value<QCA::SecureArray>();
    QCOMPARE(passphrase.size(), 47);
    const auto library = waitFor(id, LibraryState::Unlocked);
    QVERIFY(library);
    QCOMPARE(library->name, QStringLiteral("Fresh"));
    QCOMPARE(library->location, path);
    QCOMPARE(library->images, std::optional<qsizetype>(0));
    QVERIFY(openLibraryIn(openStore(path).value(), passphrase, {}));
    QVERIFY(openLibraryIn(openStore(path).value(), QCA::SecureArray("geheim"), {}));
}

void TestLibraries::createsNoneWhereThereIsSomething()
{
    QSignalSpy failed(m_libraries.get(), &LibraryService::failed);
    m_libraries->create({QStringLiteral("Second"), makeLibrary(), QCA::SecureArray("x"), true, false});
    QVERIFY(failed.wait(kPatience));
    QCOMPARE(failed.first().at(0).toString(), QString());
    QCOMPARE(codeOf(failed.first().at(1)), ErrorCode::AlreadyExists);
    QVERIFY(m_libraries->libraries().isEmpty());
}

void TestLibraries::unlocksAndLists()
{
    QSignalSpy images(m_libraries.get(), &LibraryService::imagesChanged);
    const auto id = m_libraries->add(QStringLiteral("Office"), {makeLibrary()});
    QVERIFY(waitFor(id, LibraryState::Locked));
    QVERIFY(m_libraries->images(id).empty());
    m_libraries->unlock(id, QCA::SecureArray(kPassword), false);
    QCOMPARE(m_libraries->library(id)->state, LibraryState::Unlocking);
    const auto library = waitFor(id, LibraryState::Unlocked);
    QVERIFY(library);
    QCOMPARE(library->images, std::optional<qsizetype>(2));
    QCOMPARE(images.size(), 1);
    const auto listed = m_libraries->images(id);
    QCOMPARE(listed.size(), std::size_t{2});
    QCOMPARE(listed.front().name, QStringLiteral("new"));
}

void TestLibraries::staysLockedWithAWrongPassword()
{
    QSignalSpy failed(m_libraries.get(), &LibraryService::failed);
    const auto id = m_libraries->add(QStringLiteral("Office"), {makeLibrary()});
    QVERIFY(waitFor(id, LibraryState::Locked));
    m_libraries->unlock(id, QCA::SecureArray("wrong"), false);
    QVERIFY(failed.wait(kPatience));
    QCOMPARE(codeOf(failed.first().at(1)), ErrorCode::WrongPassword);
    QCOMPARE(m_libraries->library(id)->state, LibraryState::Locked);
    QVERIFY(!m_vault->has(m_libraries->library(id)->location));
}

void TestLibraries::saysWhatIsUnreachable()
{
    const auto id = m_libraries->add(QStringLiteral("Gone"), {m_folder->filePath(QStringLiteral("nowhere"))});
    const auto library = waitFor(id, LibraryState::Unreachable);
    QVERIFY(library);
    QCOMPARE(library->problem->code(), ErrorCode::NotFound);

    // Its drive was plugged in meanwhile.
    QVERIFY(QDir().rename(makeLibrary(), m_folder->filePath(QStringLiteral("nowhere"))));
    m_libraries->refresh(id);
    QVERIFY(waitFor(id, LibraryState::Locked));
}

void TestLibraries::keepsTheListWithoutSecrets()
{
    const auto id = m_libraries->add(QStringLiteral("Büro"), {makeLibrary()});
    QCOMPARE(m_libraries->add(QStringLiteral("again"), {m_folder->filePath(QStringLiteral("office/."))}), id);
    m_libraries->unlock(id, QCA::SecureArray(kPassword), false);
    QVERIFY(waitFor(id, LibraryState::Unlocked));
    m_libraries->rename(id, QStringLiteral("Büro 2"));
    start();
    QCOMPARE(m_libraries->libraries().size(), 1);
    QVERIFY(waitFor(id, LibraryState::Locked));
    QCOMPARE(m_libraries->library(id)->name, QStringLiteral("Büro 2"));

    QFile file(m_folder->filePath(QStringLiteral("config/libraries.json")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("\"test\""));
    QCOMPARE(QFileInfo(file).permissions() & 0x0077, QFileDevice::Permissions());
}

void TestLibraries::showsWhatItCanOfADamagedList()
{
    m_libraries.reset();
    const QJsonObject good{{QStringLiteral("id"), QStringLiteral("1")},
                           {QStringLiteral("name"), QStringLiteral("Good")},
                           {QStringLiteral("location"), makeLibrary()},
                           {QStringLiteral("remembered"), false}};
    const QJsonObject bad{{QStringLiteral("id"), 7}};
    test::require(
        writeConfigFile(m_folder->filePath(QStringLiteral("config/libraries.json")),
                        {{QStringLiteral("version"), 1}, {QStringLiteral("libraries"), QJsonArray{bad, good}}}));
    start();
    QCOMPARE(m_libraries->libraries().size(), 1);
    QCOMPARE(m_libraries->problems().size(), 1);
    QVERIFY(waitFor(QStringLiteral("1"), LibraryState::Locked));
}

void TestLibraries::forgetsWithoutTouchingWhatIsStored()
{
    const auto path = makeLibrary();
    const auto id = m_libraries->add(QStringLiteral("Office"), {path});
    m_libraries->unlock(id, QCA::SecureArray(kPassword), false);
    QVERIFY(waitFor(id, LibraryState::Unlocked));
    m_libraries->forget(id);
    QVERIFY(m_libraries->libraries().isEmpty());
    QVERIFY(!m_vault->has(path));
    QVERIFY(openLibraryIn(openStore(path).value(), QCA::SecureArray(kPassword), {}));
    start();
    QVERIFY(m_libraries->libraries().isEmpty());
}

void TestLibraries::locksByErasingThePassword()
{
    const auto path = makeLibrary();
    const auto id = m_libraries->add(QStringLiteral("Office"), {path});
    m_libraries->unlock(id, QCA::SecureArray(kPassword), false);
    QVERIFY(waitFor(id, LibraryState::Unlocked));
    QVERIFY(m_vault->has(path));
    m_libraries->refresh(id);
    m_libraries->lock(id); // while it is being listed
    QVERIFY(!m_vault->has(path));
    QTest::qWait(1000);
    QCOMPARE(m_libraries->library(id)->state, LibraryState::Locked);
    QVERIFY(!m_vault->has(path));
    QVERIFY(m_libraries->images(id).empty());
}

void TestLibraries::opensForTasks()
{
    const auto path = makeLibrary();
    const auto closed = m_vault->openTaskLibrary({path, {}}, {});
    QVERIFY(!closed);
    QCOMPARE(closed.error().code(), ErrorCode::Locked);
    QVERIFY(!m_vault->canOpen({path, {}}));
    m_vault->put(path, QCA::SecureArray(kPassword));
    QVERIFY(m_vault->canOpen({path, {}}));
    QVERIFY(m_vault->openTaskLibrary({path, {}}, {}));

    QFile file(m_folder->filePath(QStringLiteral("password")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("test\n");
    file.close();
    m_vault->erase(path);
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::ReadOther);
    const auto open = m_vault->openTaskLibrary({path, file.fileName()}, {});
    QVERIFY(!open);
    QCOMPARE(open.error().code(), ErrorCode::Unsafe);
    file.setPermissions(QFileDevice::ReadOwner);
    QVERIFY(m_vault->openTaskLibrary({path, file.fileName()}, {}));
}

void TestLibraries::removesAndTagsImages()
{
    ImageChanger changer(*m_libraries, *m_vault);
    QSignalSpy images(m_libraries.get(), &LibraryService::imagesChanged);
    const auto id = m_libraries->add(QStringLiteral("Office"), {makeLibrary()});
    m_libraries->unlock(id, QCA::SecureArray(kPassword), false);
    QVERIFY(images.wait(kPatience));
    changer.setTags(id, m_libraries->images(id).front().snapshot, {QStringLiteral("june")});
    QVERIFY(images.wait(kPatience));
    QCOMPARE(m_libraries->images(id).front().tags, QStringList{QStringLiteral("june")});
    changer.remove(id, {m_libraries->images(id).back().snapshot});
    QVERIFY(images.wait(kPatience));
    QCOMPARE(m_libraries->images(id).size(), std::size_t{1});

    QSignalSpy failed(&changer, &ImageService::failed);
    changer.remove(id, {SnapshotId()});
    QVERIFY(failed.wait(kPatience));
    QCOMPARE(codeOf(failed.first().at(1)), ErrorCode::NotFound);
}

QTEST_MAIN(TestLibraries)

#include "tst_libraries.moc"
