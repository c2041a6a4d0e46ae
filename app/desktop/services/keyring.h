#pragma once

#include "base/result.h"

#include <QObject>
#include <QString>
#include <QtCrypto>

#include <functional>

namespace sealift {

/// The user's keyring (Secret Service or KWallet, through QtKeychain), for passwords that the user wants remembered.
/// Nothing is ever written anywhere else instead: without a keyring that is an error. The keyring's library keeps
/// passwords in ordinary memory for the moment it hands them over. Lives on the thread of the window; what it is told
/// to call is called there.
class Keyring : public QObject
{
    Q_OBJECT

public:
    /// @param service the name under which the keyring files the entries.
    explicit Keyring(QString service, QObject *parent = nullptr);

    using Read = std::function<void(const Result<QCA::SecureArray> &)>;
    using Done = std::function<void(const Status &)>;

    /// Errors: NotFound (no such entry), PermissionDenied, Unsupported (no keyring in this session), Io.
    void read(const QString &key, const Read &then);
    /// Errors: as read().
    void write(const QString &key, const QCA::SecureArray &password, const Done &then);
    /// Idempotent. Errors: as read(), but for NotFound.
    void remove(const QString &key, const Done &then);

private:
    const QString m_service;
};

} // namespace sealift
