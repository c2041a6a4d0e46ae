#pragma once

#include "base/output_file.h"
#include "base/result.h"
#include "task/history_search.h"

#include <QJsonObject>
#include <QString>

#include <stop_token>

namespace sealift {

/// What an evidence bundle is to be made of.
struct EvidenceRequest {
    QString audit;    ///< the audit log's folder
    QString receipts; ///< that of the receipts
    QString identity; ///< that of the installation's key
    HistoryFilter filter;
    QJsonObject versions; ///< of Sealift and what it runs on
    QJsonObject settings; ///< the user's; what is secret-like in them is left out here (withoutSecrets())
    QString path;         ///< of the bundle
    Overwrite overwrite = Overwrite::No;
};

struct EvidenceOutcome {
    qint64 receipts = 0;
    qint64 auditEntries = 0;
    qint64 files = 0;
    qint64 bytes = 0; ///< of the bundle
    QStringList
        invalidReceipts;      ///< the names of those whose signature does not fit; they are in the bundle as they are
    bool auditIsWhole = true; ///< whether verifyAudit() found nothing
    QString keyId;
};

/// Writes a zip file with everything an auditor needs, and nothing secret: the receipts of the tasks that the filter
/// means, all audit entries of these tasks - and, where no image is asked for, the ones of no task in that time -, what
/// versions and settings were, a report for people, a manifest of SHA-256 sums signed by the installation's key, and
/// how to verify all that with openssl and python3 (core/task/evidence has these parts). The file appears complete or
/// not at all. Errors: NotFound, where the filter means nothing; LimitExceeded; those of reading, of the key and of
/// writing.
Result<EvidenceOutcome> writeEvidence(const EvidenceRequest &request, const std::stop_token &stop);

} // namespace sealift
