#include "task/service_state.h"

#include "task/secret_guard.h"
#include "task/task_record.h"

#include <QJsonArray>

#include <algorithm>

namespace sealift {

namespace {

const auto kService = QStringLiteral("service");
const auto kTask = QStringLiteral("task");
const auto kStatus = QStringLiteral("status");
const auto kMessage = QStringLiteral("message");
const auto kProgress = QStringLiteral("progress");
const auto kRemark = QStringLiteral("remark");
const auto kDisks = QStringLiteral("disks");
const auto kSnapshot = QStringLiteral("snapshot");

void insertProgress(QJsonObject &json, int progress)
{
    if (progress >= 0)
        json.insert(kProgress, progress);
}

/// The journal refuses what looks like a secret; a service may say anything.
QString told(const QString &words)
{
    constexpr qsizetype kLongest = 400;
    return looksSecret(words) ? QStringLiteral("(what it says looks like a secret, and is not repeated)")
                              : words.left(kLongest);
}

} // namespace

QJsonObject ServiceState::toJson() const
{
    if (isEmpty())
        return {};
    QJsonArray list;
    for (const auto &disk : disks) {
        QJsonObject one{{kSnapshot, disk.snapshot}, {kStatus, disk.status}, {kMessage, disk.message}};
        insertProgress(one, disk.progress);
        list.append(one);
    }
    QJsonObject json{{kTask, task}, {kStatus, status}, {kMessage, message}, {kDisks, list}};
    insertProgress(json, progress);
    if (!remark.isEmpty())
        json.insert(kRemark, remark);
    return json;
}

ServiceState ServiceState::of(const ImportTaskFacts &facts)
{
    ServiceState state{facts.id, facts.status, told(facts.message), facts.progress, {}, facts.disks};
    for (auto &disk : state.disks)
        disk.message = told(disk.message);
    return state;
}

ServiceState ServiceState::of(const ExportTaskFacts &facts)
{
    return {facts.id, facts.status, told(facts.message), facts.progress, {}, {}};
}

ServiceState ServiceState::of(const TaskRecord &record)
{
    const auto json = record.staged.value(kService).toObject();
    ServiceState state;
    state.task = json.value(kTask).toString();
    state.status = json.value(kStatus).toString();
    state.message = json.value(kMessage).toString();
    state.progress = json.value(kProgress).toInt(-1);
    state.remark = json.value(kRemark).toString();
    for (const auto &entry : json.value(kDisks).toArray()) {
        const auto one = entry.toObject();
        ImportedDiskFacts disk;
        disk.snapshot = one.value(kSnapshot).toString();
        disk.status = one.value(kStatus).toString();
        disk.message = one.value(kMessage).toString();
        disk.progress = one.value(kProgress).toInt(-1);
        state.disks.append(disk);
    }
    return state;
}

QString ServiceState::text() const
{
    QStringList parts{status};
    if (!message.isEmpty() && message != status)
        parts.append(message);
    if (progress >= 0)
        parts.append(QStringLiteral("%1 %").arg(progress));
    if (!remark.isEmpty())
        parts.append(remark);
    return parts.join(QStringLiteral(", "));
}

QString ImportWatch::seen(const ServiceState &state, bool isOver, Time now)
{
    auto all = state.status + QLatin1Char('\n') + state.message + QLatin1Char('\n') + QString::number(state.progress);
    for (const auto &disk : state.disks)
        all += QLatin1Char('\n') + disk.status + QLatin1Char(' ') + QString::number(disk.progress);
    const auto phase = state.message.isEmpty() ? state.status : state.message;
    if (all == m_last) {
        m_pause = std::min(m_pause * 3 / 2, kLongestPause);
    } else {
        m_last = all;
        m_changed = now;
        m_pause = kFirstPause;
    }
    if (phase != m_phase) {
        if (m_phases.contains(phase))
            ++m_turns;
        if (!m_phase.isEmpty() && !m_phases.contains(m_phase))
            m_phases.append(m_phase);
        m_phase = phase;
    }
    if (isOver)
        return {};
    if (now - m_changed >= m_patience)
        return QStringLiteral("nothing has changed for %1 minutes: it seems to stall")
            .arg(std::chrono::duration_cast<std::chrono::minutes>(now - m_changed).count());
    return m_turns > 0 ? QStringLiteral("the service has gone back to what it had done before, %1 times").arg(m_turns)
                       : QString();
}

} // namespace sealift
