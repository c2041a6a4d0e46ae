#pragma once

#include "ec2/service_connection.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace sealift {

/// What of AWS IAM sets up VM Import/Export: a role of the service and policies inside of roles and users. Query API,
/// version 2010-05-08. Source: AWS Identity and Access Management API Reference, "GetRole", "CreateRole",
/// "GetRolePolicy", "PutRolePolicy", "GetUserPolicy", "PutUserPolicy". Thread-safe. Errors of all calls: those of
/// ServiceConnection::send(); Corrupt for answers that are not what they should be.
class IamClient
{
public:
    explicit IamClient(ServiceConnection &connection)
        : m_connection(connection)
    {
    }

    /// Who may be a role: its trust policy. Nothing where there is no such role.
    Result<std::optional<QJsonObject>> trustOf(const QString &role, const std::stop_token &stop);
    Status createRole(const QString &role, const QString &description, const QJsonObject &trust,
                      const std::stop_token &stop);

    enum class Owner { Role, User };

    /// A policy inside of a role or user, by its name. Nothing where there is none.
    Result<std::optional<QJsonObject>> policy(Owner owner, const QString &whose, const QString &name,
                                              const std::stop_token &stop);
    /// Puts it there, also in place of one of that name.
    Status putPolicy(Owner owner, const QString &whose, const QString &name, const QJsonObject &document,
                     const std::stop_token &stop);

private:
    ServiceConnection &m_connection;
};

} // namespace sealift
