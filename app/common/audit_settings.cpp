#include "common/audit_settings.h"

#include "base/json.h"
#include "task/audit_retention.h"

#include <QDir>
#include <QFile>

namespace sealift {

namespace {

const auto kFileName = QStringLiteral("audit.json");
const auto kVersion = QStringLiteral("version");
const auto kForward = QStringLiteral("forward");
const auto kSocket = QStringLiteral("socket");
const auto kKeepDays = QStringLiteral("keep-days");

Error wrong(const QString &where, const QString &field, const QString &expected)
{
    return {ErrorCode::InvalidArgument, QStringLiteral("%1: %2 must be %3").arg(where, field, expected),
            QStringLiteral("Mend the file, or remove it.")};
}

std::optional<AuditForwarding::To> receiverOf(const QString &name)
{
    if (name == QLatin1String("off"))
        return AuditForwarding::To::Nobody;
    if (name == QLatin1String("journald"))
        return AuditForwarding::To::Journald;
    if (name == QLatin1String("syslog"))
        return AuditForwarding::To::Syslog;
    return std::nullopt;
}

Result<AuditSettings> settingsOf(const StatePaths &paths)
{
    constexpr qint64 kLargest = 64 << 10;
    QFile file(paths.config + u'/' + kFileName);
    if (paths.config.isEmpty() || !file.exists())
        return AuditSettings();
    if (!file.open(QIODevice::ReadOnly))
        return fail(
            Error(ErrorCode::Io, QStringLiteral("cannot read %1: %2").arg(file.fileName(), file.errorString())));
    if (file.size() > kLargest)
        return fail(Error(ErrorCode::LimitExceeded, QStringLiteral("%1 is larger than 64 KiB").arg(file.fileName())));
    return readAuditSettings(file.readAll(), file.fileName());
}

} // namespace

Result<AuditSettings> readAuditSettings(const QByteArray &json, const QString &where)
{
    constexpr int kLongest = 100 * 366;
    auto parsed = parseJsonObject(json, where);
    if (!parsed)
        return fail(Error(ErrorCode::InvalidArgument, parsed.error().what()));
    const auto &object = *parsed;
    for (const auto &field : object.keys()) {
        if (field != kVersion && field != kForward && field != kSocket && field != kKeepDays)
            return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("%1: there is no field %2").arg(where, field),
                              QStringLiteral("Its fields are version, forward, socket and keep-days.")));
    }
    if (object.value(kVersion).toInt() != 1)
        return fail(wrong(where, kVersion, QStringLiteral("1")));
    AuditSettings settings;
    const auto receiver = receiverOf(object.value(kForward).toString(QStringLiteral("off")));
    if (!receiver || (object.contains(kForward) && !object.value(kForward).isString()))
        return fail(wrong(where, kForward, QStringLiteral("\"off\", \"journald\" or \"syslog\"")));
    settings.forward.to = *receiver;
    settings.forward.socket = object.value(kSocket).toString();
    if (object.contains(kSocket) && !QDir::isAbsolutePath(settings.forward.socket))
        return fail(wrong(where, kSocket, QStringLiteral("an absolute path")));
    settings.keepDays = object.value(kKeepDays).toInt(object.contains(kKeepDays) ? -1 : 0);
    if (settings.keepDays < 0 || settings.keepDays > kLongest)
        return fail(wrong(where, kKeepDays, QStringLiteral("a number of days, or 0 to keep all")));
    return settings;
}

Result<std::unique_ptr<AuditLog>> openAudit(const StatePaths &paths)
{
    SEALIFT_ASSIGN(const auto settings, settingsOf(paths));
    AuditOptions options;
    options.forward = settings.forward;
    SEALIFT_ASSIGN(auto log, AuditLog::open(paths.audit(), options));
    if (settings.keepDays > 0) {
        const auto before = QDateTime::currentDateTimeUtc().addDays(-settings.keepDays);
        const auto removed = removeOldAudit(*log, before, {});
        if (!removed)
            SEALIFT_TRY(log->append({.event = QStringLiteral("not-removed"),
                                     .task = {},
                                     .fields = {{QStringLiteral("why"), removed.error().what()}}}));
    }
    return log;
}

} // namespace sealift
