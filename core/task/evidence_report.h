#pragma once

#include "task/evidence_bundle.h"

namespace sealift {

/// The bundle's report for people: one HTML page that loads nothing from anywhere and runs nothing, with a table of the
/// tasks and the checks of each cleanup, and the log's entries.
QByteArray evidenceReport(const HistoryFilter &filter, const QList<StoredReceipt> &receipts,
                          const QList<AuditEntry> &entries, const EvidenceOutcome &outcome);

} // namespace sealift
