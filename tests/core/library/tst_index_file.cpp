#include "library/index_file.h"
#include "library/index_loader.h"

#include "support/memory_store.h"
#include "support/test_library.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace sealift;
using test::MemoryStore;

namespace {

Digest idOf(int number)
{
    return sha256(viewOf(QByteArray::number(number)));
}

const QByteArray kPackHex = "73d04e6125cf3c28a299cc2f3cca3b78ceac396e4fcf9575e34536b26782413c";
const QByteArray kBlobHex = "3ec79977ef0cf5de7b08cd12b874cd0f62bbaf7f07f3497a5b1bbcc8cb39b1ce";

/// An index document of one pack with one blob.
QByteArray documentOf(const QByteArray &blob, const QByteArray &packId = kPackHex)
{
    return R"({"packs":[{"id":")" + packId + R"(","blobs":[)" + blob + "]}]}";
}

QByteArray blobOf(const QByteArray &id, const QByteArray &type, const QByteArray &offset, const QByteArray &length,
                  const QByteArray &more = {})
{
    return R"({"id":")" + id + R"(","type":")" + type + R"(","offset":)" + offset + R"(,"length":)" + length + more +
           "}";
}

/// Hands a document out in pieces of a few bytes.
class Pieces : public ByteSource
{
public:
    Pieces(QByteArray bytes, qsizetype step)
        : m_bytes(std::move(bytes))
        , m_step(step)
    {
    }
    Result<ByteView> next() override
    {
        m_piece = m_bytes.left(m_step);
        m_bytes.remove(0, m_step);
        return viewOf(m_piece);
    }

private:
    QByteArray m_bytes;
    QByteArray m_piece;
    const qsizetype m_step;
};

struct Read {
    std::vector<PendingPack> packs;
    Result<std::vector<FileId>> supersedes;
};

Read readAll(const QByteArray &document, qsizetype step = 1 << 20)
{
    Pieces source(document, step);
    Read read;
    read.supersedes = readIndexDocument(
        source,
        [&read](const PackId &pack, std::span<const PackEntry> entries) -> Status {
            read.packs.push_back({pack, {entries.begin(), entries.end()}});
            return {};
        },
        QStringLiteral("index 4711"));
    return read;
}

std::vector<PackEntry> entriesOf(int firstNumber, int count)
{
    std::vector<PackEntry> entries;
    for (int i = 0; i < count; ++i)
        entries.push_back({BlobType::Data, idOf(firstNumber + i), static_cast<quint32>(50 * i), 50, 0});
    return entries;
}

} // namespace

class TestIndexFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_session = CryptoSession::start().value(); }
    void cleanupTestCase() { m_session.reset(); }
    void readsTheDocumentedExample_data();
    void readsTheDocumentedExample();
    void comesBack();
    void toleratesWhatMayCome_data();
    void toleratesWhatMayCome();
    void refuses_data();
    void refuses();
    void passesTheSinksErrorOn();
    void writesPendingPacksInParts();
    void keepsPendingWhatCouldNotBeWritten();
    void skipsSupersededFiles();
    void namesTheBadFile_data();
    void namesTheBadFile();
    void canBeCancelled();

private:
    std::unique_ptr<CryptoSession> m_session;
};

void TestIndexFile::readsTheDocumentedExample_data()
{
    QTest::addColumn<int>("step");
    for (const int step : {1, 7, 64, 1 << 20})
        QTest::addRow("in pieces of %d", step) << step;
}

void TestIndexFile::readsTheDocumentedExample()
{
    QFETCH(const int, step);
    const QByteArray document = R"({
      "supersedes": ["ed54ae36197f4745ebc4b54d10e0f623eaaaedd03013eb7ae90df881b7781452"],
      "packs": [{
          "id": ")" + kPackHex + R"(",
          "blobs": [
            {"id": ")" + kBlobHex +
                                R"(", "type": "data", "offset": 0, "length": 38},
            {"id": "9ccb846e60d90d4eb915848add7aa7ea1e4bbabfc60e573db9f7bfb2789afbae",
             "type": "tree", "offset": 38, "length": 112, "uncompressed_length": 511}
          ]
        }]})";
    const auto read = readAll(document, step);
    QVERIFY(read.supersedes);
    QCOMPARE(read.supersedes->size(), std::size_t{1});
    QCOMPARE(read.supersedes->front().shortHex(), QStringLiteral("ed54ae36"));
    QCOMPARE(read.packs.size(), std::size_t{1});
    QCOMPARE(read.packs[0].id.hex().toLatin1(), kPackHex);
    QCOMPARE(read.packs[0].entries.size(), std::size_t{2});
    const auto &second = read.packs[0].entries[1];
    QCOMPARE(second.type, BlobType::Tree);
    QCOMPARE(second.id.shortHex(), QStringLiteral("9ccb846e"));
    QCOMPARE(second.offset, 38U);
    QCOMPARE(second.length, 112U);
    QCOMPARE(second.uncompressedLength, 511U);
    QCOMPARE(read.packs[0].entries[0].uncompressedLength, 0U);
}

void TestIndexFile::comesBack()
{
    std::vector<PendingPack> packs;
    for (int pack = 0; pack < 50; ++pack)
        packs.push_back({idOf(1000 + pack), entriesOf(10 * pack, pack % 5 + 1)});
    packs[3].entries[0].type = BlobType::Tree;
    packs[3].entries[0].uncompressedLength = 0xffffffff;
    const auto document = writeIndexDocument(packs);
    QVERIFY(QJsonDocument::fromJson(document).isObject());
    const auto read = readAll(document);
    QVERIFY(read.supersedes && read.supersedes->empty());
    QCOMPARE(read.packs.size(), packs.size());
    for (std::size_t i = 0; i < packs.size(); ++i) {
        QCOMPARE(read.packs[i].id, packs[i].id);
        QVERIFY(read.packs[i].entries == packs[i].entries);
    }
}

void TestIndexFile::toleratesWhatMayCome_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<int>("packs");
    QTest::newRow("nothing") << QByteArray("{}") << 0;
    QTest::newRow("no packs") << QByteArray(R"({"packs":[]})") << 0;
    QTest::newRow("null packs") << QByteArray(R"({"packs":null})") << 0;
    QTest::newRow("null blobs") << QByteArray(R"({"packs":[{"id":")" + kPackHex + R"(","blobs":null}]})") << 1;
    QTest::newRow("id behind the blobs") << QByteArray(R"({"packs":[{"blobs":[)" + blobOf(kBlobHex, "data", "0", "40") +
                                                       R"(],"id":")" + kPackHex + "\"}]}")
                                         << 1;
    QTest::newRow("unknown fields") << QByteArray(R"({"x":{"packs":[1,{"id":5}]},"packs":[{"y":[{"id":7}],"id":")" +
                                                  kPackHex + R"(","blobs":[)" +
                                                  blobOf(kBlobHex, "data", "0", "40", R"(,"z":{"offset":"x"})") +
                                                  R"(]}],"supersedes":null})")
                                    << 1;
}

void TestIndexFile::toleratesWhatMayCome()
{
    QFETCH(const QByteArray, document);
    QFETCH(const int, packs);
    const auto read = readAll(document);
    QVERIFY2(read.supersedes, read.supersedes ? "" : qPrintable(read.supersedes.error().what()));
    QCOMPARE(static_cast<int>(read.packs.size()), packs);
}

void TestIndexFile::refuses_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("word");
    const auto good = documentOf(blobOf(kBlobHex, "data", "0", "40"));
    QTest::newRow("nothing") << QByteArray() << "JSON";
    QTest::newRow("cut off") << good.chopped(3) << "JSON";
    QTest::newRow("text behind") << good + "x"
                                 << "JSON";
    QTest::newRow("zero byte behind") << good + QByteArray(1, '\0') + "{}"
                                      << "JSON";
    QTest::newRow("nested too deep") << QByteArray(100'000, '[') << "nested";
    QTest::newRow("pack id of capitals") << documentOf(blobOf(kBlobHex, "data", "0", "40"), kPackHex.toUpper()) << "id";
    QTest::newRow("short blob id") << documentOf(blobOf("3ec7", "data", "0", "40")) << "id";
    QTest::newRow("unknown type") << documentOf(blobOf(kBlobHex, "snap", "0", "40")) << "type \"snap\"";
    QTest::newRow("negative offset") << documentOf(blobOf(kBlobHex, "data", "-1", "40")) << "wrong type";
    QTest::newRow("offset beyond 32 bits")
        << documentOf(blobOf(kBlobHex, "data", "4294967296", "40")) << "out of range";
    QTest::newRow("fraction") << documentOf(blobOf(kBlobHex, "data", "0", "40.5")) << "wrong type";
    QTest::newRow("length is text") << documentOf(blobOf(kBlobHex, "data", "0", "\"40\"")) << "wrong type";
    QTest::newRow("shorter than a seal") << documentOf(blobOf(kBlobHex, "data", "0", "31")) << "impossible place";
    QTest::newRow("end beyond 32 bits") << documentOf(blobOf(kBlobHex, "data", "4294967295", "40"))
                                        << "impossible place";
    QTest::newRow("no length") << documentOf(R"({"id":")" + kBlobHex + R"(","type":"data","offset":0})") << "lacks";
    QTest::newRow("no pack id") << QByteArray(R"({"packs":[{"blobs":[]}]})") << "no id";
    QTest::newRow("blobs is an object") << QByteArray(R"({"packs":[{"id":")" + kPackHex + R"(","blobs":{}}]})")
                                        << "wrong type";
    QTest::newRow("id is a list") << QByteArray(R"({"packs":[{"id":[],"blobs":[]}]})") << "wrong type";
    QTest::newRow("supersedes nonsense") << QByteArray(R"({"supersedes":["x"]})") << "supersedes";
}

void TestIndexFile::refuses()
{
    QFETCH(const QByteArray, document);
    QFETCH(const QString, word);
    const auto read = readAll(document);
    QVERIFY(!read.supersedes);
    QCOMPARE(read.supersedes.error().code(), ErrorCode::Corrupt);
    QVERIFY2(read.supersedes.error().what().contains(word), qPrintable(read.supersedes.error().what()));
    QVERIFY(read.supersedes.error().what().startsWith(QStringLiteral("index 4711")));
}

void TestIndexFile::passesTheSinksErrorOn()
{
    Pieces source(documentOf(blobOf(kBlobHex, "data", "0", "40")), 100);
    const auto read = readIndexDocument(
        source, [](const PackId &, std::span<const PackEntry>) -> Status { return fail(Error::cancelled()); },
        QStringLiteral("index"));
    QVERIFY(!read);
    QCOMPARE(read.error().code(), ErrorCode::Cancelled);
}

void TestIndexFile::writesPendingPacksInParts()
{
    MemoryStore store;
    const auto key = SealingKey::random();
    const UnpackedFiles files(store, key, 2);
    BlobIndex index;
    QVERIFY(writePendingIndex(index, files, {}));
    QVERIFY(store.names(QStringLiteral("index/")).isEmpty());

    // Two files' worth, and a pack that comes twice.
    constexpr int kPacks = 60;
    for (int pack = 0; pack < kPacks; ++pack)
        index.addStoredPack(idOf(1'000'000 + pack), entriesOf(1000 * pack, 1000));
    index.addStoredPack(idOf(1'000'000), entriesOf(0, 1000));
    QVERIFY(writePendingIndex(index, files, {}));
    QCOMPARE(index.pendingEntries(), std::size_t{0});
    const auto ids = files.list(FileKind::Index, {}).value();
    QCOMPARE(ids.size(), std::size_t{2});

    std::vector<PackId> packs;
    for (const auto &id : ids) {
        const auto document = QJsonDocument::fromJson(files.load(FileKind::Index, id, {}).value()).object();
        const auto listed = document.value(QStringLiteral("packs")).toArray();
        QVERIFY(listed.size() * 1000 <= static_cast<qsizetype>(kIndexFileEntries));
        for (const auto &pack : listed)
            packs.push_back(Digest::fromHex(pack.toObject().value(QStringLiteral("id")).toString()).value());
    }
    QCOMPARE(packs.size(), std::size_t{kPacks});
    std::sort(packs.begin(), packs.end());
    QVERIFY(std::adjacent_find(packs.begin(), packs.end()) == packs.end());

    BlobIndex loaded;
    QVERIFY(loadIndexInto(loaded, files, 2, nullptr, {}));
    QCOMPARE(loaded.entryCount(BlobType::Data), std::size_t{kPacks * 1000});
    QVERIFY(loaded.find(BlobType::Data, idOf(59'999)));
}

void TestIndexFile::keepsPendingWhatCouldNotBeWritten()
{
    MemoryStore store;
    const auto key = SealingKey::random();
    const UnpackedFiles files(store, key, 2);
    BlobIndex index;
    for (int pack = 0; pack < 60; ++pack)
        index.addStoredPack(idOf(1'000'000 + pack), entriesOf(1000 * pack, 1000));
    int puts = 0;
    store.beforeChange = [&puts](const QString &) -> std::optional<Error> {
        return ++puts == 2 ? std::optional(Error(ErrorCode::NoSpace, QStringLiteral("full"))) : std::nullopt;
    };
    const auto written = writePendingIndex(index, files, {});
    QVERIFY(!written);
    QCOMPARE(written.error().code(), ErrorCode::NoSpace);
    QCOMPARE(index.pendingEntries(), std::size_t{10'000});
    QVERIFY(writePendingIndex(index, files, {}));
    BlobIndex loaded;
    QVERIFY(loadIndexInto(loaded, files, 2, nullptr, {}));
    QCOMPARE(loaded.entryCount(BlobType::Data), std::size_t{60'000});
}

void TestIndexFile::skipsSupersededFiles()
{
    MemoryStore store;
    const auto key = SealingKey::random();
    const UnpackedFiles files(store, key, 2);
    const auto old =
        writeIndexDocument(std::vector<PendingPack>{{idOf(1), entriesOf(10, 2)}, {idOf(2), entriesOf(20, 2)}});
    const auto oldId = files.save(FileKind::Index, viewOf(old), {}).value();
    auto fresh = writeIndexDocument(std::vector<PendingPack>{{idOf(1), entriesOf(10, 2)}});
    fresh.replace(0, 1, "{\"supersedes\":[\"" + oldId.hex().toLatin1() + "\"],");
    QVERIFY(files.save(FileKind::Index, viewOf(fresh), {}));

    BlobIndex index;
    QVERIFY(loadIndexInto(index, files, 2, nullptr, {}));
    QVERIFY(index.find(BlobType::Data, idOf(10)));
    QVERIFY(!index.find(BlobType::Data, idOf(20)));
    QCOMPARE(index.packCount(), std::size_t{1});
}

void TestIndexFile::namesTheBadFile_data()
{
    QTest::addColumn<int>("damage");
    QTest::newRow("flipped bit") << 0;
    QTest::newRow("truncated") << 1;
    QTest::newRow("empty") << 2;
    QTest::newRow("sealed by another key") << 3;
}

void TestIndexFile::namesTheBadFile()
{
    QFETCH(const int, damage);
    MemoryStore store;
    const auto key = SealingKey::random();
    const UnpackedFiles files(store, key, 2);
    const auto document = writeIndexDocument(std::vector<PendingPack>{{idOf(1), entriesOf(10, 2)}});
    const auto good = files.save(FileKind::Index, viewOf(document), {}).value();
    auto name = fileObjectName(FileKind::Index, good);
    if (damage == 0)
        store.flipBit(name, 40);
    else if (damage == 1)
        store.truncate(name, 50);
    else if (damage == 2)
        store.truncate(name, 0);
    else
        name = fileObjectName(
            FileKind::Index,
            UnpackedFiles(store, SealingKey::random(), 2).save(FileKind::Index, viewOf(document), {}).value());
    BlobIndex index;
    const auto loaded = loadIndexInto(index, files, 2, nullptr, {});
    if (damage == 2) {
        // As a store that is not atomic leaves it.
        QVERIFY(loaded);
        return;
    }
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code(), ErrorCode::Corrupt);
    QVERIFY2(loaded.error().what().contains(name.section(u'/', -1)), qPrintable(loaded.error().what()));
}

void TestIndexFile::canBeCancelled()
{
    MemoryStore store;
    const auto key = SealingKey::random();
    const UnpackedFiles files(store, key, 2);
    QVERIFY(files.save(FileKind::Index, viewOf(QByteArray("{}")), {}));
    std::stop_source stop;
    stop.request_stop();
    BlobIndex index;
    const auto loaded = loadIndexInto(index, files, 2, nullptr, stop.get_token());
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code(), ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestIndexFile)
#include "tst_index_file.moc"
