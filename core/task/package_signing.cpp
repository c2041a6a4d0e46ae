#include "task/package_signing.h"

#include "base/file_descriptor.h"

#include <QFile>

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace sealift {

namespace {

constexpr int kLargest = 256 << 10; // bytes

/// Into locked memory: one of the files holds a private key.
Result<QCA::SecureArray> readWhole(const QString &path)
{
    const FileDescriptor file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
    if (!file)
        return fail(Error::fromErrno(errno, QStringLiteral("cannot read %1").arg(path)));
    QCA::SecureArray bytes(kLargest);
    int size = 0;
    while (size < kLargest) {
        const auto got = ::read(file.get(), bytes.data() + size, static_cast<std::size_t>(kLargest - size));
        if (got == 0)
            break;
        if (got < 0 && errno != EINTR)
            return fail(Error::fromErrno(errno, QStringLiteral("cannot read %1").arg(path)));
        size += got > 0 ? static_cast<int>(got) : 0;
    }
    bytes.resize(size);
    return bytes;
}

} // namespace

Result<std::shared_ptr<const PackageSigner>> loadSigner(const SigningFiles &files)
{
    if (files.isEmpty())
        return std::shared_ptr<const PackageSigner>();
    SEALIFT_ASSIGN(const auto certificate, readWhole(files.certificate));
    SEALIFT_ASSIGN(const auto key, readWhole(files.key));
    SEALIFT_ASSIGN(auto signer, PackageSigner::load(certificate.toByteArray(), files.certificate, key, files.key,
                                                    QDateTime::currentDateTimeUtc()));
    return std::make_shared<const PackageSigner>(std::move(signer));
}

} // namespace sealift
