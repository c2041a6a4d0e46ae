#include "task/task_preflight.h"

#include "image/inspect/inspect_disk.h"
#include "task/secret_guard.h"

#include <algorithm>

namespace sealift {

namespace {

/// What a guest's files say is quoted by findings; it need be neither short nor harmless.
constexpr qsizetype kLongestText = 1000;

QString fit(const QString &text)
{
    if (looksSecret(text))
        return QStringLiteral("What was found holds something that looks like a secret, and is not repeated.");
    return text.size() <= kLongestText ? text : text.first(kLongestText) + QStringLiteral("...");
}

QString rulesOf(const QList<Finding> &findings, Severity severity)
{
    QStringList rules;
    for (const auto &finding : findings) {
        if (finding.severity == severity)
            rules.append(finding.rule);
    }
    return rules.join(QLatin1Char(' '));
}

} // namespace

TaskPreflight::TaskPreflight(PreflightOrder order, const JobTools &tools)
    : m_order(std::move(order))
    , m_stop(tools.stop)
    , m_found(tools.found)
    , m_audit(tools.audit)
{
}

TaskPreflight::~TaskPreflight() = default;

Status TaskPreflight::judge(const HostFacts &host)
{
    SEALIFT_TRY(checkIgnored(m_order.ignored));
    m_host = host;
    m_findings = judged();
    if (auto refused = refusal()) {
        SEALIFT_TRY(tell());
        return fail(*std::move(refused));
    }
    return {};
}

void TaskPreflight::look(const QList<LookedDisk> &disks)
{
    m_disks = disks;
    m_thread = std::jthread([this, disks](const std::stop_token &own) {
        std::stop_source either;
        const std::stop_callback ending(own, [&either] { either.request_stop(); });
        const std::stop_callback stopped(m_stop, [&either] { either.request_stop(); });
        QList<Fact<DiskFacts>> facts;
        for (const auto &disk : disks) {
            if (disk.content->isStream()) {
                facts.append(Fact<DiskFacts>::unknown(
                    QStringLiteral("it is unpacked while it is imported, and not looked at before")));
                continue;
            }
            auto found = inspectDisk(*disk.content, {}, either.get_token());
            facts.append(found ? Fact<DiskFacts>(*std::move(found)) : Fact<DiskFacts>::unknown(found.error().what()));
        }
        const std::lock_guard lock(m_mutex);
        m_facts = std::move(facts);
        m_looked = true;
        m_cancelled = either.stop_requested();
        if (m_allKnown)
            judgeAll();
    });
}

void TaskPreflight::setTarget(Fact<qint64> free, qint64 needed)
{
    const std::lock_guard lock(m_mutex);
    m_host.targetFree = std::move(free);
    m_host.targetNeeded = needed;
}

void TaskPreflight::setBucket(BucketState bucket)
{
    const std::lock_guard lock(m_mutex);
    m_bucket = std::move(bucket);
}

void TaskPreflight::setImport(ImportState import)
{
    const std::lock_guard lock(m_mutex);
    m_import = std::move(import);
}

Status TaskPreflight::tellOnly()
{
    const std::lock_guard lock(m_mutex);
    m_findings = judged();
    return tell();
}

Status TaskPreflight::beforeTransfer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_allKnown = true;
        m_findings = judged();
        if (auto refused = refusal()) {
            SEALIFT_TRY(tell());
            return fail(*std::move(refused));
        }
        if (m_looked)
            judgeAll();
    }
    if (!diskMayRefuse(m_order.destination, m_order.guessed))
        return {};
    SEALIFT_TRY(settle());
    if (auto refused = refusal())
        return fail(*std::move(refused));
    return {};
}

QList<Fact<DiskFacts>> TaskPreflight::facts()
{
    const std::lock_guard lock(m_mutex);
    return m_facts;
}

Status TaskPreflight::settle()
{
    if (m_thread.joinable())
        m_thread.join();
    const std::lock_guard lock(m_mutex);
    return m_told;
}

QList<Finding> TaskPreflight::judged() const
{
    PreflightSubject subject;
    subject.destination = m_order.destination;
    subject.guessed = m_order.guessed;
    subject.host = m_host;
    subject.texts = m_texts;
    subject.bucket = m_bucket;
    subject.import = m_import;
    auto findings = runPreflight(subject, hostRules() + nameRules() + bucketRules() + importRules());
    subject.host = {};
    subject.texts.clear();
    subject.bucket.reset();
    subject.import.reset();
    subject.disks = static_cast<int>(std::max<qsizetype>(1, m_disks.size()));
    for (qsizetype i = 0; i < m_disks.size(); ++i) {
        const auto &disk = m_disks[i];
        subject.diskSize = disk.content->size();
        subject.image = disk.image;
        subject.facts = i < m_facts.size() ? m_facts[i].value() : std::nullopt;
        subject.notSeen = i < m_facts.size() ? m_facts[i].because() : QString();
        for (auto finding : runPreflight(subject, preflightRules())) {
            if (m_disks.size() > 1)
                finding.what = QStringLiteral("%1: %2").arg(disk.name, finding.what);
            findings.append(std::move(finding));
        }
    }
    for (auto &finding : findings)
        finding.what = fit(finding.what);
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding &one, const Finding &other) { return one.severity > other.severity; });
    return findings;
}

void TaskPreflight::judgeAll()
{
    m_findings = judged();
    m_told = m_cancelled ? fail(Error::cancelled()) : tell();
}

std::optional<Error> TaskPreflight::refusal() const
{
    return refusalFor(m_findings, m_order.ignored);
}

Status TaskPreflight::tell()
{
    SEALIFT_TRY(m_found(m_findings));
    return m_audit(QStringLiteral("preflight"), {{QStringLiteral("destination"), destinationName(m_order.destination)},
                                                 {QStringLiteral("errors"), rulesOf(m_findings, Severity::Error)},
                                                 {QStringLiteral("warnings"), rulesOf(m_findings, Severity::Warning)},
                                                 {QStringLiteral("notes"), rulesOf(m_findings, Severity::Note)},
                                                 {QStringLiteral("ignored"), m_order.ignored.join(QLatin1Char(' '))}});
}

} // namespace sealift
