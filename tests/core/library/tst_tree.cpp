#include "library/tree_reader.h"
#include "library/tree_writer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace sealift;

namespace {

Digest idOf(int number)
{
    return sha256(viewOf(QByteArray::number(number)));
}

QDateTime someTime()
{
    return {QDate(2024, 5, 6), QTime(7, 8, 9, 120), Qt::UTC};
}

TreeNode fileNode(const QByteArray &name)
{
    return newFileNode(name, 5, {idOf(1)}, someTime());
}

struct Read {
    std::vector<TreeNode> nodes;
    Status status;
};

Read readAll(const QByteArray &json, ReadContent content = ReadContent::Yes)
{
    Read read;
    read.status = readTree(
        viewOf(json), content,
        [&read](TreeNode node) -> Status {
            read.nodes.push_back(std::move(node));
            return {};
        },
        QStringLiteral("tree 4711"));
    return read;
}

QByteArray treeOf(const QByteArray &nodes)
{
    return "{\"nodes\":[" + nodes + "]}\n";
}

} // namespace

class TestTree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesWhatResticWrites();
    void sortsByName();
    void quotesNames_data();
    void quotesNames();
    void refusesNames_data();
    void refusesNames();
    void readsTheDocumentedExamples();
    void readsEveryType_data();
    void readsEveryType();
    void readsLinkTargets();
    void keepsContentAsAsked();
    void toleratesWhatMayCome_data();
    void toleratesWhatMayCome();
    void refuses_data();
    void refuses();
    void takesTheLargestDisk();
};

void TestTree::writesWhatResticWrites()
{
    TreeNode file = newFileNode("disk.raw", 2'000'000, {idOf(1), idOf(2)}, someTime());
    TreeNode empty = newFileNode("empty", 0, {}, someTime());
    TreeNode folder = newDirNode("folder", idOf(3), someTime());
    for (auto *node : {&file, &empty, &folder}) {
        node->uid = 1000;
        node->gid = 100;
        node->user = "kim";
        node->group = "users";
    }
    const auto times =
        QByteArray(R"("mtime":"2024-05-06T07:08:09.12Z","atime":"2024-05-06T07:08:09.12Z",)"
                   R"("ctime":"2024-05-06T07:08:09.12Z","uid":1000,"gid":100,"user":"kim","group":"users")");
    const auto hex = [](int number) { return idOf(number).hex().toLatin1(); };
    const auto expected = R"({"nodes":[{"name":"disk.raw","type":"file","mode":384,)" + times +
                          R"(,"size":2000000,"links":1,"content":[")" + hex(1) + R"(",")" + hex(2) +
                          R"("]},{"name":"empty","type":"file","mode":384,)" + times +
                          R"(,"links":1,"content":[]},{"name":"folder","type":"dir","mode":2147484096,)" + times +
                          R"(,"content":null,"subtree":")" + hex(3) + "\"}]}\n";
    QCOMPARE(writeTree({folder, empty, file}).value(), expected);
    QCOMPARE(writeTree({}).value(), QByteArray("{\"nodes\":[]}\n"));
}

void TestTree::sortsByName()
{
    const auto json = writeTree({fileNode("b"), fileNode("a"), fileNode("\xc3\xa4"), fileNode("B"), fileNode("\xff"),
                                 fileNode("a.b"), fileNode("a\x01")})
                          .value();
    QByteArrayList names;
    for (const auto &node : readAll(json).nodes)
        names.append(node.name);
    QCOMPARE(names, (QByteArrayList{"B", "a", "a\x01", "a.b", "b", "\xc3\xa4", "\xff"}));
}

void TestTree::quotesNames_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("blank") << QByteArray("a disk") << QByteArray(R"("a disk")");
    QTest::newRow("quote") << QByteArray("a\"b") << QByteArray(R"("a\\\"b")");
    QTest::newRow("backslash") << QByteArray("a\\b") << QByteArray(R"("a\\\\b")");
    QTest::newRow("line break") << QByteArray("a\nb") << QByteArray(R"("a\\nb")");
    QTest::newRow("HTML") << QByteArray("a<b") << QByteArray(R"("a\u003cb")");
    QTest::newRow("no UTF-8") << QByteArray("a\xff") << QByteArray(R"("a\\xff")");
    QTest::newRow("UTF-8") << QByteArray("Gr\xc3\xbc\xc3\x9f\x65") << QByteArray("\"Gr\xc3\xbc\xc3\x9f\x65\"");
}

void TestTree::quotesNames()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, json);
    const auto tree = writeTree({fileNode(name)}).value();
    QVERIFY2(tree.startsWith("{\"nodes\":[{\"name\":" + json + ","), tree.constData());
    const auto read = readAll(tree);
    QVERIFY(read.status);
    QCOMPARE(read.nodes.at(0).name, name);
}

void TestTree::refusesNames_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("this folder") << QByteArray(".");
    QTest::newRow("the one above") << QByteArray("..");
    QTest::newRow("path") << QByteArray("a/b");
    QTest::newRow("zero byte") << QByteArray("a\0b", 3);
    QTest::newRow("twice") << QByteArray("other");
}

void TestTree::refusesNames()
{
    QFETCH(const QByteArray, name);
    const auto tree = writeTree({fileNode("other"), fileNode(name)});
    QVERIFY(!tree);
    QCOMPARE(tree.error().code(), ErrorCode::InvalidArgument);
    if (name == "other")
        return;
    // And does not believe them either.
    QByteArray quoted = name;
    quoted.replace('\0', "\\\\x00");
    const auto read = readAll(treeOf("{\"name\":\"" + quoted + "\",\"type\":\"file\"}"));
    QVERIFY(!read.status);
    QCOMPARE(read.status.error().code(), ErrorCode::Corrupt);
}

// From restic's doc/design.rst, "Trees and Data".
void TestTree::readsTheDocumentedExamples()
{
    const auto read = readAll(R"({
      "nodes": [
        {
          "name": "testdata", "type": "dir", "mode": 493,
          "mtime": "2014-12-22T14:47:59.912418701+01:00", "atime": "2014-12-06T17:49:21.748468803+01:00",
          "ctime": "2014-12-22T14:47:59.912418701+01:00",
          "uid": 1000, "gid": 100, "user": "fd0", "inode": 409704562, "content": null,
          "subtree": "b26e315b0988ddcd1cee64c351d13a100fedbc9fdbb144a67d1b765ab280b4dc"
        },
        {
          "name": "testfile", "type": "file", "mode": 420,
          "mtime": "2014-12-06T17:50:23.34513538+01:00", "atime": "2014-12-06T17:50:23.338468713+01:00",
          "ctime": "2014-12-06T17:50:23.34513538+01:00",
          "uid": 1000, "gid": 100, "user": "fd0", "inode": 416863351, "size": 1234, "links": 1,
          "content": ["50f77b3b4291e8411a027b9f9b9e64658181cc676ce6ba9958b95f268cb1109d"]
        }
      ]})");
    QVERIFY(read.status);
    QCOMPARE(read.nodes.size(), std::size_t{2});
    const auto &folder = read.nodes[0];
    QCOMPARE(folder.type, NodeType::Dir);
    QCOMPARE(folder.mode, 493U);
    QCOMPARE(folder.modified, QByteArray("2014-12-22T14:47:59.912418701+01:00"));
    QCOMPARE(folder.uid, 1000U);
    QCOMPARE(folder.gid, 100U);
    QCOMPARE(folder.user, QByteArray("fd0"));
    QCOMPARE(folder.inode, quint64{409704562});
    QVERIFY(!folder.hasContent);
    QCOMPARE(folder.subtree->shortHex(), QStringLiteral("b26e315b"));
    const auto &file = read.nodes[1];
    QCOMPARE(file.type, NodeType::File);
    QCOMPARE(file.size, quint64{1234});
    QCOMPARE(file.links, quint64{1});
    QVERIFY(file.hasContent && !file.subtree);
    QCOMPARE(file.content.size(), std::size_t{1});
    QCOMPARE(file.content[0].shortHex(), QStringLiteral("50f77b3b"));
}

void TestTree::readsEveryType_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<NodeType>("type");
    QTest::newRow("file") << QByteArray("file") << NodeType::File;
    QTest::newRow("dir") << QByteArray("dir") << NodeType::Dir;
    QTest::newRow("symlink") << QByteArray("symlink") << NodeType::Symlink;
    QTest::newRow("dev") << QByteArray("dev") << NodeType::Device;
    QTest::newRow("chardev") << QByteArray("chardev") << NodeType::CharDevice;
    QTest::newRow("fifo") << QByteArray("fifo") << NodeType::Fifo;
    QTest::newRow("socket") << QByteArray("socket") << NodeType::Socket;
    QTest::newRow("irregular") << QByteArray("irregular") << NodeType::Irregular;
    QTest::newRow("whiteout") << QByteArray("whiteout") << NodeType::Unknown;
}

void TestTree::readsEveryType()
{
    QFETCH(const QByteArray, name);
    QFETCH(const NodeType, type);
    const auto read = readAll(treeOf("{\"name\":\"x\",\"type\":\"" + name + "\",\"content\":null}"));
    QVERIFY(read.status);
    QCOMPARE(read.nodes.at(0).type, type);
    if (type != NodeType::Unknown)
        QCOMPARE(nodeTypeName(type), name);
}

void TestTree::readsLinkTargets()
{
    const auto read = readAll(treeOf(R"({"name":"a","type":"symlink","linktarget":"b/c"},)"
                                     R"({"name":"b","type":"symlink","linktarget":"\ufffd","linktarget_raw":"/w=="})"));
    QVERIFY(read.status);
    QCOMPARE(read.nodes.at(0).linkTarget, QByteArray("b/c"));
    QCOMPARE(read.nodes.at(1).linkTarget, QByteArray("\xff"));
}

void TestTree::keepsContentAsAsked()
{
    std::vector<BlobId> many(kSmallContent + 1, idOf(1));
    const auto json = writeTree({newFileNode("many", 9, many, someTime()), newFileNode("none", 0, {}, someTime()),
                                 newFileNode("one", 5, {idOf(2)}, someTime())})
                          .value();
    for (const auto kind : {ReadContent::No, ReadContent::Small, ReadContent::Yes}) {
        const auto read = readAll(json, kind);
        QVERIFY(read.status);
        QCOMPARE(read.nodes[0].contentCount, kSmallContent + 1);
        QCOMPARE(read.nodes[0].content.size(), kind == ReadContent::Yes ? many.size() : std::size_t{0});
        QVERIFY(read.nodes[1].hasContent);
        QCOMPARE(read.nodes[1].contentCount, quint64{0});
        QCOMPARE(read.nodes[2].content.size(), std::size_t{kind == ReadContent::No ? 0U : 1U});
    }
}

void TestTree::toleratesWhatMayCome_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("nodes");
    QTest::newRow("empty") << treeOf({}) << 0;
    QTest::newRow("null") << QByteArray("{\"nodes\":null}") << 0;
    QTest::newRow("more fields") << QByteArray(
                                        R"({"x":{"nodes":[{"name":""}]},"nodes":[)"
                                        R"({"name":"a","type":"file","content":[],"y":["z",{"name":5}]}],"z":1})")
                                 << 1;
    QTest::newRow("attributes")
        << treeOf(
               R"({"name":"a","extended_attributes":[{"name":"user.x","value":"eA=="}],"content":[],"generic_attributes":)"
               R"({"windows.creation_time":{"LowDateTime":5}},"type":"file"})")
        << 1;
    QTest::newRow("largest numbers")
        << treeOf(
               R"({"name":"a","type":"dev","size":18446744073709551615,"uid":4294967295,"device":18446744073709551615})")
        << 1;
}

void TestTree::toleratesWhatMayCome()
{
    QFETCH(const QByteArray, json);
    QFETCH(const int, nodes);
    const auto read = readAll(json);
    QVERIFY2(read.status, read.status ? "" : qPrintable(read.status.error().what()));
    QCOMPARE(static_cast<int>(read.nodes.size()), nodes);
    if (nodes == 1)
        QCOMPARE(read.nodes[0].name, QByteArray("a"));
}

void TestTree::refuses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("word");
    const auto good = writeTree({fileNode("disk.raw")}).value();
    QTest::newRow("empty") << QByteArray() << "JSON";
    QTest::newRow("cut off") << good.chopped(10) << "JSON";
    QTest::newRow("text behind") << good + "x"
                                 << "JSON";
    QTest::newRow("zero byte behind") << good + QByteArray(1, '\0') << "JSON";
    QTest::newRow("no nodes") << QByteArray("{}") << "\"nodes\" is missing";
    QTest::newRow("nested too deep") << QByteArray(100'000, '[') << "nested";
    QTest::newRow("no name") << treeOf("{\"type\":\"file\"}") << "no name";
    QTest::newRow("bad quoting") << treeOf(R"({"name":"a\\q"})") << "quoted";
    QTest::newRow("name is a number") << treeOf("{\"name\":5}") << "wrong type";
    QTest::newRow("size is text") << treeOf(R"({"name":"a","size":"5"})") << "wrong type";
    QTest::newRow("negative size") << treeOf(R"({"name":"a","size":-5})") << "wrong type";
    QTest::newRow("fraction") << treeOf(R"({"name":"a","size":1.5})") << "wrong type";
    QTest::newRow("uid beyond 32 bits") << treeOf(R"({"name":"a","uid":4294967296})") << "wrong type";
    QTest::newRow("content of numbers") << treeOf(R"({"name":"a","content":[5]})") << "wrong type";
    QTest::newRow("content of objects") << treeOf(R"({"name":"a","content":[{}]})") << "wrong type";
    QTest::newRow("content is text") << treeOf(R"({"name":"a","content":"x"})") << "wrong type";
    QTest::newRow("bad blob id") << treeOf(R"({"name":"a","content":["50f7"]})") << "content";
    QTest::newRow("bad subtree") << treeOf(R"({"name":"a","subtree":"50f7"})") << "subtree";
    QTest::newRow("bad UTF-8") << treeOf("{\"name\":\"\xff\"}") << "JSON";
}

void TestTree::refuses()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, word);
    for (const auto kind : {ReadContent::No, ReadContent::Yes}) {
        const auto read = readAll(json, kind);
        QVERIFY(!read.status);
        QCOMPARE(read.status.error().code(), ErrorCode::Corrupt);
        QVERIFY2(read.status.error().what().contains(word), qPrintable(read.status.error().what()));
        QVERIFY(read.status.error().what().startsWith(QStringLiteral("tree 4711")));
    }
}

void TestTree::takesTheLargestDisk()
{
    // 4 TiB in pieces of 8 MiB.
    constexpr std::size_t kPieces = 524'288;
    std::vector<BlobId> content;
    for (std::size_t i = 0; i < kPieces; ++i)
        content.push_back(idOf(static_cast<int>(i % 1000)));
    const auto json = writeTree({newFileNode("disk.raw", quint64{4} << 40, content, someTime())}).value();
    QVERIFY(json.size() < 36'000'000);
    const auto read = readAll(json);
    QVERIFY(read.status);
    QVERIFY(read.nodes.at(0).content == content);
    QCOMPARE(read.nodes.at(0).size, quint64{4} << 40);
}

QTEST_GUILESS_MAIN(TestTree)
#include "tst_tree.moc"
