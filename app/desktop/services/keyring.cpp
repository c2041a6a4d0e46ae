#include "desktop/services/keyring.h"

#include <qt6keychain/keychain.h>

namespace sealift {

namespace {

Error errorOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return {ErrorCode::NotFound, QStringLiteral("the keyring has no password of this library"),
                QStringLiteral("Type it, and let it be remembered again.")};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return {ErrorCode::PermissionDenied, QStringLiteral("the keyring was not opened"),
                QStringLiteral("Unlock the keyring, or type the password.")};
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return {ErrorCode::Unsupported, QStringLiteral("there is no keyring in this session"),
                QStringLiteral("Start one (GNOME Keyring, KWallet), or type the password each time.")};
    default:
        return {ErrorCode::Io, QStringLiteral("the keyring failed: %1").arg(job.errorString()),
                QStringLiteral("Type the password each time until the keyring works again.")};
    }
}

/// Overwrites the bytes; only of use where nobody shares them.
void wipe(QByteArray &bytes)
{
    bytes.fill('\0');
}

} // namespace

Keyring::Keyring(QString service, QObject *parent)
    : QObject(parent)
    , m_service(std::move(service))
{
}

void Keyring::read(const QString &key, const Read &then)
{
    auto *job = new QKeychain::ReadPasswordJob(m_service, this);
    job->setInsecureFallback(false);
    job->setKey(key);
    connect(job, &QKeychain::Job::finished, this, [job, then] {
        if (job->error() != QKeychain::NoError) {
            then(fail(errorOf(*job)));
            return;
        }
        auto bytes = job->binaryData();
        const QCA::SecureArray password(bytes);
        wipe(bytes);
        then(password);
    });
    job->start();
}

void Keyring::write(const QString &key, const QCA::SecureArray &password, const Done &then)
{
    auto *job = new QKeychain::WritePasswordJob(m_service, this);
    job->setInsecureFallback(false);
    job->setKey(key);
    job->setBinaryData(password.toByteArray());
    connect(job, &QKeychain::Job::finished, this,
            [job, then] { then(job->error() == QKeychain::NoError ? Status() : fail(errorOf(*job))); });
    job->start();
}

void Keyring::remove(const QString &key, const Done &then)
{
    auto *job = new QKeychain::DeletePasswordJob(m_service, this);
    job->setInsecureFallback(false);
    job->setKey(key);
    connect(job, &QKeychain::Job::finished, this, [job, then] {
        const bool isGone = job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound;
        then(isGone ? Status() : fail(errorOf(*job)));
    });
    job->start();
}

} // namespace sealift
