#pragma once

#include "image/writers/disk_writer.h"
#include "image/writers/image_output.h"
#include "task/export_job.h"

#include <memory>
#include <stop_token>

namespace sealift {

/// Bytes that the container of a disk has at least; 0 where that shows only when it is written.
qint64 leastContainerSize(const ExportRequest &request, const DiskPlan &plan);

/// Whether what is sealed lies inside the container, whose own tables can be read by everybody: LUKS in qcow2.
bool hasCipherInside(const ExportRequest &request);

/// OK where the request's format can be written from front to back, as pipes, seals and buckets need it. Errors:
/// Unsupported.
Status checkExportForm(const ExportRequest &request);

/// OK where the file that the export is to make is not there yet, or is to be replaced: before long work for it.
/// Errors: AlreadyExists.
Status checkExportTarget(const ExportRequest &request);

/// Opens what an export is written into from front to back: a descriptor, an object in a bucket, or a file that is
/// sealed. Errors: those of
/// OutputFile::create() and of SealRecipients::makeSealer(); NoSpace and LimitExceeded where `least` bytes, of a
/// container that is not sealed yet, are too many.
Result<std::unique_ptr<ImageOutput>> openExportOutput(const ExportRequest &request, qint64 least,
                                                      const std::stop_token &stop);

} // namespace sealift
