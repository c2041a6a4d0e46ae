#pragma once

#include "task/export_job.h"

namespace sealift {

/// Writes all disks of the source's image into an OVA: see exportImage(), which calls this with the lock held. A file
/// is written once; for a stream, or where it is sealed, the disks are compressed twice, because an archive says how
/// long a file is before the file.
Result<ExportOutcome> exportOva(const ExportSource &source, const ExportRequest &request, FlowControl &flow,
                                TransferCounters &counters, const std::stop_token &stop);

} // namespace sealift
