#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <functional>

namespace sealift {

/// Reads the names out of a stream of cpio archives of the "newc" form (cpio(5); the kernel's buffer-format.rst), piece
/// by piece as it comes; contents are passed over.
class CpioNames
{
public:
    /// @param each told the name of each regular or other entry.
    explicit CpioNames(std::function<void(const QByteArray &)> each);

    /// True if an archive begins there.
    static bool begins(ByteView bytes);

    /// The next bytes of the stream. Errors: Corrupt.
    Status feed(ByteView bytes);

    /// Feeds one plain archive out of `bytes`, up to its trailer, through `take` (which calls feed()). Returns how many
    /// bytes it has. Errors: Corrupt, those of `take`.
    Result<std::size_t> feedArchive(ByteView bytes, const std::function<Status(ByteView)> &take);

    /// Another stream begins.
    void restart();

private:
    enum class Part { Header, Name, Content };

    Status finishPart();
    Status parseHeader();

    std::function<void(const QByteArray &)> m_each;
    Part m_part = Part::Header;
    QByteArray m_held;    ///< of the header or the name, as far as it has come
    qint64 m_missing = 0; ///< bytes until the part is complete
    qint64 m_nameSize = 0;
    qint64 m_contentSize = 0;
    bool m_ended = false; ///< the trailer was read
};

} // namespace sealift
