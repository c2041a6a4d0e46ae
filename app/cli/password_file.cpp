#include "cli/password_file.h"

#include "base/file_descriptor.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>

namespace sealift {

namespace {

QString named(const QString &path)
{
    return QStringLiteral("password file \"%1\"").arg(path);
}

Error cannotRead(const QString &path)
{
    return Error::fromErrno(errno, QStringLiteral("cannot read %1").arg(named(path)));
}

Error unusable(const QString &path, const QString &why)
{
    return {ErrorCode::InvalidArgument, QStringLiteral("%1 %2").arg(named(path), why),
            QStringLiteral("Give a text file that holds the password and nothing else.")};
}

/// Everything up to the end; at most one byte more than a password may have.
Result<QCA::SecureArray> readAll(int descriptor, const QString &path)
{
    QCA::SecureArray bytes(kMaxPasswordSize + 1);
    int size = 0;
    while (size < bytes.size()) {
        const auto got = ::read(descriptor, bytes.data() + size, static_cast<std::size_t>(bytes.size() - size));
        if (got == 0)
            break;
        if (got < 0 && errno != EINTR)
            return fail(cannotRead(path));
        size += static_cast<int>(std::max<ssize_t>(got, 0));
    }
    bytes.resize(size);
    return bytes;
}

QString warningFor(const QString &path, const struct stat &status, const QCA::SecureArray &password)
{
    if (S_ISREG(status.st_mode) && (status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return QStringLiteral("other users may read %1; \"chmod 600\" keeps it private").arg(named(path));
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    if (isBlank(password.at(0)) || isBlank(password.at(password.size() - 1)))
        return QStringLiteral("the password in %1 begins or ends with a blank, which other programs may drop")
            .arg(named(path));
    return {};
}

} // namespace

Result<FilePassword> readPasswordFile(const QString &path)
{
    const FileDescriptor file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
    struct stat status {
    };
    if (!file || ::fstat(file.get(), &status) != 0)
        return fail(cannotRead(path));
    SEALIFT_ASSIGN(auto bytes, readAll(file.get(), path));

    constexpr char kByteOrderMark[] = "\xef\xbb\xbf";
    constexpr int kMarkSize = sizeof(kByteOrderMark) - 1;
    const int start =
        bytes.size() >= kMarkSize && std::memcmp(bytes.constData(), kByteOrderMark, kMarkSize) == 0 ? kMarkSize : 0;
    int end = bytes.size();
    while (end > start && (bytes.at(end - 1) == '\n' || bytes.at(end - 1) == '\r'))
        --end;
    if (end == start)
        return fail(unusable(path, QStringLiteral("is empty")));
    if (end - start > kMaxPasswordSize)
        return fail(unusable(path, QStringLiteral("is longer than %1 bytes").arg(kMaxPasswordSize)));
    if (std::memchr(bytes.constData(), 0, static_cast<std::size_t>(bytes.size())) != nullptr)
        return fail(unusable(path, QStringLiteral("is not a text file")));

    FilePassword read;
    read.password = QCA::SecureArray(end - start);
    std::memcpy(read.password.data(), bytes.constData() + start, static_cast<std::size_t>(end - start));
    read.warning = warningFor(path, status, read.password);
    return read;
}

} // namespace sealift
