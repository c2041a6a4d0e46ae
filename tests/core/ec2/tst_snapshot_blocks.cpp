#include "crypto/crypto_session.h"
#include "ec2/snapshot_blocks.h"
#include "support/ec2_server.h"
#include "support/ec2_snapshot_maker.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <thread>

using namespace sealift;
using namespace sealift::test;

namespace {

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

char fillingOf(qint64 index)
{
    return static_cast<char>('a' + index % 26);
}

} // namespace

/// Lists of a snapshot's blocks, and the blocks themselves, from the server that judges requests by botocore's models;
/// and that server, and our requests, held against the real AWS command line.
class TestSnapshotBlocks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void readsWhatIsThere();
    void tokensExpire();
    void pageTokensExpire();
    void keepsOnlySomePages();
    void freshSnapshotMayBeMissing();
    void noticesWhatArrivedChanged();
    void refusesWrongLists();
    void serverAgreesWithAws();
    void requestsAreThoseOfAws_data();
    void requestsAreThoseOfAws();
    void readsImages();
    void readsImagePages();

private:
    std::unique_ptr<SnapshotBlocks> list(const QString &snapshot, bool fresh = false)
    {
        auto listed = SnapshotBlocks::list(m_access->ebs(), snapshot, fresh, {});
        if (!listed)
            qFatal("%s", qPrintable(listed.error().what()));
        return std::move(*listed);
    }
    static QByteArray read(SnapshotBlocks &blocks, qint64 index)
    {
        QByteArray bytes(kSnapshotBlock, '\0');
        const auto done = blocks.read(index, mutableViewOf(bytes), {});
        return done ? bytes : done.error().what().toUtf8();
    }

    const Result<std::unique_ptr<CryptoSession>> m_crypto = CryptoSession::start();
    Ec2Server m_server;
    std::shared_ptr<Ec2Access> m_access;
    QString m_snapshot; ///< of 41 blocks
};

void TestSnapshotBlocks::initTestCase()
{
    QVERIFY(m_server.isReady());
    m_server.enterEnvironment();
    m_access = openEc2();
    QMap<qint64, char> blocks{{2047, fillingOf(2047)}};
    for (qint64 index = 0; index < 120; index += 3)
        blocks.insert(index, fillingOf(index));
    m_snapshot = makeSnapshot(*m_access, blocks);
}

void TestSnapshotBlocks::init()
{
    m_server.set({{QStringLiteral("page"), 10}});
    m_server.forgetRequests();
}

void TestSnapshotBlocks::cleanup()
{
    QCOMPARE(m_server.takeComplaints(), QString());
}

void TestSnapshotBlocks::readsWhatIsThere()
{
    const auto blocks = list(m_snapshot);
    QCOMPARE(blocks->size(), 1LL << 30);
    QCOMPARE(blocks->count(), 41);
    QCOMPARE(std::count(blocks->has().begin(), blocks->has().end(), true), 41);
    QCOMPARE(m_server.requests(QStringLiteral("ListSnapshotBlocks")).size(), 5);
    for (const qint64 index : {2047, 0, 117, 3}) {
        QVERIFY(blocks->has()[static_cast<std::size_t>(index)]);
        QCOMPARE(read(*blocks, index), filledBlock(fillingOf(index)));
    }
    QVERIFY(!blocks->has()[1]);
    // The list was enough for all of them.
    QCOMPARE(m_server.requests().size(), 5 + 4);
}

void TestSnapshotBlocks::tokensExpire()
{
    const auto blocks = list(m_snapshot);
    m_server.expireTokens({{QStringLiteral("page"), 10}});
    m_server.forgetRequests();
    // Many at once find out, and one page is asked for: that which they are in.
    std::vector<std::jthread> readers;
    std::atomic<int> good = 0;
    for (qint64 index = 0; index < 30; index += 3)
        readers.emplace_back([&, index] { good += read(*blocks, index) == filledBlock(fillingOf(index)) ? 1 : 0; });
    readers.clear();
    QCOMPARE(good, 10);
    QCOMPARE(m_server.requests(QStringLiteral("ListSnapshotBlocks")).size(), 1);
    const auto reads = m_server.requests(QStringLiteral("GetSnapshotBlock"));
    QVERIFY2(reads.size() <= 20, qPrintable(reads.join(QLatin1Char('\n')))); // once refused, and once again
    QCOMPARE(reads.filter(QRegularExpression(QStringLiteral(" 200$"))).size(), 10);
    QCOMPARE(read(*blocks, 2047), filledBlock(fillingOf(2047)));
    // A service that takes none of its own tokens is not asked for ever.
    m_server.set({{QStringLiteral("block_since"), 1e15}});
    m_server.forgetRequests();
    QVERIFY2(read(*blocks, 3).contains("INVALID_BLOCK_TOKEN"), read(*blocks, 3).constData());
    QVERIFY(m_server.requests().size() <= 6);
}

void TestSnapshotBlocks::pageTokensExpire()
{
    m_server.set({{QStringLiteral("page"), 10}, {QStringLiteral("page_since"), 1e15}});
    const auto blocks = list(m_snapshot);
    QCOMPARE(blocks->count(), 41);
    QCOMPARE(read(*blocks, 2047), filledBlock(fillingOf(2047)));
}

void TestSnapshotBlocks::keepsOnlySomePages()
{
    m_server.set({{QStringLiteral("page"), 2}});
    const auto blocks = list(m_snapshot); // 21 pages
    m_server.forgetRequests();
    QCOMPARE(read(*blocks, 0), filledBlock(fillingOf(0)));
    QCOMPARE(m_server.requests(QStringLiteral("ListSnapshotBlocks")).size(), 0);
    for (qint64 index = 0; index < 120; index += 3)
        QCOMPARE(read(*blocks, index), filledBlock(fillingOf(index)));
    QCOMPARE(read(*blocks, 2047), filledBlock(fillingOf(2047)));
    // Each page that was not kept once.
    QCOMPARE(m_server.requests(QStringLiteral("ListSnapshotBlocks")).size(), 21 - 8);
    QCOMPARE(m_server.requests(QStringLiteral("GetSnapshotBlock")).size(), 42);
}

void TestSnapshotBlocks::freshSnapshotMayBeMissing()
{
    const auto fresh = makeSnapshot(*m_access, {{1, 'x'}});
    m_server.set({{QStringLiteral("read_missing"), 3}});
    const auto old = SnapshotBlocks::list(m_access->ebs(), fresh, false, {});
    QVERIFY(!old);
    QCOMPARE(old.error().code(), ErrorCode::NotFound);
    const auto blocks = list(fresh, true);
    QCOMPARE(read(*blocks, 1), filledBlock('x'));
    QCOMPARE(m_server.requests(QStringLiteral("ListSnapshotBlocks %1 - 404").arg(fresh)).size(), 3);
}

void TestSnapshotBlocks::noticesWhatArrivedChanged()
{
    m_server.set({{QStringLiteral("read_corrupt"), QJsonArray{6}}});
    const auto blocks = list(m_snapshot);
    QByteArray bytes(kSnapshotBlock, '\0');
    const auto done = blocks->read(6, mutableViewOf(bytes), {});
    QVERIFY(!done);
    QCOMPARE(done.error().code(), ErrorCode::Corrupt);
    QVERIFY2(done.error().what().contains(QLatin1String("block 6")), qPrintable(done.error().what()));
    QCOMPARE(read(*blocks, 9), filledBlock(fillingOf(9)));
}

void TestSnapshotBlocks::refusesWrongLists()
{
    const auto none = SnapshotBlocks::list(m_access->ebs(), QStringLiteral("../x"), false, {});
    QCOMPARE(none.error().code(), ErrorCode::InvalidArgument);
    const auto unknown = SnapshotBlocks::list(m_access->ebs(), QStringLiteral("snap-00000000000000000"), false, {});
    QCOMPARE(unknown.error().code(), ErrorCode::NotFound);
    std::stop_source stopped;
    stopped.request_stop();
    QCOMPARE(SnapshotBlocks::list(m_access->ebs(), m_snapshot, false, stopped.get_token()).error().code(),
             ErrorCode::Cancelled);
}

void TestSnapshotBlocks::serverAgreesWithAws()
{
    // The real command line goes from page to page, and reads a block by its token.
    m_server.set({{QStringLiteral("page"), 21}});
    const auto page = [this](const QStringList &options) {
        const auto listed = m_server.aws(words("ebs list-snapshot-blocks --output json --snapshot-id") +
                                         QStringList{m_snapshot} + options);
        return QJsonDocument::fromJson(listed.out).object();
    };
    const auto first = page({});
    QCOMPARE(first.value(QStringLiteral("Blocks")).toArray().size(), 21);
    QCOMPARE(first.value(QStringLiteral("VolumeSize")).toInt(), 1);
    const auto second = page({QStringLiteral("--next-token"), first.value(QStringLiteral("NextToken")).toString()})
                            .value(QStringLiteral("Blocks"))
                            .toArray();
    QCOMPARE(second.size(), 20);
    const auto last = second.last().toObject();
    QCOMPARE(last.value(QStringLiteral("BlockIndex")).toInt(), 2047);
    const auto path = m_server.caFile() + QStringLiteral(".out");
    const auto got = m_server.aws(words("ebs get-snapshot-block --block-index 2047 --snapshot-id") +
                                  QStringList{m_snapshot, QStringLiteral("--block-token"),
                                              last.value(QStringLiteral("BlockToken")).toString(), path});
    QVERIFY2(got.ok(), got.describe());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), filledBlock(fillingOf(2047)));
    // What is not there cannot be read.
    const auto absent = m_server.aws(words("ebs get-snapshot-block --block-index 1 --snapshot-id") +
                                     QStringList{m_snapshot, QStringLiteral("--block-token"),
                                                 last.value(QStringLiteral("BlockToken")).toString(), path});
    QVERIFY2(!absent.ok() && absent.err.contains("block token"), absent.describe());
}

void TestSnapshotBlocks::requestsAreThoseOfAws_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("list") << QStringLiteral("ListSnapshotBlocks")
                          << words(
                                 "ebs list-snapshot-blocks --no-paginate --max-results 10000 --starting-block-index 0");
    QTest::newRow("get") << QStringLiteral("GetSnapshotBlock") << words("ebs get-snapshot-block --block-index 3");
    QTest::newRow("snapshot") << QStringLiteral("DescribeSnapshots") << words("ec2 describe-snapshots --no-paginate");
    QTest::newRow("own snapshots") << QStringLiteral("DescribeSnapshots")
                                   << words("ec2 describe-snapshots --no-paginate --owner-ids self --max-results 500");
    QTest::newRow("own images") << QStringLiteral("DescribeImages")
                                << words("ec2 describe-images --no-paginate --owners self");
    QTest::newRow("image by name") << QStringLiteral("DescribeImages")
                                   << words("ec2 describe-images --no-paginate --owners self --filters "
                                            "Name=name,Values=web01");
    QTest::newRow("image by id") << QStringLiteral("DescribeImages") << words("ec2 describe-images --no-paginate");
}

void TestSnapshotBlocks::requestsAreThoseOfAws()
{
    QFETCH(QString, action);
    QFETCH(QStringList, arguments);
    m_server.set({});
    const auto row = QLatin1String(QTest::currentDataTag());
    const auto image = QStringLiteral("ami-0123456789abcdef0");
    const auto page = m_access->ebs().listBlocks(m_snapshot, 0, {}, {});
    QVERIFY(page);
    m_server.forgetRequests();
    if (row == QLatin1String("list")) {
        QVERIFY(list(m_snapshot));
        arguments += {QStringLiteral("--snapshot-id"), m_snapshot};
    } else if (row == QLatin1String("get")) {
        QByteArray bytes(kSnapshotBlock, '\0');
        QVERIFY(m_access->ebs().getBlock(m_snapshot, page->blocks[1], mutableViewOf(bytes), {}));
        arguments += {QStringLiteral("--snapshot-id"), m_snapshot, QStringLiteral("--block-token"),
                      page->blocks[1].token, m_server.caFile() + QStringLiteral(".out")};
    } else if (row == QLatin1String("snapshot")) {
        QVERIFY(m_access->ec2().snapshot(m_snapshot, {}));
        arguments += {QStringLiteral("--snapshot-ids"), m_snapshot};
    } else if (row == QLatin1String("own snapshots")) {
        QVERIFY(m_access->ec2().ownSnapshots({}));
    } else if (row == QLatin1String("own images")) {
        QVERIFY(m_access->ec2().images({}, {}, {}));
    } else if (row == QLatin1String("image by name")) {
        QVERIFY(m_access->ec2().images(QStringLiteral("name"), QStringLiteral("web01"), {}));
    } else {
        const auto found = m_access->ec2().image(image, {});
        QVERIFY(found && !*found);
        arguments += {QStringLiteral("--image-ids"), image};
    }
    const auto run = m_server.aws(arguments);
    QVERIFY2(run.ok() || row == QLatin1String("image by id"), run.describe());
    const auto asked = m_server.parameters(action);
    QCOMPARE(asked.size(), 2);
    QCOMPARE(asked.first(), asked.last());
}

void TestSnapshotBlocks::readsImages()
{
    const auto other = makeSnapshot(*m_access, {{0, 'b'}});
    const auto registered = m_server.aws(
        words("ec2 register-image --name two-disks --architecture arm64 --boot-mode uefi --root-device-name /dev/sda1 "
              "--query ImageId --output text --block-device-mappings") +
        QStringList{QStringLiteral("DeviceName=/dev/sda1,Ebs={SnapshotId=%1}").arg(m_snapshot),
                    QStringLiteral("DeviceName=/dev/sdf,Ebs={SnapshotId=%1}").arg(other)});
    QVERIFY2(registered.ok(), registered.describe());
    const auto id = QString::fromLatin1(registered.out.trimmed());
    const auto found = m_access->ec2().image(id, {});
    QVERIFY(found && *found);
    const auto &image = **found;
    QCOMPARE(image.id, id);
    QCOMPARE(image.name, QStringLiteral("two-disks"));
    QCOMPARE(image.state, QStringLiteral("available"));
    QCOMPARE(image.architecture, QStringLiteral("arm64"));
    QCOMPARE(image.bootMode, QStringLiteral("uefi"));
    QCOMPARE(image.rootDevice, QStringLiteral("/dev/sda1"));
    QVERIFY(image.created.isValid());
    QCOMPARE(image.disks.size(), 2); // and the instance store is none
    QCOMPARE(image.disks.last().device, QStringLiteral("/dev/sda1"));
    QCOMPARE(image.disks.last().snapshot, m_snapshot);
    QCOMPARE(image.disks.last().gibibytes, 1);
    QVERIFY(image.disks.last().encrypted);
    QVERIFY(m_access->ec2().images(QStringLiteral("name"), QStringLiteral("two-disks"), {})->size() == 1);
    QVERIFY(m_access->ec2().ownSnapshots({})->size() >= 2);
    QVERIFY(m_access->ec2().deregisterImage(id, {}));
}

void TestSnapshotBlocks::readsImagePages()
{
    const auto page = readImagePage(
        "<DescribeImagesResponse><imagesSet><item><imageId>ami-1</imageId><name>a</name><platform>windows</platform>"
        "<tagSet><item><key>Name</key><value>x &amp; "
        "y</value></item></tagSet></item><item><imageId>ami-2</imageId></item>"
        "</imagesSet><nextToken>more</nextToken></DescribeImagesResponse>");
    QVERIFY(page);
    QCOMPARE(page->images.size(), 2);
    QCOMPARE(page->images.first().platform, QStringLiteral("windows"));
    QCOMPARE(page->images.first().tags, (Ec2Tags{{QStringLiteral("Name"), QStringLiteral("x & y")}}));
    QCOMPARE(page->images.last().id, QStringLiteral("ami-2"));
    QVERIFY(page->images.last().name.isEmpty() && page->images.last().tags.isEmpty());
    QCOMPARE(page->next, QStringLiteral("more"));
    for (const auto *wrong : {"", "<DescribeImagesResponse><imagesSet>", "<x></x>"})
        QCOMPARE(readImagePage(wrong).error().code(), ErrorCode::Corrupt);
}

QTEST_GUILESS_MAIN(TestSnapshotBlocks)
#include "tst_snapshot_blocks.moc"
