#pragma once

#include "common/store_opening.h"

#include <QObject>

#include <map>
#include <mutex>

namespace sealift {

/// Opens the stores of libraries for the window and its tasks. Keeps who works with them, so that libraries with the
/// same profile share their credentials and nobody is asked for a code twice. Thread-safe.
class StoreOpener : public QObject
{
    Q_OBJECT

public:
    /// @param mfa asks for codes; empty: nobody can be asked.
    explicit StoreOpener(MfaPrompt mfa = {}, QObject *parent = nullptr);

    /// Errors: those of openStoreWith().
    Result<std::unique_ptr<ObjectStore>> open(const LibraryPlace &place);

    /// An object to store an export in. Errors: those of openUploadWith().
    Result<std::shared_ptr<S3ObjectUpload>> openUpload(const QString &location, const StoreSettings &settings);

Q_SIGNALS:
    /// What the user should know of a service. From any thread.
    void noticed(const QString &text);

private:
    StoreTalk talk();

    const MfaPrompt m_mfa;
    std::mutex m_mutex;
    std::map<QString, StoreIdentity> m_identities; ///< by what finds them
};

} // namespace sealift
