#include "crypto/installation_key.h"

#include "base/output_file.h"
#include "base/private_folder.h"
#include "crypto/base64.h"
#include "crypto/random.h"
#include "crypto/sealed_private_key.h"

#include <QFile>

#include <cerrno>
#include <optional>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sealift {

namespace {

constexpr const char *kPrivateName = "receipt-key.pem";
constexpr const char *kPublicName = "receipt-key.pub.pem";
constexpr const char *kSecretName = "receipt-key.secret";
constexpr qint64 kLargestFile = 65536;
constexpr int kSecretSize = 32;
// OWASP's advice for PBKDF2-HMAC-SHA256 is 600,000; a random secret of 256 bits needs no stretching at all.
constexpr int kIterationsForPeople = 1'000'000;
constexpr int kIterationsForSecrets = 2048;

bool isMissing(const Error &error)
{
    return error.code() == ErrorCode::NotFound;
}

/// The files of the key.
class KeyFolder
{
public:
    static Result<KeyFolder> open(const QString &path)
    {
        KeyFolder folder;
        folder.m_path = path;
        SEALIFT_ASSIGN(folder.m_folder, makePrivateFolder(path));
        return folder;
    }

    QString pathOf(const char *name) const { return m_path + QLatin1Char('/') + QLatin1String(name); }

    /// Errors: NotFound; Unsafe (others can read it); Corrupt (too large); Io.
    Result<QCA::SecureArray> read(const char *name) const
    {
        const auto path = pathOf(name);
        const FileDescriptor file(::openat(m_folder.get(), name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
        struct stat status = {};
        if (!file || ::fstat(file.get(), &status) != 0)
            return fail(Error::fromErrno(errno, QStringLiteral("cannot open %1").arg(path)));
        if (!S_ISREG(status.st_mode) || status.st_uid != ::geteuid() || (status.st_mode & 077U) != 0)
            return fail(Error(ErrorCode::Unsafe, QStringLiteral("%1 is not this user's alone").arg(path),
                              QStringLiteral("If it was always yours, close it: chmod 600 \"%1\".").arg(path)));
        if (status.st_size > kLargestFile)
            return fail(Error(ErrorCode::Corrupt, QStringLiteral("%1 is too large").arg(path)));
        QCA::SecureArray content(static_cast<int>(status.st_size));
        if (::pread(file.get(), content.data(), static_cast<std::size_t>(content.size()), 0) != content.size())
            return fail(Error::fromErrno(EIO, QStringLiteral("cannot read %1").arg(path)));
        return content;
    }

    /// Errors: AlreadyExists, where it is not to be replaced; those of writing.
    Status write(const char *name, ByteView content, Overwrite overwrite) const
    {
        FileDescriptor folder(::openat(m_folder.get(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (!folder)
            return fail(Error::fromErrno(errno, QStringLiteral("cannot open the folder %1").arg(m_path)));
        SEALIFT_ASSIGN(const auto file, OutputFile::createIn(std::move(folder), pathOf(name), overwrite));
        SEALIFT_TRY(file->writeAt(0, content));
        return file->finish();
    }

    void remove(const char *name) const { ::unlinkat(m_folder.get(), name, 0); }

    /// The random secret, made where there is none; of several that make one, one counts.
    Result<QCA::SecureArray> secret() const
    {
        auto known = read(kSecretName);
        if (known || !isMissing(known.error()))
            return known;
        const auto fresh = encodeSecretBase64(randomKey(kSecretSize));
        const auto written =
            write(kSecretName,
                  {reinterpret_cast<const std::byte *>(fresh.constData()), static_cast<std::size_t>(fresh.size())},
                  Overwrite::No);
        if (!written && written.error().code() != ErrorCode::AlreadyExists)
            return fail(written.error());
        return read(kSecretName);
    }

private:
    KeyFolder() = default;

    QString m_path;
    FileDescriptor m_folder;
};

Result<QCA::PrivateKey> makeKey()
{
    if (!QCA::isSupported("rsa") || !QCA::isSupported("pkey"))
        return fail(Error(ErrorCode::Unsupported, QStringLiteral("QCA has no provider for RSA"),
                          QStringLiteral("Install QCA's OpenSSL plugin (qca-ossl) beside the QCA library.")));
    auto key = QCA::KeyGenerator().createRSA(InstallationKey::kBits);
    if (key.isNull())
        return fail(Error(ErrorCode::Internal, QStringLiteral("QCA could not make an RSA key")));
    return key;
}

Status createKey(const KeyFolder &folder, const QCA::SecureArray &passphrase)
{
    QCA::SecureArray sealing = passphrase;
    if (passphrase.isEmpty()) {
        SEALIFT_ASSIGN(sealing, folder.secret());
    }
    SEALIFT_ASSIGN(const auto key, makeKey());
    SEALIFT_ASSIGN(const auto pem,
                   sealPrivateKey(key, sealing, passphrase.isEmpty() ? kIterationsForSecrets : kIterationsForPeople));
    auto written = folder.write(kPrivateName, viewOf(pem), Overwrite::No);
    if (!written && written.error().code() == ErrorCode::AlreadyExists)
        return {}; // somebody else was first, and has the key that counts
    return written;
}

/// Opens what is there: by the secret, then by the passphrase.
Result<QCA::PrivateKey> openKey(const KeyFolder &folder, const QCA::SecureArray &passphrase)
{
    SEALIFT_ASSIGN(const auto sealed, folder.read(kPrivateName));
    const auto pem = sealed.toByteArray();
    const auto path = folder.pathOf(kPrivateName);
    const auto secret = folder.read(kSecretName);
    if (!secret && !isMissing(secret.error()))
        return fail(secret.error());
    if (!secret && passphrase.isEmpty())
        return fail(Error(ErrorCode::WrongPassword, QStringLiteral("%1 is sealed with a passphrase").arg(path),
                          QStringLiteral("Enter the passphrase of the installation's key.")));
    std::optional<Error> problem;
    if (secret) {
        auto key = openPrivateKey(pem, *secret);
        if (key)
            return key;
        problem = key.error();
        if (passphrase.isEmpty() && problem->code() == ErrorCode::WrongPassword)
            problem = Error(
                ErrorCode::Corrupt,
                QStringLiteral("%1 does not open %2: one of them was changed").arg(folder.pathOf(kSecretName), path));
    }
    if (!passphrase.isEmpty()) {
        auto key = openPrivateKey(pem, passphrase);
        if (key)
            return key;
        problem = key.error();
    }
    const auto remedy =
        problem->code() == ErrorCode::WrongPassword
            ? QStringLiteral("Enter the passphrase again.")
            : QStringLiteral("Restore the folder from a backup. Or move it away: a new key is made then, and receipts "
                             "signed so far are shown as signed by another key.");
    return fail(std::move(*problem).during(path).advising(remedy));
}

/// The public key beside it, for others; made where it is missing.
Status keepPublicKey(const KeyFolder &folder, const QByteArray &pem)
{
    const auto known = folder.read(kPublicName);
    if (known && known->toByteArray() == pem)
        return {};
    if (known)
        return fail(Error(ErrorCode::Corrupt,
                          QStringLiteral("%1 does not belong to the private key").arg(folder.pathOf(kPublicName)),
                          QStringLiteral("Remove it: it is made anew.")));
    if (!isMissing(known.error()))
        return fail(known.error());
    const auto written = folder.write(kPublicName, viewOf(pem), Overwrite::No);
    return written || written.error().code() == ErrorCode::AlreadyExists ? Status() : written;
}

} // namespace

/// A key that signs what its public half verifies.
Result<InstallationKey> InstallationKey::checked(const QCA::PrivateKey &key)
{
    SEALIFT_ASSIGN(auto publicKey, VerifyingKey::fromPem(key.toPublicKey().toPEM().toLatin1()));
    InstallationKey made(key, std::move(publicKey));
    const QByteArray sample("Sealift");
    SEALIFT_ASSIGN(const auto signature, made.sign(viewOf(sample)));
    if (!made.m_public.verify(viewOf(sample), signature))
        return fail(Error(ErrorCode::Corrupt, QStringLiteral("the installation's private key is damaged")));
    return made;
}

Result<InstallationKey> InstallationKey::open(const QString &folder, const QCA::SecureArray &passphrase)
{
    SEALIFT_ASSIGN(const auto files, KeyFolder::open(folder));
    auto key = openKey(files, passphrase);
    if (!key && isMissing(key.error())) {
        SEALIFT_TRY(createKey(files, passphrase));
        key = openKey(files, passphrase);
    }
    if (!key)
        return fail(key.error());
    SEALIFT_ASSIGN(auto opened, checked(*key));
    SEALIFT_TRY(keepPublicKey(files, opened.m_public.pem()));
    return opened;
}

Result<std::optional<VerifyingKey>> InstallationKey::publicKeyIn(const QString &folder)
{
    QFile file(folder + QLatin1Char('/') + QLatin1String(kPublicName));
    if (!file.exists())
        return std::optional<VerifyingKey>();
    if (!file.open(QIODevice::ReadOnly))
        return fail(
            Error(ErrorCode::Io, QStringLiteral("cannot read %1: %2").arg(file.fileName(), file.errorString())));
    auto key = VerifyingKey::fromPem(file.read(kLargestFile));
    if (!key)
        return fail(std::move(key).error().during(file.fileName()));
    return std::optional(std::move(*key));
}

Status InstallationKey::changePassphrase(const QString &folder, const QCA::SecureArray &old,
                                         const QCA::SecureArray &fresh)
{
    SEALIFT_ASSIGN(const auto files, KeyFolder::open(folder));
    SEALIFT_ASSIGN(const auto key, openKey(files, old));
    if (fresh.isEmpty()) {
        SEALIFT_ASSIGN(const auto secret, files.secret());
        SEALIFT_ASSIGN(const auto pem, sealPrivateKey(key, secret, kIterationsForSecrets));
        return files.write(kPrivateName, viewOf(pem), Overwrite::Yes);
    }
    SEALIFT_ASSIGN(const auto pem, sealPrivateKey(key, fresh, kIterationsForPeople));
    SEALIFT_TRY(files.write(kPrivateName, viewOf(pem), Overwrite::Yes));
    // If this is not reached, the secret opens nothing, and the passphrase still does.
    files.remove(kSecretName);
    return {};
}

Result<QByteArray> InstallationKey::sign(ByteView message)
{
    auto signature = m_private.signMessage(toByteArray(message), QCA::EMSA3_SHA256);
    if (signature.isEmpty())
        return fail(Error(ErrorCode::Internal, QStringLiteral("QCA could not sign")));
    return signature;
}

} // namespace sealift
