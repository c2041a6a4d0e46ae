#include "task/upload_staging.h"

#include <QTest>

using namespace sealift;

namespace {

/// A place with uploads that a test has put there.
class Uploads final : public UnfinishedUploads
{
public:
    QString place() const override { return QStringLiteral("s3:https://host/bucket"); }
    bool mayHaveLeft() const override { return begunHere; }
    Result<std::vector<UnfinishedUpload>> list(std::stop_token /*stop*/) override
    {
        if (listing)
            return fail(*listing);
        return there;
    }
    Status abort(const UnfinishedUpload &upload, std::stop_token /*stop*/) override
    {
        if (aborting)
            return fail(*aborting);
        std::erase_if(there, [&upload](const auto &each) { return each.id == upload.id; });
        return {};
    }

    std::vector<UnfinishedUpload> there;
    std::optional<Error> listing;
    std::optional<Error> aborting;
    bool begunHere = false;
};

UnfinishedUpload upload(const char *name, int hours, bool ours = false)
{
    return {QLatin1String(name), QLatin1String(name), QDateTime::currentDateTimeUtc().addSecs(-hours * 3600), ours};
}

const Error kDown(ErrorCode::Network, QStringLiteral("cannot connect to host"));

} // namespace

/// What an import leaves in a bucket, and what its receipt says of it.
class TestUploadStaging : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsWhatIsOurs();
    void saysWhatIsLeft();
    void doesNotClaimWhatItCannotSee();
};

void TestUploadStaging::endsWhatIsOurs()
{
    const auto uploads = std::make_shared<Uploads>();
    uploads->there = {upload("data/ours", 0, true), upload("data/abandoned", 30), upload("data/of-others", 1),
                      upload("movie.mkv", 300)};
    UploadStaging staging(uploads);
    const auto steps = staging.cleanUp();
    QCOMPARE(steps.size(), 1);
    QVERIFY(steps.first().ok);
    QVERIFY2(steps.first().detail.contains(QLatin1String("ended 2")), qPrintable(steps.first().detail));
    QCOMPARE(uploads->there.size(), 2U);
    QCOMPARE(uploads->there.at(0).name, QStringLiteral("data/of-others"));
    QCOMPARE(uploads->there.at(1).name, QStringLiteral("movie.mkv"));
    const auto checks = staging.look().value();
    QCOMPARE(checks.size(), 1);
    QCOMPARE(checks.first().name, QStringLiteral("no-uploads"));
    QVERIFY(checks.first().ok);
    QVERIFY2(checks.first().detail.contains(QLatin1String("2 of others")), qPrintable(checks.first().detail));
}

void TestUploadStaging::saysWhatIsLeft()
{
    const auto uploads = std::make_shared<Uploads>();
    uploads->there = {upload("data/ours", 0, true)};
    uploads->aborting = kDown;
    UploadStaging staging(uploads);
    QVERIFY(!allOk(staging.cleanUp()));
    const auto checks = staging.look().value();
    QVERIFY(!allOk(checks));
    QVERIFY(checks.first().detail.contains(QLatin1String("data/ours")));
}

void TestUploadStaging::doesNotClaimWhatItCannotSee()
{
    const auto uploads = std::make_shared<Uploads>();
    uploads->listing = kDown;
    UploadStaging staging(uploads);
    // Nothing was begun, so nothing can be left, whether the service answers or not.
    QVERIFY(allOk(staging.look().value()));
    uploads->begunHere = true;
    QVERIFY(!staging.look());
}

QTEST_APPLESS_MAIN(TestUploadStaging)
#include "tst_upload_staging.moc"
