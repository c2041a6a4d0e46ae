#pragma once

#include "base/result.h"
#include "scratch/cleanup_report.h"
#include "scratch/scratch_state.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace sealift {

class ScratchVolume;

/// The image a task carried.
struct ReceiptImage {
    QString name;
    QString format;
    qint64 virtualSize = 0;
    QString sourceHash; ///< SHA-256 of the source in hexadecimal digits; empty where the task ended before it was known

    bool operator==(const ReceiptImage &) const = default;
};

/// The scratch volume a task had.
struct ReceiptVolume {
    QString id;
    QString cipher;
    qint64 sectorSize = 0;
    qint64 quota = 0;
    qint64 highWater = 0;
    QList<ScratchStateChange> states; ///< each with its time

    /// As the volume is now.
    static ReceiptVolume of(const ScratchVolume &volume);
    bool operator==(const ReceiptVolume &) const = default;
};

/// One attempt to clean up.
struct CleanupAttempt {
    QList<StepResult> steps;
    QList<CheckResult> checks;

    /// Everything was done, and looking again found nothing.
    bool isConfirmed() const { return !checks.isEmpty() && allOk(steps) && allOk(checks); }
    bool operator==(const CleanupAttempt &) const = default;
};

/// What a task did, and the evidence that nothing of it rests in scratch any more. One a task.
struct Receipt {
    static constexpr int kVersion = 1;

    QString issuer; ///< program and version
    QDateTime issued;
    QString taskId;
    QString taskKind;        ///< "import", "export", "verify"
    QString endState;        ///< the task's: "completed", "failed", "cancelled", "cleanup-unconfirmed"
    bool afterCrash = false; ///< cleaned up by another process than the one that worked on it
    QDateTime created;       ///< of the task
    QDateTime ended;
    ReceiptImage image;
    QString destination;
    QString encryption; ///< of what was stored, in words ("AES-256-CTR and Poly1305-AES (restic repository format 2)")
    /// Nothing where the task ended before it had one, or only a crashed process knew it.
    std::optional<ReceiptVolume> volume;
    /// The last one counts; those before it failed.
    QList<CleanupAttempt> cleanup;
    QString auditHash; ///< of the task's entries in the audit log: SHA-256 in hexadecimal digits
    qint64 auditEntries = 0;

    bool isConfirmed() const { return !cleanup.isEmpty() && cleanup.last().isConfirmed(); }
    bool operator==(const Receipt &) const = default;

    /// Without a signature.
    QJsonObject toJson() const;
    /// Errors: Corrupt, naming the field; Unsupported (a later version).
    static Result<Receipt> fromJson(const QJsonObject &object);
};

} // namespace sealift
