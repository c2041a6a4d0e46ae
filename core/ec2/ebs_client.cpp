#include "ec2/ebs_client.h"

#include "aws/signature_v4.h"
#include "base/json.h"

#include <QJsonDocument>

namespace sealift {

namespace {

const QByteArray kAlgorithm = "SHA256";

QByteArray base64Of(const Digest &digest)
{
    return toByteArray(digest.bytes()).toBase64();
}

QString blockWords(const QString &snapshot, qint64 index)
{
    return QStringLiteral("snapshot %1, block %2").arg(snapshot).arg(index);
}

QString blockPath(const QString &snapshot, qint64 index)
{
    return QStringLiteral("/snapshots/%1/blocks/%2").arg(snapshot).arg(index);
}

QByteArray bodyOf(const NewSnapshot &snapshot)
{
    QJsonArray tags;
    for (const auto &[key, value] : snapshot.tags)
        tags.append(QJsonObject{{QStringLiteral("Key"), key}, {QStringLiteral("Value"), value}});
    QJsonObject body{{QStringLiteral("VolumeSize"), snapshot.gibibytes},
                     {QStringLiteral("Encrypted"), true},
                     {QStringLiteral("ClientToken"), snapshot.request},
                     {QStringLiteral("Timeout"), snapshot.timeoutMinutes}};
    if (!tags.isEmpty())
        body.insert(QStringLiteral("Tags"), tags);
    if (!snapshot.description.isEmpty())
        body.insert(QStringLiteral("Description"), snapshot.description);
    if (!snapshot.kmsKey.isEmpty())
        body.insert(QStringLiteral("KmsKeyArn"), snapshot.kmsKey);
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

/// A snapshot's id goes into paths; what a service or a user names must be one.
Status checkId(const QString &snapshot)
{
    const auto digits = snapshot.mid(5);
    const bool good =
        snapshot.startsWith(QLatin1String("snap-")) && !digits.isEmpty() && digits.size() < 60 &&
        std::all_of(digits.begin(), digits.end(), [](QChar c) {
            return (c >= QLatin1Char('0') && c <= QLatin1Char('9')) || (c >= QLatin1Char('a') && c <= QLatin1Char('f'));
        });
    if (good)
        return {};
    return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("\"%1\" is no snapshot's id").arg(snapshot),
                      QStringLiteral("It looks like snap-0123456789abcdef0.")));
}

} // namespace

Result<StartedSnapshot> EbsClient::startSnapshot(const NewSnapshot &snapshot, const std::stop_token &stop)
{
    const auto body = bodyOf(snapshot);
    const ByteView parts[]{viewOf(body)};
    ServiceCall call;
    call.action = QStringLiteral("ebs:StartSnapshot");
    call.path = QStringLiteral("/snapshots");
    call.headers = {{"Content-Type", "application/json"}};
    call.body = parts;
    SEALIFT_ASSIGN(const auto answer, m_connection.send(call, stop));
    const auto where = QStringLiteral("the answer to %1").arg(call.action);
    SEALIFT_ASSIGN(const auto object, parseJsonObject(answer.body, where));
    const JsonFields fields(object, where);
    StartedSnapshot started;
    SEALIFT_ASSIGN(started.id, fields.string(QStringLiteral("SnapshotId")));
    SEALIFT_TRY(checkId(started.id));
    SEALIFT_ASSIGN(started.kmsKey, fields.optionalString(QStringLiteral("KmsKeyArn")));
    SEALIFT_ASSIGN(started.gibibytes, fields.integer(QStringLiteral("VolumeSize")));
    SEALIFT_ASSIGN(const auto blockSize, fields.integer(QStringLiteral("BlockSize")));
    if (started.kmsKey.isEmpty() || blockSize != kSnapshotBlock || started.gibibytes != snapshot.gibibytes)
        return fail(Error(ErrorCode::Unsafe,
                          QStringLiteral("the service made snapshot %1 otherwise than it was asked for: %2")
                              .arg(started.id, started.kmsKey.isEmpty()
                                                   ? QStringLiteral("it is not encrypted")
                                                   : QStringLiteral("the sizes of volume or block differ")),
                          QStringLiteral("Nothing was sent. Check that the endpoint is one of Amazon EBS."))
                        .with(QStringLiteral("snapshot"), started.id));
    return started;
}

Status EbsClient::putBlock(const QString &snapshot, qint64 index, ByteView data, const Digest &digest, bool fresh,
                           const std::stop_token &stop)
{
    const ByteView parts[]{data};
    const auto checksum = base64Of(digest);
    ServiceCall call;
    call.action = QStringLiteral("ebs:PutSnapshotBlock");
    call.what = blockWords(snapshot, index);
    call.method = "PUT";
    call.path = blockPath(snapshot, index);
    // The body is covered by its checksum, which is signed as a header.
    call.headers = {{"Content-Type", "application/octet-stream"},
                    {"X-Amz-Content-Sha256", kUnsignedPayload},
                    {"x-amz-Checksum", checksum},
                    {"x-amz-Checksum-Algorithm", kAlgorithm},
                    {"x-amz-Data-Length", QByteArray::number(static_cast<qint64>(data.size()))}};
    call.body = parts;
    call.payload = kUnsignedPayload;
    call.maxResponse = 4096;
    call.missingPasses = fresh;
    SEALIFT_ASSIGN(const auto answer, m_connection.send(call, stop));
    if (headerValue(answer.headers, "x-amz-Checksum") != checksum)
        return fail(Error(ErrorCode::Corrupt,
                          QStringLiteral("%1: the service does not confirm the checksum that was sent").arg(call.what),
                          QStringLiteral("Try again. If it happens often, check this computer's memory.")));
    return {};
}

Status EbsClient::completeSnapshot(const QString &snapshot, qint64 blocks, const Digest &checksum,
                                   const std::stop_token &stop)
{
    ServiceCall call;
    call.action = QStringLiteral("ebs:CompleteSnapshot");
    call.what = QStringLiteral("snapshot %1").arg(snapshot);
    call.path = QStringLiteral("/snapshots/completion/%1").arg(snapshot);
    call.headers = {{"x-amz-ChangedBlocksCount", QByteArray::number(blocks)},
                    {"x-amz-Checksum", base64Of(checksum)},
                    {"x-amz-Checksum-Algorithm", kAlgorithm},
                    {"x-amz-Checksum-Aggregation-Method", "LINEAR"}};
    return m_connection.send(call, stop).map([](const HttpResponse &) {});
}

Result<SnapshotBlockPage> EbsClient::listBlocks(const QString &snapshot, qint64 from, const QString &page,
                                                const std::stop_token &stop, bool fresh)
{
    SEALIFT_TRY(checkId(snapshot));
    ServiceCall call;
    call.action = QStringLiteral("ebs:ListSnapshotBlocks");
    call.what = QStringLiteral("snapshot %1").arg(snapshot);
    call.method = "GET";
    call.path = QStringLiteral("/snapshots/%1/blocks").arg(snapshot);
    call.query = {{"maxResults", "10000"}};
    if (page.isEmpty())
        call.query.emplace_back("startingBlockIndex", QByteArray::number(from));
    else
        call.query.emplace_back("pageToken", page.toUtf8());
    call.missingPasses = fresh;
    SEALIFT_ASSIGN(const auto answer, m_connection.send(call, stop));
    const auto where = QStringLiteral("the answer to %1").arg(call.action);
    SEALIFT_ASSIGN(const auto object, parseJsonObject(answer.body, where));
    const JsonFields fields(object, where);
    SnapshotBlockPage found;
    SEALIFT_ASSIGN(const auto blockSize, fields.integer(QStringLiteral("BlockSize")));
    if (blockSize != kSnapshotBlock)
        return fail(
            Error(ErrorCode::Unsupported, QStringLiteral("%1 has blocks of %2 bytes").arg(call.what).arg(blockSize)));
    SEALIFT_ASSIGN(found.gibibytes, fields.integer(QStringLiteral("VolumeSize")));
    SEALIFT_ASSIGN(found.next, fields.optionalString(QStringLiteral("NextToken")));
    SEALIFT_ASSIGN(const auto blocks, fields.array(QStringLiteral("Blocks")));
    for (const auto &entry : blocks) {
        const JsonFields block(entry.toObject(), where);
        SnapshotBlock one;
        SEALIFT_ASSIGN(one.index, block.integer(QStringLiteral("BlockIndex")));
        SEALIFT_ASSIGN(one.token, block.string(QStringLiteral("BlockToken")));
        found.blocks.append(std::move(one));
    }
    return found;
}

Status EbsClient::getBlock(const QString &snapshot, const SnapshotBlock &block, MutableBytes out,
                           const std::stop_token &stop, bool fresh)
{
    SEALIFT_TRY(checkId(snapshot));
    ServiceCall call;
    call.action = QStringLiteral("ebs:GetSnapshotBlock");
    call.what = blockWords(snapshot, block.index);
    call.method = "GET";
    call.path = blockPath(snapshot, block.index);
    call.query = {{"blockToken", block.token.toUtf8()}};
    call.into = out;
    call.missingPasses = fresh;
    SEALIFT_ASSIGN(const auto answer, m_connection.send(call, stop));
    const bool whole = answer.received == static_cast<qint64>(out.size());
    if (!whole || headerValue(answer.headers, "x-amz-Checksum") != base64Of(sha256(out)))
        return fail(Error(ErrorCode::Corrupt,
                          QStringLiteral("%1 arrived %2")
                              .arg(call.what, whole ? QStringLiteral("changed") : QStringLiteral("cut off")),
                          QStringLiteral("Try again.")));
    return {};
}

} // namespace sealift
