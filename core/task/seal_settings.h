#pragma once

#include "crypto/seal/seal_recipients.h"

#include <QJsonObject>
#include <QStringList>

#include <functional>
#include <memory>

namespace sealift {

/// For whom an export is sealed, as the journal keeps it: nothing of it is secret. One of the kinds, or nothing.
struct SealSettings {
    QStringList certificates = {};  ///< absolute paths of files
    QStringList ageRecipients = {}; ///< "age1..."
    QString passphraseFile = {};    ///< absolute path; for age, too
    QString luksFile = {};          ///< absolute path of the passphrase of a LUKS volume

    bool isEmpty() const { return *this == SealSettings(); }
    bool operator==(const SealSettings &) const = default;

    /// Adds fields to the settings of a task; none where nothing is sealed.
    void insertInto(QJsonObject &json) const;
    /// @param where names the task in errors. Errors: Corrupt, naming the field.
    static Result<SealSettings> parse(const QJsonObject &json, const QString &where);
};

/// Reads a passphrase out of a file. Passed in by whoever knows the rules for such files.
using PassphraseReader = std::function<Result<QCA::SecureArray>(const QString &file)>;

/// Reads the certificates, recipients or passphrase that the settings name; null where they name none. Errors:
/// InvalidArgument (more than one kind, or as RecipientCertificate and AgeRecipient have it), NotFound,
/// PermissionDenied, Io (the file cannot be read), Unsupported.
Result<std::shared_ptr<const SealRecipients>> loadRecipients(const SealSettings &settings,
                                                             const PassphraseReader &readPassphrase);

} // namespace sealift
