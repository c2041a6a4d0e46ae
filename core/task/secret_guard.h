#pragma once

#include "base/result.h"

#include <QJsonValue>
#include <QString>

namespace sealift {

/// The last line of defence before something is written for good: neither the journal nor the audit log takes what
/// looks like a secret. Whoever writes there knows better than to try; this finds the mistake.

/// True for the name of a field that would hold a secret ("password", "aws_secret_access_key", "sessionToken"), in any
/// spelling. The name of a file with one ("password-file") is none.
bool isSecretName(QStringView name);

/// True for text that is, or holds, a secret of a known form: a private key in PEM, an access key's id of AWS, a URL
/// with a password.
bool looksSecret(QStringView text);

/// OK where neither names nor texts anywhere in the value are secret-like. Errors: Unsafe; names the field, never its
/// content. @param where names the value in the error ("settings").
Status refuseSecrets(const QJsonValue &value, const QString &where);

/// The value for others to see: fields with a secret's name, and texts that look like one, become "(left out)"; what is
/// secret in URLs is masked.
QJsonValue withoutSecrets(const QJsonValue &value);

} // namespace sealift
