#include "image/file_allocation.h"

#include <cerrno>

#include <unistd.h>

namespace sealift {

namespace {

constexpr qint64 kMinHole = 65536;

}

Status FileAllocation::look(qint64 offset)
{
    // lseek() moves nothing that anybody uses: all reading is by pread().
    const auto data = ::lseek(m_file.descriptor(), offset, SEEK_DATA);
    if (data == offset) {
        const auto hole = ::lseek(m_file.descriptor(), offset, SEEK_HOLE);
        m_data = true;
        m_end = hole > offset ? hole : m_file.size();
    } else if (data > offset) {
        m_data = false;
        m_end = data;
    } else if (errno == ENXIO) { // a hole up to the end of the file, or the file has shrunk
        SEALIFT_TRY(m_file.checkUnchanged());
        m_data = false;
        m_end = m_file.size();
    } else if (errno == EINVAL || errno == EOPNOTSUPP ||
               errno == ENOTTY) { // no such question here: a block device, an old file system
        m_data = true;
        m_end = m_file.size();
    } else {
        return fail(Error::fromErrno(errno, QStringLiteral("cannot look for holes in %1").arg(m_file.path())));
    }
    m_begin = offset;
    return {};
}

Result<FileAllocation::Stretch> FileAllocation::at(qint64 offset, qint64 length)
{
    if (offset >= m_file.size())
        return Stretch{true, 0};
    if (offset < m_begin || offset >= m_end)
        SEALIFT_TRY(look(offset));
    return Stretch{m_data, std::min(length, m_end - offset)};
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
