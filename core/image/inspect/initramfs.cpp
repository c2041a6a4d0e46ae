#include "image/inspect/initramfs.h"

#include "image/inspect/cpio_names.h"
#include "image/inspect/unpack_stream.h"

namespace sealift {

QString kernelModuleName(const QByteArray &path)
{
    auto name = path.mid(path.lastIndexOf('/') + 1);
    for (const auto *suffix : {".xz", ".zst", ".gz"}) {
        if (name.endsWith(suffix))
            name.chop(static_cast<qsizetype>(qstrlen(suffix)));
    }
    if (!name.endsWith(".ko"))
        return {};
    name.chop(3);
    return QString::fromLatin1(name.replace('-', '_'));
}

Result<InitramfsNames> listInitramfs(const QByteArray &image, const std::stop_token &stop)
{
    InitramfsNames names;
    CpioNames archive([&](const QByteArray &path) {
        auto module = kernelModuleName(path);
        if (!module.isEmpty())
            names.modules.insert(std::move(module));
    });
    qint64 unpacked = 0;
    const auto take = [&](ByteView bytes) -> Status {
        if (stop.stop_requested())
            return fail(Error::cancelled());
        unpacked += static_cast<qint64>(bytes.size());
        if (unpacked > kMostUnpacked)
            return fail(
                Error(ErrorCode::LimitExceeded,
                      QStringLiteral("the initial file system unpacks to more than %1 MiB").arg(kMostUnpacked >> 20)));
        return archive.feed(bytes);
    };
    const auto bytes = viewOf(image);
    std::size_t at = 0;
    while (at < bytes.size()) {
        if (bytes[at] == std::byte{0}) {
            ++at;
            continue;
        }
        const auto rest = bytes.subspan(at);
        if (CpioNames::begins(rest)) {
            names.compression = names.compression.isEmpty() ? QStringLiteral("none") : names.compression;
            SEALIFT_ASSIGN(const auto used, archive.feedArchive(rest, take));
            at += used;
            continue;
        }
        const auto kind = packingOf(rest);
        names.compression = packingName(kind);
        SEALIFT_ASSIGN(const auto used, unpack(kind, rest, take));
        at += used;
    }
    return names;
}

} // namespace sealift
