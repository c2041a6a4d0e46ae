#include "task/evidence_bundle.h"

#include "base/canonical_json.h"
#include "base/json.h"
#include "crypto/digest.h"
#include "crypto/installation_key.h"
#include "task/audit_reader.h"
#include "task/audit_verify.h"
#include "task/evidence_report.h"
#include "task/evidence_texts.h"
#include "task/program_name.h"
#include "task/secret_guard.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>

#include <KZip>

#include <map>

namespace sealift {

namespace {

constexpr int kVersion = 1;
constexpr qint64 kLargest = 1LL << 30;

using BundleFiles = std::map<QString, QByteArray>;

QByteArray readable(const QJsonObject &object)
{
    return QJsonDocument(object).toJson();
}

QJsonObject toJson(const HistoryFilter &filter)
{
    QJsonObject object;
    if (filter.since.isValid())
        object.insert(QStringLiteral("from"), toRfc3339(filter.since));
    if (filter.until.isValid())
        object.insert(QStringLiteral("to"), toRfc3339(filter.until));
    if (!filter.image.isEmpty())
        object.insert(QStringLiteral("image"), filter.image);
    if (!filter.user.isEmpty())
        object.insert(QStringLiteral("user"), filter.user);
    return object;
}

QJsonObject toJson(const AuditReport &report)
{
    QJsonArray problems;
    for (const auto &problem : report.problems)
        problems.append(QJsonObject{{QStringLiteral("file"), problem.file},
                                    {QStringLiteral("line"), problem.line},
                                    {QStringLiteral("what"), problem.what}});
    return {{QStringLiteral("entries"), report.entries},
            {QStringLiteral("files"), report.files},
            {QStringLiteral("recovered"), report.recovered},
            {QStringLiteral("removed"), report.removed},
            {QStringLiteral("clockChanges"), report.clockChanges},
            {QStringLiteral("ok"), report.ok()},
            {QStringLiteral("problems"), problems}};
}

/// The entries of the tasks, whole, and what happened beside tasks.
Result<QList<AuditEntry>> entriesFor(const QString &folder, const History &history, const HistoryFilter &filter,
                                     const std::stop_token &stop)
{
    QList<AuditEntry> entries;
    const auto pick = [&](const AuditEntry &entry) -> Status {
        if (stop.stop_requested())
            return fail(Error::cancelled());
        const bool isMeant = entry.what.task.isEmpty() ? filter.image.isEmpty() && history.matches(entry, filter)
                                                       : history.matches(entry.what.task, filter);
        if (isMeant)
            entries.append(entry);
        return {};
    };
    SEALIFT_TRY(forEachAuditEntry(folder, {}, pick));
    return entries;
}

Result<QByteArray> manifestOf(const BundleFiles &files, const EvidenceRequest &request, const QString &keyId)
{
    QJsonArray list;
    for (const auto &[path, content] : files)
        list.append(QJsonObject{{QStringLiteral("path"), path},
                                {QStringLiteral("size"), static_cast<qint64>(content.size())},
                                {QStringLiteral("sha256"), sha256(viewOf(content)).hex()}});
    return canonicalJson(QJsonObject{{QStringLiteral("version"), kVersion},
                                     {QStringLiteral("issuer"), programNameAndVersion()},
                                     {QStringLiteral("created"), toRfc3339(QDateTime::currentDateTimeUtc())},
                                     {QStringLiteral("selection"), toJson(request.filter)},
                                     {QStringLiteral("keyId"), keyId},
                                     {QStringLiteral("files"), list}});
}

Result<QByteArray> zipOf(const BundleFiles &files)
{
    QBuffer buffer;
    KZip zip(&buffer);
    if (!zip.open(QIODevice::WriteOnly))
        return fail(Error(ErrorCode::Internal, QStringLiteral("cannot begin the bundle: %1").arg(zip.errorString())));
    constexpr mode_t kMode = 0100644;
    const auto now = QDateTime::currentDateTimeUtc();
    for (const auto &[path, content] : files) {
        if (!zip.writeFile(path, content, kMode, {}, {}, now, now, now))
            return fail(Error(ErrorCode::Internal,
                              QStringLiteral("cannot put %1 into the bundle: %2").arg(path, zip.errorString())));
    }
    if (!zip.close())
        return fail(Error(ErrorCode::Internal, QStringLiteral("cannot end the bundle: %1").arg(zip.errorString())));
    return buffer.data();
}

Status writeBundle(const QString &path, const QByteArray &bytes, Overwrite overwrite)
{
    SEALIFT_ASSIGN(const auto file, OutputFile::create(path, overwrite));
    SEALIFT_TRY(file->requireSpace(bytes.size()));
    SEALIFT_TRY(file->writeAt(0, viewOf(bytes)));
    return file->finish();
}

} // namespace

Result<EvidenceOutcome> writeEvidence(const EvidenceRequest &request, const std::stop_token &stop)
{
    SEALIFT_ASSIGN(auto key, InstallationKey::open(request.identity));
    SEALIFT_ASSIGN(const auto history, History::read(request.audit, request.receipts, &key.publicKey(), stop));
    SEALIFT_ASSIGN(const auto entries, entriesFor(request.audit, history, request.filter, stop));

    EvidenceOutcome outcome;
    outcome.keyId = key.publicKey().id();
    outcome.auditEntries = entries.size();
    BundleFiles files;
    QList<StoredReceipt> receipts;
    for (const auto &receipt : history.receipts()) {
        if (!history.matches(receipt.task(), request.filter))
            continue;
        files[QStringLiteral("receipts/") + receipt.fileName] = receipt.bytes;
        if (!receipt.verified)
            outcome.invalidReceipts.append(receipt.fileName);
        receipts.append(receipt);
    }
    outcome.receipts = receipts.size();
    if (receipts.isEmpty() && entries.isEmpty())
        return fail(Error(ErrorCode::NotFound, QStringLiteral("there is nothing that could be evidence of that"),
                          QStringLiteral("Give a longer time, or another image or user; \"sealift audit show\" shows "
                                         "what there is.")));

    QByteArray audit;
    for (auto entry : entries)
        audit += entry.seal() + '\n';
    if (audit.size() > kLargest)
        return fail(Error(ErrorCode::LimitExceeded, QStringLiteral("the audit log's entries are more than 1 GiB"),
                          QStringLiteral("Make several bundles, each of a shorter time.")));
    files[QStringLiteral("audit/audit.jsonl")] = audit;
    auto verified = verifyAudit(request.audit, stop);
    if (!verified && verified.error().code() != ErrorCode::NotFound)
        return fail(std::move(verified).error());
    const auto auditReport = verified ? *verified : AuditReport();
    outcome.auditIsWhole = auditReport.ok();
    files[QStringLiteral("audit/verification.json")] = readable(toJson(auditReport));
    files[QStringLiteral("versions.json")] = readable(request.versions);
    files[QStringLiteral("settings.json")] = readable(withoutSecrets(request.settings).toObject());
    files[QStringLiteral("key.pem")] = key.publicKey().pem();
    files[QStringLiteral("README.txt")] = evidenceReadme();
    files[QStringLiteral("verify.py")] = evidenceVerifier();
    files[QStringLiteral("report.html")] = evidenceReport(request.filter, receipts, entries, outcome);

    SEALIFT_ASSIGN(const auto manifest, manifestOf(files, request, outcome.keyId));
    SEALIFT_ASSIGN(const auto signature, key.sign(viewOf(manifest)));
    files[QStringLiteral("manifest.json")] = manifest;
    files[QStringLiteral("manifest.sig")] = signature;
    outcome.files = static_cast<qint64>(files.size());
    SEALIFT_ASSIGN(const auto zip, zipOf(files));
    outcome.bytes = zip.size();
    SEALIFT_TRY(writeBundle(request.path, zip, request.overwrite));
    return outcome;
}

} // namespace sealift
