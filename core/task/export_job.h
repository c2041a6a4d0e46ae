#pragma once

#include "base/flow_control.h"
#include "base/result.h"
#include "crypto/digest.h"
#include "image/ovf/ovf_envelope.h"
#include "image/writers/disk_writer.h"
#include "library/fetch_plan.h"
#include "library/image_catalog.h"
#include "library/repository_lock.h"
#include "policy/finding.h"
#include "task/bucket_upload.h"
#include "task/package_signing.h"
#include "task/seal_settings.h"
#include "task/store_settings.h"
#include "task/transfer_counters.h"

#include <QElapsedTimer>
#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace sealift {

class Repository;

/// What is chosen of an OVA, whose hardware is else that of the image's own OVF, where it has one.
struct OvaOptions {
    int version = 1; ///< of OVF: 1 or 2
    std::optional<int> cpus;
    std::optional<qint64> memory; ///< bytes, a multiple of 1 MiB
    std::optional<Firmware> firmware;
    SigningFiles signing = {}; ///< by which the manifest is signed; none: it is not
};

struct ExportRequest {
    QString image; ///< a name (the latest of that name), or a snapshot's id, long or short
    QString disk;  ///< which disk of it; may be empty where it has only one
    WriteFormat format = WriteFormat::Raw;
    WriteOptions options = {};
    /// The whole image as an OVA instead of one disk; `disk` and `format` are not used then, of `options` the
    /// alignment.
    std::optional<OvaOptions> ova = {};
    QString path;        ///< the file to make, or an object in a bucket ("s3:...")
    int descriptor = -1; ///< or, where it is not -1, the descriptor to write to; `path` then names it in errors
    Overwrite overwrite = Overwrite::No;
    std::optional<Destination> target = {}; ///< what the disk is for, where somebody said so
    SealSettings seal = {};                 ///< for whom the output is sealed; nobody: it is plain
    /// What `seal` names, read: to be set where that is not empty.
    std::shared_ptr<const SealRecipients> recipients = {};
    StoreSettings store = {};                  ///< how the bucket is reached, where `path` is in one
    std::shared_ptr<BucketUpload> bucket = {}; ///< the upload there: to be set where `path` is in one
    /// Called when all data is written, before the file gets its name; an error ends the export. May be empty.
    std::function<Status()> finalizing = {};
};

struct ExportOutcome {
    Digest snapshot;
    QString name;
    QString disk;            ///< of an OVA empty
    int disks = 1;           ///< that were written
    qint64 size = 0;         ///< logical bytes of all of them
    qint64 bytesFetched = 0; ///< sealed bytes read from the library
    qint64 bytesWritten = 0; ///< to the output
    QString sealed;          ///< how and for whom (SealRecipients::words()); empty: the output is plain
    QStringList sealedFor;   ///< the same whom, for people
    qint64 bytesResumed = 0; ///< of bytesWritten: what had arrived in the bucket before
    std::chrono::milliseconds elapsed{0};
    QString contentHash;  ///< as the image's manifest has it (library/image_manifest.h); empty where it has none
    QStringList warnings; ///< what is wrong with the library without having been in the way
};

/// One disk of an image in a library, found and planned: what an export writes, once preflight has looked at it. Of an
/// OVA it is the first disk.
class ExportSource
{
public:
    /// Takes a shared lock where the store can be written, loads the index, and finds the disk.
    /// @param repository open, not locked; must outlive the object. Errors: NotFound (names what there is),
    /// InvalidArgument (several disks: names them), Corrupt, those of the store, Cancelled.
    static Result<std::unique_ptr<ExportSource>> open(Repository &repository, const ExportRequest &request,
                                                      const std::stop_token &stop);

    const FetchPlan &plan() const { return *m_plan; }
    const ImageChoice &choice() const { return m_choice; }
    const Catalog &catalog() const { return m_catalog; }
    Repository &repository() const { return m_repository; }
    /// Since open() was called.
    std::chrono::milliseconds elapsed() const { return std::chrono::milliseconds(m_timer.elapsed()); }

    /// Gives the lock back. @param outcome of what was done under it: a blob that was missing may have been removed by
    /// somebody who did not know of it, which then is the better error.
    Result<ExportOutcome> release(Result<ExportOutcome> outcome);

private:
    explicit ExportSource(Repository &repository);
    Status find(const ExportRequest &request, const std::stop_token &stop);

    Repository &m_repository;
    QElapsedTimer m_timer;
    std::unique_ptr<RepositoryLock> m_lock; ///< null: the library can only be read
    Catalog m_catalog;
    ImageChoice m_choice;
    FileContent m_file;
    std::optional<FetchPlan> m_plan;
};

/// Writes the disk out, every blob verified. A file appears under its name complete or not at all. The source's lock is
/// given back. Errors: Corrupt, those of the writer, Cancelled.
Result<ExportOutcome> exportImage(ExportSource &source, const ExportRequest &request, FlowControl &flow,
                                  TransferCounters &counters, const std::stop_token &stop);

} // namespace sealift
