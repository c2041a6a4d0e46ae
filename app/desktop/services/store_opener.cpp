#include "desktop/services/store_opener.h"

namespace sealift {

namespace {

/// Libraries with the same key have the same credentials.
QString identityKey(const StoreSettings &settings)
{
    return QStringList{settings.profile, settings.region, settings.caFile,
                       settings.allowInsecureLoopback ? QStringLiteral("http") : QString()}
        .join(QLatin1Char('\n'));
}

} // namespace

StoreOpener::StoreOpener(MfaPrompt mfa, QObject *parent)
    : QObject(parent)
    , m_mfa(std::move(mfa))
{
}

StoreTalk StoreOpener::talk()
{
    return {m_mfa, [this](const QString &text) { Q_EMIT noticed(text); }};
}

Result<std::unique_ptr<ObjectStore>> StoreOpener::open(const LibraryPlace &place)
{
    const std::lock_guard lock(m_mutex); // opening reads AWS's files, and asks no service yet
    return openStoreWith(place.location, place.store, m_identities[identityKey(place.store)], talk());
}

Result<std::shared_ptr<S3ObjectUpload>> StoreOpener::openUpload(const QString &location, const StoreSettings &settings)
{
    const std::lock_guard lock(m_mutex); // likewise
    return openUploadWith(location, settings, m_identities[identityKey(settings)], talk());
}

} // namespace sealift
