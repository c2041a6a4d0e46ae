// Libraries in buckets of a real gateway, by the window's own services and dialogs.

#include "ui/library/mfa_dialog.h"
#include "ui/library/open_library_dialog.h"
#include "ui/library/place_form.h"
#include "ui/support/dialog_bench.h"
#include "ui/support/verify_sound.h"

#include "library/repository.h"
#include "support/rgw.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QUuid>

#include <thread>

using namespace sealift;
using namespace sealift::test;

class TestBucketLibraries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void looksAtPlaces();
    void makesOneAndOpensItAgain();
    void opensOneByTheDialog();
    void saysWhatIsWrong();
    void asksForCodes();
    void takesCodesOfSixDigits();

private:
    PlaceFacts factsOf(const LibraryPlace &place);
    StoreSettings store() const
    {
        StoreSettings settings;
        settings.caFile = m_rgw.value("RGW_CA");
        return settings;
    }
    /// A library with the password "geheim 7"; its id.
    QString makeLibrary();

    const Rgw m_rgw;
    std::unique_ptr<DialogBench> m_bench;
    QString m_location;
};

void TestBucketLibraries::initTestCase()
{
    QVERIFY2(m_rgw.isThere(), "start one by tests/support/rgw.sh");
    const auto environment = m_rgw.environment();
    for (const auto *name : {"AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_DEFAULT_REGION"})
        qputenv(name, environment.value(QString::fromLatin1(name)).toUtf8());
    // There may be one of another test.
    static_cast<void>(m_rgw.aws({QStringLiteral("s3"), QStringLiteral("mb"), QStringLiteral("s3://e2e")}));
    // The window has fields for these.
    qunsetenv("SEALIFT_CA_FILE");
    qunsetenv("AWS_CA_BUNDLE");
}

void TestBucketLibraries::init()
{
    m_bench = std::make_unique<DialogBench>();
    m_location = m_rgw.location(QStringLiteral("e2e/window-") + QUuid::createUuid().toString(QUuid::WithoutBraces));
}

void TestBucketLibraries::cleanup()
{
    m_bench.reset();
}

PlaceFacts TestBucketLibraries::factsOf(const LibraryPlace &place)
{
    QSignalSpy looked(&m_bench->places, &PlaceService::looked);
    m_bench->places.look(place);
    return looked.wait(kPatience) ? looked.first().first().value<PlaceFacts>() : PlaceFacts();
}

QString TestBucketLibraries::makeLibrary()
{
    QSignalSpy created(&m_bench->libraries, &LibraryService::created);
    QString problem = QStringLiteral("silence");
    const auto failed = connect(&m_bench->libraries, &LibraryService::failed, this,
                                [&problem](const QString &, const Error &error) { problem = error.what(); });
    m_bench->libraries.create(
        {QStringLiteral("Vault"), m_location, QCA::SecureArray("geheim 7"), false, false, store()});
    const bool isMade = created.wait(kPatience);
    disconnect(failed);
    if (!isMade) {
        qWarning("%s", qPrintable(problem));
        return {};
    }
    const auto id = created.first().first().toString();
    return m_bench->waitFor(id, LibraryState::Unlocked) ? id : QString();
}

void TestBucketLibraries::looksAtPlaces()
{
    const auto empty = factsOf({m_location, store()});
    QVERIFY2(!empty.problem, empty.problem ? qPrintable(empty.problem->what()) : "");
    QCOMPARE(empty.kind, PlaceFacts::Kind::Bucket);
    QVERIFY(empty.isEmpty);

    QVERIFY(!makeLibrary().isEmpty());
    QCOMPARE(factsOf({m_location, store()}).kind, PlaceFacts::Kind::Library);
    const auto above = factsOf({m_rgw.location(QStringLiteral("e2e")), store()});
    QCOMPARE(above.kind, PlaceFacts::Kind::Bucket);
    QVERIFY(!above.isEmpty);

    const auto nowhere = factsOf({m_rgw.location(QStringLiteral("no-such-bucket/x")), store()});
    QVERIFY(nowhere.problem);
    QCOMPARE(nowhere.problem->code(), ErrorCode::NotFound);
    const auto untrusted = factsOf({m_location, {}});
    QVERIFY(untrusted.problem);
    QCOMPARE(untrusted.problem->code(), ErrorCode::Unsafe);
}

void TestBucketLibraries::makesOneAndOpensItAgain()
{
    const auto id = makeLibrary();
    QVERIFY(!id.isEmpty());
    QTest::qWait(500); // the list is written elsewhere

    // The next start knows how to reach it; only the password is asked for again.
    PasswordVault vault(m_bench->stores);
    Libraries next(m_bench->path(QStringLiteral("config/libraries.json")), m_bench->stores, vault, m_bench->keyring,
                   m_bench->settings);
    const auto isIn = [&](LibraryState state) {
        return QTest::qWaitFor([&] { return next.library(id)->state == state; }, kPatience);
    };
    QVERIFY(isIn(LibraryState::Locked));
    QTRY_VERIFY(!next.library(id)->problem);
    QCOMPARE(next.library(id)->store, store());
    next.unlock(id, QCA::SecureArray("geheim 7"), false);
    QVERIFY(isIn(LibraryState::Unlocked));
    // As a task opens it.
    QVERIFY(vault.openTaskLibrary({m_location, {}, store()}, {}));
}

void TestBucketLibraries::opensOneByTheDialog()
{
    const auto made = makeLibrary();
    QVERIFY(!made.isEmpty());
    m_bench->libraries.forget(made);

    OpenLibraryDialog dialog(m_bench->libraries, m_bench->places, m_bench->texts, true);
    dialog.show();
    auto *open = dialog.findChild<QPushButton *>(QStringLiteral("open"));
    // An address that is pasted turns the form into one for buckets.
    visible<QLineEdit>(dialog, "location")->setText(m_location);
    QCOMPARE(visible<QComboBox>(dialog, "placeKind")->currentIndex(), 1);
    visible<QLineEdit>(dialog, "caFile")->setText(m_rgw.value("RGW_CA"));
    QTest::keyClicks(visible<QLineEdit>(dialog, "unlockPassword"), QStringLiteral("geheim 7"));
    QTRY_VERIFY_WITH_TIMEOUT(open->isEnabled(), kPatience);
    const auto said = visible<QLineEdit>(dialog, "location")->accessibleDescription();
    QVERIFY2(said.contains(QStringLiteral("in the bucket")), qPrintable(said));
    photograph(dialog, QStringLiteral("open-bucket"));
    VERIFY_SOUND(dialog);
    open->click();
    QTRY_COMPARE_WITH_TIMEOUT(dialog.result(), static_cast<int>(QDialog::Accepted), kPatience);
    const auto libraries = m_bench->libraries.libraries();
    QCOMPARE(libraries.size(), 1);
    QCOMPARE(libraries.first().location, m_location);
    QCOMPARE(libraries.first().store, store());
}

void TestBucketLibraries::saysWhatIsWrong()
{
    PlaceForm form(PlaceForm::Purpose::New, m_bench->places, m_bench->texts);
    form.show();
    form.setLocation(m_rgw.location(QStringLiteral("no-such-bucket/x")));
    auto *note = form.findChild<QLineEdit *>(QStringLiteral("location"));
    QTRY_VERIFY_WITH_TIMEOUT(note->accessibleDescription().contains(QStringLiteral("certificate")), kPatience);
    QVERIFY(!form.isComplete());
    visible<QLineEdit>(form, "caFile")->setText(m_rgw.value("RGW_CA"));
    QTRY_VERIFY_WITH_TIMEOUT(note->accessibleDescription().contains(QStringLiteral("no-such-bucket")), kPatience);
    form.setLocation(m_location);
    QTRY_VERIFY_WITH_TIMEOUT(form.isComplete(), kPatience);
    // Keys do not belong into an address, and are not repeated.
    form.setLocation(QStringLiteral("s3:https://user:hunter2@localhost/e2e/x"));
    QTRY_VERIFY_WITH_TIMEOUT(!note->accessibleDescription().isEmpty() && !form.isComplete(), kPatience);
    QVERIFY(!note->accessibleDescription().contains(QStringLiteral("hunter2")));
    // What is a library already is not called a folder.
    QVERIFY(!makeLibrary().isEmpty());
    form.setLocation(m_location);
    QTRY_VERIFY_WITH_TIMEOUT(note->accessibleDescription().contains(QStringLiteral("at this place already")),
                             kPatience);
    QVERIFY(!form.isComplete());
}

void TestBucketLibraries::asksForCodes()
{
    auto &codes = m_bench->codes;
    QSignalSpy asked(&codes, &MfaService::asked);
    QSignalSpy withdrawn(&codes, &MfaService::withdrawn);
    std::stop_source stop;
    const auto ask = [&](auto &&then) {
        Result<QString> got = fail(Error(ErrorCode::Internal, QString()));
        std::jthread thread([&] { got = codes.prompt()(QStringLiteral("arn:aws:iam::1:mfa/ann"), stop.get_token()); });
        const auto count = asked.size();
        if (count > 0 || asked.wait(kPatience))
            then(asked.last().first().toULongLong());
        thread.join();
        asked.clear();
        return got;
    };
    QCOMPARE(ask([&](quint64 question) { codes.answer(question, QStringLiteral("123456")); }).value(),
             QStringLiteral("123456"));
    QCOMPARE(ask([&](quint64 question) { codes.answer(question, {}); }).error().code(), ErrorCode::Cancelled);
    QCOMPARE(ask([&](quint64) { stop.request_stop(); }).error().code(), ErrorCode::Cancelled);
    QTRY_COMPARE(withdrawn.size(), 1);
}

void TestBucketLibraries::takesCodesOfSixDigits()
{
    MfaDialog dialog(QStringLiteral("arn:aws:iam::111122223333:mfa/ann"));
    dialog.show();
    auto *code = visible<QLineEdit>(dialog, "mfaCode");
    QTest::keyClicks(code, QStringLiteral("12a34"));
    QCOMPARE(code->text(), QStringLiteral("1234"));
    QTest::keyClick(&dialog, Qt::Key_Return);
    QVERIFY(dialog.isVisible());
    QTest::keyClicks(code, QStringLiteral("567"));
    photograph(dialog, QStringLiteral("mfa-code"));
    VERIFY_SOUND(dialog);
    QTest::keyClick(&dialog, Qt::Key_Return);
    QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
    QCOMPARE(dialog.code(), QStringLiteral("123456"));
}

QTEST_MAIN(TestBucketLibraries)

#include "tst_bucket_libraries.moc"
