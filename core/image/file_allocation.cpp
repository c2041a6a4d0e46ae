#include "image/file_allocation.h"

namespace sealift {

namespace {

constexpr qint64 kMinHole = 65536;

}

Result<DiskFile::Stretch> FileAllocation::at(qint64 offset, qint64 length)
{
    if (offset >= m_file.size())
        return DiskFile::Stretch{true, 0};
    if (offset < m_begin || offset >= m_end) {
        SEALIFT_ASSIGN(const auto stretch, m_file.stretchAt(offset));
        m_data = stretch.data;
        m_begin = offset;
        m_end = offset + stretch.length;
    }
    return DiskFile::Stretch{m_data, std::min(length, m_end - offset)};
}

Status FileAllocation::refine(const Extent &extent, qint64 fileOffset,
                              const std::function<Status(const Extent &)> &each)
{
    qint64 dataBegin = 0; // of what was not handed on yet
    for (qint64 done = 0; done < extent.length;) {
        SEALIFT_ASSIGN(const auto stretch, at(fileOffset + done, extent.length - done));
        if (stretch.length <= 0) // the rest of a last cluster that was written in part: for its reader to judge
            break;
        if (!stretch.data && stretch.length >= kMinHole) {
            if (dataBegin < done)
                SEALIFT_TRY(each({extent.offset + dataBegin, done - dataBegin, ExtentKind::Data}));
            SEALIFT_TRY(each({extent.offset + done, stretch.length, ExtentKind::Hole}));
            dataBegin = done + stretch.length;
        }
        done += stretch.length;
    }
    if (dataBegin < extent.length)
        return each({extent.offset + dataBegin, extent.length - dataBegin, ExtentKind::Data});
    return {};
}

} // namespace sealift
