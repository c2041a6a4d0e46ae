#pragma once

#include "base/result.h"

#include <QJsonObject>
#include <QString>
#include <QUrl>

namespace sealift {

/// How a web server is reached that an image is read from. No secret: none is sent.
struct RemoteSettings {
    QString caFile; ///< absolute path; empty: the system's certificates
    bool allowInsecureLoopback = false;

    QJsonObject toJson() const;
    /// @param where names the task in errors. Errors: Corrupt, naming the field.
    static Result<RemoteSettings> parse(const QJsonObject &settings, const QString &where);

    bool operator==(const RemoteSettings &) const = default;
};

/// Whether the text is meant as a URL of an image, and not as the path of a file.
bool isRemoteImage(const QString &text);

/// The URL of an image, as somebody wrote it. Errors: InvalidArgument; Unsafe (a user name, a password, a signature or
/// a token in it, which then is not repeated: a URL is kept in the journal).
Result<QUrl> remoteImageUrl(const QString &text);

} // namespace sealift
