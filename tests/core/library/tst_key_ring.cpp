#include "library/key_file.h"
#include "library/key_ring.h"
#include "library/master_key.h"

#include "library/object_names.h"
#include "support/memory_store.h"
#include "support/test_library.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace sealift;
using test::kCheapScrypt;
using test::MemoryStore;

namespace {

bool isSame(const SealingKey &a, const SealingKey &b)
{
    return a.encrypt == b.encrypt && a.macK == b.macK && a.macR == b.macR;
}

} // namespace

class TestKeyRing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void masterKeyComesBack();
    void refusesBadMasterKeys_data();
    void refusesBadMasterKeys();
    void keyFileComesBack();
    void isLaidOutAsDocumented();
    void refusesBadKeyFiles_data();
    void refusesBadKeyFiles();
    void doesNotTakeTheMachineDown_data();
    void doesNotTakeTheMachineDown();
    void triesEveryKey();
    void tellsWrongFromDamaged();
    void addsListsAndRemoves();
    void replacesTheCurrentKey();
    void keepsTheOldKeyWhereTheNewOneFails();
    void refusesAnEmptyPassword();

private:
    std::unique_ptr<CryptoSession> m_session;
    SealingKey m_master;
};

void TestKeyRing::initTestCase()
{
    m_session = CryptoSession::start().value();
    m_master = SealingKey::random();
}

void TestKeyRing::cleanupTestCase()
{
    m_master = {};
    m_session.reset();
}

void TestKeyRing::masterKeyComesBack()
{
    auto json = masterKeyToJson(m_master);
    const auto object = QJsonDocument::fromJson(json.toByteArray()).object();
    QCOMPARE(QByteArray::fromBase64(object.value(QStringLiteral("encrypt")).toString().toLatin1()),
             m_master.encrypt.toByteArray());
    const auto mac = object.value(QStringLiteral("mac")).toObject();
    QCOMPARE(QByteArray::fromBase64(mac.value(QStringLiteral("k")).toString().toLatin1()), m_master.macK.toByteArray());
    QCOMPARE(QByteArray::fromBase64(mac.value(QStringLiteral("r")).toString().toLatin1()), m_master.macR.toByteArray());
    QVERIFY(isSame(masterKeyFromJson(json).value(), m_master));
}

void TestKeyRing::refusesBadMasterKeys_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("{");
    QTest::newRow("list") << QByteArray("[]");
    QTest::newRow("nothing in it") << QByteArray("{}");
    const QByteArray k16("\"AAECAwQFBgcICQoLDA0ODw==\"");
    const QByteArray k32("\"AAECAwQFBgcICQoLDA0ODwABAgMEBQYHCAkKCwwNDg8=\"");
    const auto document = [](const QByteArray &k, const QByteArray &r, const QByteArray &encrypt) {
        return QByteArray("{\"mac\":{\"k\":") + k + ",\"r\":" + r + "},\"encrypt\":" + encrypt + "}";
    };
    QTest::newRow("short part") << document(k16, k16, k16);
    QTest::newRow("long part") << document(k32, k16, k32);
    QTest::newRow("number") << document(k16, "5", k32);
    QTest::newRow("no base64") << document(k16, "\"!AECAwQFBgcICQoLDA0ODw==\"", k32);
    QTest::newRow("all zero") << document(k16, "\"AAAAAAAAAAAAAAAAAAAAAA==\"", k32);
    QTest::newRow("nested deeply") << QByteArray(10'000, '[');
}

void TestKeyRing::refusesBadMasterKeys()
{
    QFETCH(const QByteArray, json);
    QCA::SecureArray text(json);
    const auto key = masterKeyFromJson(text);
    QVERIFY(!key);
    QCOMPARE(key.error().code(), ErrorCode::Corrupt);
}

void TestKeyRing::keyFileComesBack()
{
    const auto file = KeyFile::create(m_master, QCA::SecureArray("geheim"), kCheapScrypt).value();
    const auto back = KeyFile::parse(file.toJson(), QStringLiteral("key")).value();
    QCOMPARE(back.created, file.created);
    QCOMPARE(back.username, file.username);
    QCOMPARE(back.hostname, file.hostname);
    QCOMPARE(back.scrypt, kCheapScrypt);
    QVERIFY(isSame(back.open(QCA::SecureArray("geheim"), QStringLiteral("key")).value(), m_master));
    const auto wrong = back.open(QCA::SecureArray("geheim "), QStringLiteral("key 4711"));
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().code(), ErrorCode::WrongPassword);
}

void TestKeyRing::isLaidOutAsDocumented()
{
    const auto file = KeyFile::create(m_master, QCA::SecureArray("geheim"), kCheapScrypt).value();
    const auto object = QJsonDocument::fromJson(file.toJson()).object();
    QCOMPARE(object.value(QStringLiteral("kdf")).toString(), QStringLiteral("scrypt"));
    QCOMPARE(object.value(QStringLiteral("N")).toInt(), 16);
    QCOMPARE(object.value(QStringLiteral("r")).toInt(), 8);
    QCOMPARE(object.value(QStringLiteral("p")).toInt(), 1);
    // restic takes no other length.
    QCOMPARE(QByteArray::fromBase64(object.value(QStringLiteral("salt")).toString().toLatin1()).size(), 64);
    QVERIFY(!object.value(QStringLiteral("created")).toString().isEmpty());
}

void TestKeyRing::refusesBadKeyFiles_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("word");
    const auto good = KeyFile::create(SealingKey::random(), QCA::SecureArray("x"), kCheapScrypt).value().toJson();
    const auto with = [&good](const QByteArray &from, const QByteArray &to) {
        return QByteArray(good).replace(from, to);
    };
    QTest::newRow("no JSON") << good.chopped(1) << ErrorCode::Corrupt << "JSON";
    QTest::newRow("other KDF") << with("\"scrypt\"", "\"argon2\"") << ErrorCode::Unsupported << "argon2";
    QTest::newRow("N is text") << with("\"N\":16", "\"N\":\"16\"") << ErrorCode::Corrupt << "\"N\"";
    QTest::newRow("negative N") << with("\"N\":16", "\"N\":-16") << ErrorCode::Corrupt << "\"N\"";
    QTest::newRow("r of 0") << with("\"r\":8", "\"r\":0") << ErrorCode::Corrupt << "\"r\"";
    QTest::newRow("p beyond 32 bits") << with("\"p\":1", "\"p\":4294967297") << ErrorCode::Corrupt << "\"p\"";
    QTest::newRow("no salt") << with("\"salt\"", "\"pepper\"") << ErrorCode::Corrupt << "salt";
    QTest::newRow("bad time") << with("\"created\":\"2", "\"created\":\"x") << ErrorCode::Corrupt << "created";
}

void TestKeyRing::refusesBadKeyFiles()
{
    QFETCH(const QByteArray, json);
    QFETCH(const ErrorCode, code);
    QFETCH(const QString, word);
    const auto file = KeyFile::parse(json, QStringLiteral("key 4711"));
    QVERIFY(!file);
    QCOMPARE(file.error().code(), code);
    QVERIFY2(file.error().what().contains(word), qPrintable(file.error().what()));
    QVERIFY(file.error().what().startsWith(QStringLiteral("key 4711")));
}

void TestKeyRing::doesNotTakeTheMachineDown_data()
{
    QTest::addColumn<quint64>("N");
    QTest::addColumn<quint32>("r");
    QTest::addColumn<quint32>("p");
    QTest::newRow("2 TiB") << (quint64{1} << 31) << 8U << 1U;
    QTest::newRow("no power of two") << quint64{17} << 8U << 1U;
    QTest::newRow("r of four billions") << quint64{16} << 0xffffffffU << 1U;
    QTest::newRow("p of four billions") << quint64{16} << 8U << 0xffffffffU;
}

void TestKeyRing::doesNotTakeTheMachineDown()
{
    QFETCH(const quint64, N);
    QFETCH(const quint32, r);
    QFETCH(const quint32, p);
    auto file = KeyFile::create(m_master, QCA::SecureArray("x"), kCheapScrypt).value();
    file.scrypt = {N, r, p};
    const auto opened = file.open(QCA::SecureArray("x"), QStringLiteral("key 4711"));
    QVERIFY(!opened);
    QCOMPARE(opened.error().code(), ErrorCode::Corrupt);
    QVERIFY(opened.error().what().startsWith(QStringLiteral("key 4711")));
}

void TestKeyRing::triesEveryKey()
{
    MemoryStore store;
    std::vector<FileId> ids;
    for (const char *password : {"one", "two", "three"})
        ids.push_back(storeKey(store, m_master, QCA::SecureArray(password), kCheapScrypt, {}).value());
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const char *passwords[] = {"one", "two", "three"};
        const auto opened = findKey(store, QCA::SecureArray(passwords[i]), {}).value();
        QCOMPARE(opened.id, ids[i]);
        QVERIFY(isSame(opened.master, m_master));
    }
    QCOMPARE(findKey(store, QCA::SecureArray("four"), {}).error().code(), ErrorCode::WrongPassword);
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(findKey(store, QCA::SecureArray("one"), stop.get_token()).error().code(), ErrorCode::Cancelled);
}

void TestKeyRing::tellsWrongFromDamaged()
{
    MemoryStore store;
    QCOMPARE(findKey(store, QCA::SecureArray("one"), {}).error().code(), ErrorCode::NotFound);
    const auto good = storeKey(store, m_master, QCA::SecureArray("one"), kCheapScrypt, {}).value();
    const auto bad = storeKey(store, m_master, QCA::SecureArray("two"), kCheapScrypt, {}).value();
    store.flipBit(fileObjectName(FileKind::Key, bad), -10);
    // A damaged one does not keep the others from opening.
    QCOMPARE(findKey(store, QCA::SecureArray("one"), {}).value().id, good);
    const auto failed = findKey(store, QCA::SecureArray("two"), {});
    QVERIFY(!failed);
    QCOMPARE(failed.error().code(), ErrorCode::Corrupt);
    QVERIFY2(failed.error().what().contains(bad.hex()), qPrintable(failed.error().what()));
}

void TestKeyRing::addsListsAndRemoves()
{
    MemoryStore store;
    const auto first = storeKey(store, m_master, QCA::SecureArray("one"), kCheapScrypt, {}).value();
    const KeyRing ring(store, m_master, first);
    QCOMPARE(ring.remove(first, KeyRing::AllowCurrent::Yes, {}).error().code(), ErrorCode::InvalidArgument);
    const auto second = ring.add(QCA::SecureArray("two"), kCheapScrypt, {}).value();
    const auto keys = ring.list({}).value();
    QCOMPARE(keys.size(), std::size_t{2});
    QCOMPARE(std::count_if(keys.begin(), keys.end(), [](const KeyInfo &key) { return key.isCurrent; }), 1);
    for (const auto &key : keys) {
        QCOMPARE(key.isCurrent, key.id == first);
        QVERIFY(!key.hostname.isEmpty());
        QVERIFY(qAbs(key.created.secsTo(QDateTime::currentDateTimeUtc())) < 60);
    }
    QVERIFY(isSame(findKey(store, QCA::SecureArray("two"), {}).value().master, m_master));
    QCOMPARE(ring.remove(first, KeyRing::AllowCurrent::No, {}).error().code(), ErrorCode::InvalidArgument);
    QCOMPARE(ring.remove(sha256({}), KeyRing::AllowCurrent::No, {}).error().code(), ErrorCode::NotFound);
    QVERIFY(ring.remove(first, KeyRing::AllowCurrent::Yes, {}));
    QCOMPARE(findKey(store, QCA::SecureArray("one"), {}).error().code(), ErrorCode::WrongPassword);
    QCOMPARE(ring.remove(second, KeyRing::AllowCurrent::No, {}).error().code(), ErrorCode::InvalidArgument);
    QVERIFY(findKey(store, QCA::SecureArray("two"), {}));
}

void TestKeyRing::replacesTheCurrentKey()
{
    MemoryStore store;
    const auto first = storeKey(store, m_master, QCA::SecureArray("one"), kCheapScrypt, {}).value();
    const auto other = storeKey(store, m_master, QCA::SecureArray("other"), kCheapScrypt, {}).value();
    const KeyRing ring(store, m_master, first);
    // At no moment is there no way in: when the old one goes, the new one opens.
    bool wasAskedToRemove = false;
    store.beforeChange = [&](const QString &name) -> std::optional<Error> {
        if (name.endsWith(first.hex())) {
            wasAskedToRemove = true;
            if (!findKey(store, QCA::SecureArray("two"), {}))
                return Error(ErrorCode::Internal, QStringLiteral("removed too early"));
        }
        return std::nullopt;
    };
    const auto second = ring.replaceCurrent(QCA::SecureArray("two"), kCheapScrypt, {});
    QVERIFY2(second, second ? "" : qPrintable(second.error().what()));
    QVERIFY(wasAskedToRemove);
    QCOMPARE(findKey(store, QCA::SecureArray("two"), {}).value().id, *second);
    QCOMPARE(findKey(store, QCA::SecureArray("other"), {}).value().id, other);
    QCOMPARE(findKey(store, QCA::SecureArray("one"), {}).error().code(), ErrorCode::WrongPassword);
    QCOMPARE(ring.list({}).value().size(), std::size_t{2});
}

namespace {

/// Keeps something else than it was given.
class ForgetfulStore : public test::BorrowedStore
{
public:
    using BorrowedStore::BorrowedStore;
    Result<QByteArray> readAll(const QString &name, qint64 maxSize, std::stop_token stop) override
    {
        auto content = BorrowedStore::readAll(name, maxSize, stop);
        if (content && name != spared)
            (*content)[content->size() / 2] = '#';
        return content;
    }
    QString spared;
};

} // namespace

void TestKeyRing::keepsTheOldKeyWhereTheNewOneFails()
{
    MemoryStore store;
    const auto first = storeKey(store, m_master, QCA::SecureArray("one"), kCheapScrypt, {}).value();
    ForgetfulStore forgetful(store);
    forgetful.spared = fileObjectName(FileKind::Key, first);
    const KeyRing ring(forgetful, m_master, first);
    const auto replaced = ring.replaceCurrent(QCA::SecureArray("two"), kCheapScrypt, {});
    QCOMPARE(replaced.error().code(), ErrorCode::Corrupt);
    QVERIFY(replaced.error().remedy().contains(QStringLiteral("old password is still valid")));
    QCOMPARE(findKey(store, QCA::SecureArray("one"), {}).value().id, first);
    QCOMPARE(store.names(QStringLiteral("keys/")).size(), 1);

    // Where the old one cannot be removed, both open.
    store.beforeChange = [&first](const QString &name) -> std::optional<Error> {
        if (name.endsWith(first.hex()))
            return Error(ErrorCode::Network, QStringLiteral("the cable is out"));
        return std::nullopt;
    };
    const auto half = KeyRing(store, m_master, first).replaceCurrent(QCA::SecureArray("two"), kCheapScrypt, {});
    QCOMPARE(half.error().code(), ErrorCode::Network);
    QVERIFY(half.error().what().contains(QStringLiteral("the old one still does")));
    QVERIFY(findKey(store, QCA::SecureArray("one"), {}) && findKey(store, QCA::SecureArray("two"), {}));
}

void TestKeyRing::refusesAnEmptyPassword()
{
    MemoryStore store;
    const auto stored = storeKey(store, m_master, QCA::SecureArray(), kCheapScrypt, {});
    QVERIFY(!stored);
    QCOMPARE(stored.error().code(), ErrorCode::InvalidArgument);
    QVERIFY(store.names(QString()).isEmpty());
}

QTEST_GUILESS_MAIN(TestKeyRing)
#include "tst_key_ring.moc"
