#pragma once

#include "base/bytes.h"
#include "base/result.h"
#include "crypto/xts_cipher.h"
#include "scratch/sector_map.h"

#include <QString>

#include <functional>

namespace sealift {

/// Reads plain bytes from a volume's file. Holds nothing of its own: what it is given must outlive it.
class SectorReader
{
public:
    /// @param path names the file in errors.
    /// @param isStopped asked between pieces; where it says true, read() ends with Cancelled. May be empty.
    SectorReader(int file, const SectorMap &map, QString path, std::function<bool()> isStopped = {});

    /// Any bytes within the map. @param sector memory for one sector; wiped where it was used.
    /// Errors: Io, Corrupt (the file is too short), Cancelled, Internal.
    Status read(qint64 offset, MutableBytes out, XtsCipher &cipher, MutableBytes sector) const;

    /// Whole sectors that were written, from the sector `first` on.
    Status readWritten(qint64 first, MutableBytes out, XtsCipher &cipher) const;

private:
    Status readRun(qint64 offset, MutableBytes out, XtsCipher &cipher, MutableBytes sector) const;
    Status readFile(qint64 offset, MutableBytes out) const;

    int m_file;
    const SectorMap &m_map;
    QString m_path;
    std::function<bool()> m_isStopped;
};

} // namespace sealift
