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
    QString passphraseFile = {};    ///< absolute path, or a typed one's name; for age, too
    QString luksFile = {};          ///< the same of the passphrase of a LUKS volume

    bool isEmpty() const { return *this == SealSettings(); }
    bool operator==(const SealSettings &) const = default;

    /// Adds fields to the settings of a task; none where nothing is sealed.
    void insertInto(QJsonObject &json) const;
    /// @param where names the task in errors. Errors: Corrupt, naming the field.
    static Result<SealSettings> parse(const QJsonObject &json, const QString &where);
};

/// What stands in the place of a file's path for a passphrase that somebody typed: a name that means something only to
/// the program that it was typed into, which keeps the passphrase in memory and nowhere else. @param id of that
/// program's choice; no secret.
QString typedPassphraseName(const QString &id);
bool isTypedPassphrase(const QString &file);

/// Reads a passphrase out of a file. Passed in by whoever knows the rules for such files.
using PassphraseReader = std::function<Result<QCA::SecureArray>(const QString &file)>;

/// Reads the certificates, recipients or passphrase that the settings name; null where they name none. Errors:
/// InvalidArgument (more than one kind, or as RecipientCertificate and AgeRecipient have it), NotFound,
/// PermissionDenied, Io (the file cannot be read; a typed passphrase is in no memory any more: NotFound), Unsupported.
Result<std::shared_ptr<const SealRecipients>> loadRecipients(const SealSettings &settings,
                                                             const PassphraseReader &readPassphrase);

} // namespace sealift
