#pragma once

#include "image/disk_file.h"

#include <cstring>

namespace sealift::test {

/// Bytes in memory as a disk image that has no neighbours.
class MemoryDiskFile final : public DiskFile
{
public:
    MemoryDiskFile(const uint8_t *data, std::size_t size)
        : m_data(data)
    {
        m_identity.size = static_cast<qint64>(size);
        m_identity.allocated = static_cast<qint64>(size);
    }

    QString path() const override { return QStringLiteral("memory"); }
    Status checkUnchanged() const override { return {}; }
    Result<Stretch> stretchAt(qint64 offset) const override { return Stretch{true, size() - offset}; }
    void willRead(qint64 /*offset*/, qint64 /*length*/) const override {}
    std::vector<FilePiece> pieces() const override { return {}; }
    bool hasNeighbours() const override { return false; }

protected:
    Status readInside(qint64 offset, MutableBytes out) const override
    {
        std::memcpy(out.data(), m_data + offset, out.size());
        return {};
    }

private:
    const uint8_t *m_data;
};

} // namespace sealift::test
