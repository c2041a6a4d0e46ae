#pragma once

#include "image/ovf/file_digest.h"
#include "image/ovf/ovf_writer.h"
#include "image/writers/disk_writer.h"
#include "image/writers/image_output.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace sealift {

/// Writes an OVA: a tar archive of the description, stream-optimized disks, and a manifest of SHA-256 at its end, from
/// front to back and without a copy of anything. Source: DMTF DSP0243, "OVA package".
///
/// An archive says how long a file is before the file, and how long a compressed disk is shows when it was written. In
/// a file the few blocks with sizes are written last. For a stream the sizes must be known from the start: write it
/// twice, the first time into nothing (makeMeasuringOutput()), and take diskSizes() along.
class OvaWriter
{
public:
    /// @param machine with its disks, whose `fileSize` is filled in here. @param name of the output, for errors.
    /// @param sizes bytes of each disk's file; empty: not known, which the output must allow (a file).
    /// @param modified the time of all files, in seconds since 1970.
    OvaWriter(std::unique_ptr<ImageOutput> output, OvfMachine machine, QString name, std::vector<qint64> sizes,
              qint64 modified);
    ~OvaWriter();
    OvaWriter(const OvaWriter &) = delete;
    OvaWriter &operator=(const OvaWriter &) = delete;

    /// Makes the content of a certificate file for a manifest of that name.
    using Sign = std::function<Result<QByteArray>(const QString &manifestName, const QByteArray &manifest)>;
    /// The archive gets a certificate file as well, at its end. Before finish().
    void setSigner(Sign sign) { m_sign = std::move(sign); }

    /// Writes the description, or keeps its room free. Once.
    Status begin();

    /// A writer for the next disk: begin(), the chunks in order, finish(); then endDisk(). Errors: those of
    /// createWriterInto().
    Result<std::unique_ptr<DiskWriter>> beginDisk(const DiskPlan &plan, const WriteOptions &options);
    /// After its writer was finished and is gone. Errors: Internal (another size than was said), Io and the like.
    Status endDisk();

    /// Bytes of each disk's file so far.
    const std::vector<qint64> &diskSizes() const { return m_sizes; }
    qint64 bytesWritten() const { return m_output->bytesWritten(); }

    /// Writes the manifest and what was kept free, and completes the output.
    [[nodiscard]] Status finish();

private:
    class Member;

    bool knowsSizes() const { return !m_known.empty(); }
    QString descriptorName() const { return m_machine.name + QStringLiteral(".ovf"); }
    Result<QByteArray> descriptor() const;
    Status write(qint64 offset, const QByteArray &bytes);
    Status append(const QByteArray &bytes);
    Status addFile(const QString &name, const QByteArray &content);

    const std::unique_ptr<ImageOutput> m_output;
    OvfMachine m_machine;
    const QString m_name;
    const std::vector<qint64> m_known;
    const qint64 m_modified;
    Sign m_sign;
    qint64 m_descriptorRoom = 0;
    qint64 m_at = 0; ///< where the next byte goes
    std::unique_ptr<Member> m_member;
    std::vector<qint64> m_sizes;
    std::vector<qint64> m_headers; ///< where each disk's header is
    QList<QByteArray> m_manifest;  ///< a line a disk
};

/// An output that counts, and keeps nothing.
std::unique_ptr<ImageOutput> makeMeasuringOutput();

} // namespace sealift
