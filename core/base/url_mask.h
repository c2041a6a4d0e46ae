#pragma once

#include <QJsonValue>
#include <QString>
#include <QStringView>

namespace sealift {

/// The one place that knows what in a URL is a secret: the user info of its authority (RFC 3986, section 3.2.1), and
/// parameters that sign or authorise (X-Amz-Signature, X-Amz-Credential, X-Amz-Security-Token, AWSAccessKeyId, sig,
/// token, password and the like).

/// True for the name of a parameter whose value is a secret, in any spelling, percent-encoded or not.
bool isSecretParameter(QStringView name);

/// Whether the text has something that maskUrls() would take out.
bool hasUrlSecrets(const QString &text);

/// Text, be it a URL or words with URLs in them, with "***" for each such secret; everything else stays as it is. Doing
/// it twice changes nothing. Whatever makes an error, a line of a log or a receipt passes through here.
QString maskUrls(QString text);

/// The same in every string of a value, names of fields included.
QJsonValue maskUrls(const QJsonValue &value);

} // namespace sealift
