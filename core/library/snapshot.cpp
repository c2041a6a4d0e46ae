#include "library/snapshot.h"

#include "base/json.h"
#include "base/parallel.h"
#include "library/client_identity.h"
#include "library/go_text.h"

#include <algorithm>
#include <limits>
#include <mutex>

namespace sealift {

namespace {

// As many as a store with latency likes; parsing costs nothing.
constexpr int kThreads = 4;

class SnapshotFields
{
public:
    SnapshotFields(const QJsonObject &object, const QString &where)
        : m_fields(object, where)
        , m_where(where)
    {
    }

    const JsonFields &fields() const { return m_fields; }

    Result<Digest> id(const QString &field) const
    {
        SEALIFT_ASSIGN(const auto text, m_fields.string(field));
        auto parsed = Digest::fromHex(text);
        if (!parsed)
            return fail(Error(ErrorCode::Corrupt,
                              QStringLiteral("%1: field \"%2\": %3").arg(m_where, field, parsed.error().what())));
        return parsed;
    }

    Result<std::optional<Digest>> optionalId(const QString &field) const
    {
        if (!m_fields.has(field) || m_fields.raw().value(field).isNull())
            return std::optional<Digest>();
        return id(field).map([](const Digest &value) { return std::optional(value); });
    }

    Result<quint32> optionalNumber(const QString &field) const
    {
        if (!m_fields.has(field))
            return 0U;
        SEALIFT_ASSIGN(const auto value, m_fields.integer(field));
        if (value < 0 || value > std::numeric_limits<quint32>::max())
            return fail(
                Error(ErrorCode::Corrupt, QStringLiteral("%1: field \"%2\" is out of range").arg(m_where, field)));
        return static_cast<quint32>(value);
    }

private:
    JsonFields m_fields;
    QString m_where;
};

void appendStrings(QByteArray &out, const QStringList &strings)
{
    out.append('[');
    for (const auto &text : strings) {
        if (!out.endsWith('['))
            out.append(',');
        appendGoJsonString(out, text.toUtf8());
    }
    out.append(']');
}

} // namespace

Snapshot Snapshot::now()
{
    const auto identity = ClientIdentity::current();
    Snapshot snapshot;
    snapshot.time = QDateTime::currentDateTimeUtc();
    snapshot.hostname = identity.hostname;
    snapshot.username = identity.username;
    snapshot.uid = identity.uid;
    snapshot.gid = identity.gid;
    return snapshot;
}

Result<Snapshot> Snapshot::parse(const QByteArray &json, const QString &where)
{
    SEALIFT_ASSIGN(const auto object, parseJsonObject(json, where));
    const SnapshotFields reader(object, where);
    const auto &fields = reader.fields();
    Snapshot snapshot;
    SEALIFT_ASSIGN(snapshot.time, fields.time(QStringLiteral("time")));
    SEALIFT_ASSIGN(snapshot.parent, reader.optionalId(QStringLiteral("parent")));
    SEALIFT_ASSIGN(snapshot.tree, reader.id(QStringLiteral("tree")));
    SEALIFT_ASSIGN(snapshot.paths, fields.optionalStrings(QStringLiteral("paths")));
    SEALIFT_ASSIGN(snapshot.hostname, fields.optionalString(QStringLiteral("hostname")));
    SEALIFT_ASSIGN(snapshot.username, fields.optionalString(QStringLiteral("username")));
    SEALIFT_ASSIGN(snapshot.uid, reader.optionalNumber(QStringLiteral("uid")));
    SEALIFT_ASSIGN(snapshot.gid, reader.optionalNumber(QStringLiteral("gid")));
    SEALIFT_ASSIGN(snapshot.excludes, fields.optionalStrings(QStringLiteral("excludes")));
    SEALIFT_ASSIGN(snapshot.tags, fields.optionalStrings(QStringLiteral("tags")));
    SEALIFT_ASSIGN(snapshot.original, reader.optionalId(QStringLiteral("original")));
    SEALIFT_ASSIGN(snapshot.programVersion, fields.optionalString(QStringLiteral("program_version")));
    return snapshot;
}

QByteArray Snapshot::toJson() const
{
    QByteArray out("{");
    const auto addString = [&out](QByteArrayView key, const QByteArray &value) {
        if (value.isEmpty())
            return;
        appendGoJsonKey(out, key);
        appendGoJsonString(out, value);
    };
    const auto addId = [&addString](QByteArrayView key, const std::optional<Digest> &id) {
        if (id)
            addString(key, id->hex().toLatin1());
    };
    const auto addNumber = [&out](QByteArrayView key, quint32 value) {
        if (value == 0)
            return;
        appendGoJsonKey(out, key);
        out.append(QByteArray::number(value));
    };
    const auto addStrings = [&out](QByteArrayView key, const QStringList &strings) {
        if (strings.isEmpty())
            return;
        appendGoJsonKey(out, key);
        appendStrings(out, strings);
    };
    addString("time", goTime(time));
    addId("parent", parent);
    addId("tree", tree);
    appendGoJsonKey(out, "paths");
    appendStrings(out, paths);
    addString("hostname", hostname.toUtf8());
    addString("username", username.toUtf8());
    addNumber("uid", uid);
    addNumber("gid", gid);
    addStrings("excludes", excludes);
    addStrings("tags", tags);
    addId("original", original);
    addString("program_version", programVersion.toUtf8());
    return out.append('}');
}

Result<Snapshot> loadSnapshot(const UnpackedFiles &files, const SnapshotId &id, const std::stop_token &stop)
{
    SEALIFT_ASSIGN(const auto json, files.load(FileKind::Snapshot, id, stop));
    return Snapshot::parse(json, files.describe(FileKind::Snapshot, id));
}

Result<SnapshotList> loadSnapshots(const UnpackedFiles &files, const std::stop_token &stop)
{
    SEALIFT_ASSIGN(const auto ids, files.list(FileKind::Snapshot, stop));
    SnapshotList list;
    std::mutex mutex;
    const auto loadOne = [&](std::size_t i, const std::stop_token &ending) -> Status {
        auto snapshot = loadSnapshot(files, ids[i], ending);
        const std::lock_guard lock(mutex);
        if (snapshot)
            list.snapshots.push_back({ids[i], *std::move(snapshot)});
        else if (snapshot.error().code() == ErrorCode::Cancelled)
            return fail(std::move(snapshot).error());
        // One that is gone by now was forgotten meanwhile.
        else if (snapshot.error().code() != ErrorCode::NotFound)
            list.unreadable.push_back({ids[i], std::move(snapshot).error()});
        return {};
    };
    SEALIFT_TRY(forEachInParallel(ids.size(), kThreads, loadOne, stop));
    std::sort(list.snapshots.begin(), list.snapshots.end(), [](const auto &a, const auto &b) {
        return a.snapshot.time != b.snapshot.time ? a.snapshot.time < b.snapshot.time : a.id < b.id;
    });
    std::sort(list.unreadable.begin(), list.unreadable.end(), [](const auto &a, const auto &b) { return a.id < b.id; });
    return list;
}

Result<SnapshotId> saveSnapshot(const UnpackedFiles &files, const Snapshot &snapshot, const std::stop_token &stop)
{
    return files.save(FileKind::Snapshot, viewOf(snapshot.toJson()), stop);
}

Result<SnapshotId> findSnapshotId(const std::vector<SnapshotId> &ids, QStringView text)
{
    const auto digits = text.toString().toLower();
    const bool isHex = std::all_of(digits.begin(), digits.end(),
                                   [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
    if (!isHex || digits.size() < kMinIdDigits || digits.size() > 2 * static_cast<qsizetype>(Digest::kSize))
        return fail(Error(
            ErrorCode::NotFound,
            QStringLiteral("\"%1\" is not a snapshot id: %2 to 64 hexadecimal digits").arg(text).arg(kMinIdDigits)));
    std::vector<SnapshotId> matches;
    std::copy_if(ids.begin(), ids.end(), std::back_inserter(matches),
                 [&digits](const SnapshotId &id) { return id.hex().startsWith(digits); });
    if (matches.empty())
        return fail(Error(ErrorCode::NotFound, QStringLiteral("there is no snapshot \"%1\"").arg(text)));
    if (matches.size() > 1) {
        constexpr std::size_t kShown = 5;
        QStringList shown;
        for (std::size_t i = 0; i < std::min(kShown, matches.size()); ++i)
            shown.append(matches[i].hex().left(std::max<qsizetype>(16, digits.size() + 4)));
        if (matches.size() > kShown)
            shown.append(QStringLiteral("..."));
        return fail(Error(ErrorCode::InvalidArgument,
                          QStringLiteral("\"%1\" is the beginning of %2 snapshot ids: %3")
                              .arg(text)
                              .arg(matches.size())
                              .arg(shown.join(QStringLiteral(", "))),
                          QStringLiteral("Give more digits.")));
    }
    return matches.front();
}

Status forgetSnapshot(const UnpackedFiles &files, const SnapshotId &id, const std::stop_token &stop)
{
    SEALIFT_ASSIGN(const auto ids, files.list(FileKind::Snapshot, stop));
    if (std::find(ids.begin(), ids.end(), id) == ids.end())
        return fail(Error(ErrorCode::NotFound, QStringLiteral("there is no snapshot %1").arg(id.hex())));
    return files.remove(FileKind::Snapshot, id, stop);
}

} // namespace sealift
