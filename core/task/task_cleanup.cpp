#include "task/task_cleanup.h"

#include "scratch/destruction.h"
#include "scratch/receipt.h"
#include "scratch/scratch_root.h"
#include "scratch/scratch_volume.h"
#include "task/audit_log.h"
#include "task/cleanup_audit.h"
#include "task/program_name.h"
#include "task/receipt_book.h"

namespace sealift {

namespace {

class AttemptCleanup
{
public:
    AttemptCleanup(const TaskRecord &record, TaskContext &context, const ExecutorServices &services,
                   const AttemptRemains &remains)
        : m_record(record)
        , m_context(context)
        , m_services(services)
        , m_remains(remains)
    {
    }

    TaskOutcome run()
    {
        TaskOutcome outcome{m_remains.ending, m_remains.error};
        CleanupAttempt attempt;
        if (m_remains.folder != nullptr)
            attempt.steps = destroyScratch({*m_remains.folder, m_remains.volume, {}});
        if (m_remains.staging != nullptr)
            attempt.steps += m_remains.staging->cleanUp();
        auto audited = auditEntries(QStringLiteral("cleanup-steps"), attempt.steps);
        ScratchTraces traces{m_services.scratch.path(), m_record.id.text(), m_remains.helpers, {}};
        if (m_remains.staging != nullptr)
            traces.remotes.push_back(m_remains.staging);
        attempt.checks = confirmScratch(traces);
        const auto auditedChecks = auditEntries(QStringLiteral("cleanup-checks"), attempt.checks);

        if (m_remains.volume != nullptr)
            m_remains.volume->lifecycle().advance(attempt.isConfirmed() ? ScratchState::Confirmed
                                                                        : ScratchState::Unconfirmed);
        outcome.cleanup = attempt.isConfirmed()
                              ? CleanupStatus::confirmed()
                              : CleanupStatus::unconfirmed(leftIn(attempt.checks) + leftIn(attempt.steps));
        // What nobody wrote down to be there was never noted: nothing is written then.
        if (attempt.isConfirmed() && m_remains.staging != nullptr)
            audited = audited.and_then([&] { return m_context.keepStaged(m_remains.staging->staged()); });
        const auto name = ReceiptBook::fileName(m_record.id, m_record.attempt);
        auto written = audited.and_then([&] { return auditedChecks; }).and_then([&] {
            return receiptOf(outcome, attempt).and_then([&](const Receipt &receipt) {
                return m_services.receipts.write(receipt, name);
            });
        });
        if (written) {
            outcome.receipt = name;
            return outcome;
        }
        // Without its evidence a cleanup is not confirmed, whatever was seen.
        outcome.cleanup =
            CleanupStatus::unconfirmed({QStringLiteral("there is no receipt: %1").arg(written.error().what())});
        if (!outcome.error)
            outcome.error = std::move(written).error();
        return outcome;
    }

private:
    Status auditEntries(const QString &event, const QList<CleanupEntry> &entries)
    {
        if (entries.isEmpty())
            return {};
        const auto whole = cleanupEvent(event, m_record.id.text(), entries);
        return m_context.audit(whole.event, whole.fields);
    }

    Result<Receipt> receiptOf(const TaskOutcome &outcome, const CleanupAttempt &attempt) const
    {
        Receipt receipt;
        receipt.issuer = programNameAndVersion();
        receipt.issued = QDateTime::currentDateTimeUtc();
        receipt.taskId = m_record.id.text();
        receipt.taskKind = taskKindName(m_record.kind);
        receipt.endState =
            attempt.isConfirmed() ? taskStateName(outcome.ending) : taskEndName(TaskEnd::CleanupUnconfirmed);
        receipt.afterCrash = m_record.afterCrash;
        receipt.created = m_record.created;
        receipt.ended = receipt.issued;
        receipt.image = m_remains.facts.image;
        receipt.destination = m_record.destination;
        receipt.encryption = m_remains.facts.encryption;
        if (m_remains.volume != nullptr)
            receipt.volume = ReceiptVolume::of(*m_remains.volume);
        receipt.cleanup = {attempt};
        SEALIFT_ASSIGN(const auto audit, hashOfTask(m_services.auditFolder, receipt.taskId));
        receipt.auditHash = audit.hash.hex();
        receipt.auditEntries = audit.entries;
        return receipt;
    }

    const TaskRecord &m_record;
    TaskContext &m_context;
    const ExecutorServices &m_services;
    const AttemptRemains &m_remains;
};

} // namespace

TaskOutcome cleanUpAttempt(const TaskRecord &record, TaskContext &context, const ExecutorServices &services,
                           const AttemptRemains &remains)
{
    return AttemptCleanup(record, context, services, remains).run();
}

} // namespace sealift
