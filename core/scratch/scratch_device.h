#pragma once

#include "scratch/scratch_volume.h"

#include <QIODevice>

#include <optional>

namespace sealift {

/// A stretch of a scratch volume as a random-access QIODevice, for KArchive and writers that want one. size() is what
/// was written so far, as in a file. Writes that follow one another are gathered, so that many small ones cost no more
/// than few large ones; reads see them at once. Belongs to one thread; several devices on different stretches of one
/// volume may be used at once. What one device has read ahead it does not see change by another.
///
/// The first error of the volume sticks: errorString() has its words, every later write fails, and flush() returns it.
class ScratchDevice : public QIODevice
{
    Q_OBJECT

public:
    /// @param volume must outlive the device.
    /// @param offset where the stretch begins. @param capacity its length; negative: up to the volume's end.
    /// @param size how much of it holds something already.
    explicit ScratchDevice(ScratchVolume &volume, qint64 offset = 0, qint64 capacity = -1, qint64 size = 0);
    /// Closes; what was not flushed before may be lost without a word.
    ~ScratchDevice() override;

    /// QIODevice::Append and Text are not supported; Truncate discards what there is.
    bool open(OpenMode mode) override;
    void close() override;
    bool isSequential() const override { return false; }
    qint64 size() const override { return m_size; }
    bool seek(qint64 position) override;
    bool atEnd() const override { return pos() >= m_size; }

    /// Hands the volume what was gathered. OK only if everything that was ever written has reached the volume.
    [[nodiscard]] Status flush();

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    Status handOn();
    bool note(const Status &status);

    ScratchVolume &m_volume;
    const qint64 m_offset;
    const qint64 m_capacity;
    qint64 m_size;
    QByteArray m_gathered;
    qint64 m_gatheredAt = 0;
    std::optional<Error> m_error;
};

} // namespace sealift
