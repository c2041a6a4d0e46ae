#include "task/evidence_report.h"

#include "base/json.h"
#include "task/program_name.h"

#include <QJsonDocument>

namespace sealift {

namespace {

constexpr auto kStyle = "body{font:15px/1.5 sans-serif;margin:2em auto;max-width:72em;padding:0 1em;color:#1c1c1c}"
                        "h1,h2{line-height:1.2}table{border-collapse:collapse;width:100%;margin:1em 0}"
                        "th,td{border:1px solid #b5b5b5;padding:.3em .6em;text-align:left;vertical-align:top;"
                        "overflow-wrap:anywhere}th{background:#ececec}code{font-size:90%}"
                        ".good{color:#0a5c22}.bad{color:#a00014;font-weight:bold}";

QString escaped(const QString &text)
{
    return text.toHtmlEscaped();
}

QString cell(const QString &text)
{
    return QStringLiteral("<td>%1</td>").arg(escaped(text));
}

/// Words, never colour alone.
QString verdict(bool isGood, const QString &good, const QString &bad)
{
    return QStringLiteral("<span class=\"%1\">%2</span>")
        .arg(isGood ? QStringLiteral("good") : QStringLiteral("bad"), escaped(isGood ? good : bad));
}

QString row(const QString &label, const QString &value)
{
    return value.isEmpty() ? QString() : QStringLiteral("<tr><th>%1</th>%2</tr>").arg(escaped(label), cell(value));
}

QString selection(const HistoryFilter &filter)
{
    return QStringLiteral("<table>") +
           row(QStringLiteral("From"),
               filter.since.isValid() ? toRfc3339(filter.since) : QStringLiteral("the beginning")) +
           row(QStringLiteral("To"), filter.until.isValid() ? toRfc3339(filter.until) : QStringLiteral("the end")) +
           row(QStringLiteral("Image"), filter.image) + row(QStringLiteral("User"), filter.user) +
           QStringLiteral("</table>");
}

QString summaryRow(const StoredReceipt &stored)
{
    if (!stored.verified)
        return QStringLiteral("<tr>%1<td colspan=\"6\">%2</td></tr>")
            .arg(cell(stored.fileName), verdict(false, {}, QStringLiteral("not valid: ") + stored.problem));
    const auto &receipt = stored.verified->receipt;
    return QStringLiteral("<tr><td><a href=\"#%1\">%2</a></td>%3%4%5%6<td>%7</td><td>%8</td></tr>")
        .arg(escaped(stored.fileName), escaped(receipt.taskId.right(8)), cell(receipt.taskKind),
             cell(receipt.image.name), cell(receipt.destination), cell(toRfc3339(receipt.ended)),
             escaped(receipt.endState),
             verdict(receipt.isConfirmed(), QStringLiteral("confirmed"), QStringLiteral("not confirmed")));
}

QString details(const StoredReceipt &stored)
{
    if (!stored.verified)
        return {};
    const auto &receipt = stored.verified->receipt;
    auto html = QStringLiteral("<h2 id=\"%1\">%2 of %3</h2><table>")
                    .arg(escaped(stored.fileName), escaped(receipt.taskKind), escaped(receipt.image.name));
    html += row(QStringLiteral("Task"), receipt.taskId);
    html += row(QStringLiteral("Ended"), QStringLiteral("%1, %2").arg(receipt.endState, toRfc3339(receipt.ended)));
    html += row(QStringLiteral("Content hash"), receipt.image.sourceHash);
    html += row(QStringLiteral("Destination"), receipt.destination);
    html += row(QStringLiteral("Encryption"), receipt.encryption);
    if (receipt.volume)
        html += row(QStringLiteral("Scratch volume"),
                    QStringLiteral("%1, %2").arg(receipt.volume->id, receipt.volume->cipher));
    html += row(QStringLiteral("Signed by key"), stored.verified->keyId);
    html += QStringLiteral("</table><table><tr><th>Cleanup</th><th>Result</th><th>Detail</th></tr>");
    for (const auto &attempt : receipt.cleanup) {
        for (const auto &entries : {attempt.steps, attempt.checks}) {
            for (const auto &entry : entries)
                html += QStringLiteral("<tr>%1<td>%2</td>%3</tr>")
                            .arg(cell(entry.name), verdict(entry.ok, QStringLiteral("ok"), QStringLiteral("FAILED")),
                                 cell(entry.detail));
        }
    }
    return html + QStringLiteral("</table>");
}

QString log(const QList<AuditEntry> &entries)
{
    auto html = QStringLiteral("<h2>Audit log</h2><table><tr><th>No.</th><th>Time</th><th>User</th><th>Event</th>"
                               "<th>Task</th><th>Fields</th></tr>");
    for (const auto &entry : entries)
        html += QStringLiteral("<tr>%1%2%3%4%5<td><code>%6</code></td></tr>")
                    .arg(cell(QString::number(entry.seq)), cell(entry.time), cell(entry.user), cell(entry.what.event),
                         cell(entry.what.task.right(8)),
                         escaped(QString::fromUtf8(QJsonDocument(entry.what.fields).toJson(QJsonDocument::Compact))));
    return html + QStringLiteral("</table>");
}

} // namespace

QByteArray evidenceReport(const HistoryFilter &filter, const QList<StoredReceipt> &receipts,
                          const QList<AuditEntry> &entries, const EvidenceOutcome &outcome)
{
    auto html =
        QStringLiteral("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>"
                       "<title>Evidence of Sealift</title><style>%1</style></head><body>"
                       "<h1>Evidence of Sealift</h1><p>Made by %2 at %3. README.txt says how to verify it without "
                       "Sealift.</p>")
            .arg(QString::fromLatin1(kStyle), escaped(programNameAndVersion()),
                 toRfc3339(QDateTime::currentDateTimeUtc()));
    html += selection(filter);
    html += QStringLiteral("<p>Audit log: %1. Receipts: %2. Key: <code>%3</code></p>")
                .arg(verdict(outcome.auditIsWhole, QStringLiteral("the chain of the whole log is unbroken"),
                             QStringLiteral("something in it was changed, see audit/verification.json")),
                     verdict(outcome.invalidReceipts.isEmpty(), QStringLiteral("all signatures fit"),
                             QStringLiteral("%1 not valid").arg(outcome.invalidReceipts.size())),
                     escaped(outcome.keyId));
    html += QStringLiteral("<table><tr><th>Task</th><th>Kind</th><th>Image</th><th>Destination</th><th>Ended</th>"
                           "<th>State</th><th>Cleanup</th></tr>");
    for (const auto &receipt : receipts)
        html += summaryRow(receipt);
    html += QStringLiteral("</table>");
    for (const auto &receipt : receipts)
        html += details(receipt);
    html += log(entries) + QStringLiteral("</body></html>\n");
    return html.toUtf8();
}

} // namespace sealift
