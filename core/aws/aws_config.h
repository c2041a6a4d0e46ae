#pragma once

#include "aws/aws_variables.h"
#include "aws/ini_file.h"

#include <QStringList>

namespace sealift {

/// A profile as both files together describe it.
class AwsProfile
{
public:
    using Fields = std::map<QString, IniField>;

    QString name;
    Fields fields;          ///< of both files; what the credentials file says counts
    Fields fromCredentials; ///< what only the credentials file says
    Fields fromConfig;      ///< what only the config file says

    /// Null where the profile has no such field.
    const IniField *find(const char *field) const;
    /// Empty where the profile has no such field.
    QString text(const char *field) const;
    bool has(const char *field) const { return find(field) != nullptr; }
};

/// The settings that the AWS CLI keeps in two files: ~/.aws/config ($AWS_CONFIG_FILE), with sections `[default]`,
/// `[profile NAME]`, `[sso-session NAME]` and `[services NAME]`, and ~/.aws/credentials ($AWS_SHARED_CREDENTIALS_FILE),
/// with a section for each profile under its bare name. A value; safe to read from several threads.
/// Source: AWS CLI User Guide, "Configuration and credential file settings".
class AwsConfig
{
public:
    /// Reads both; a file that is not there is empty. Errors: those of parseIni(); LimitExceeded (a file over 1 MiB);
    /// those of reading. They name the file.
    static Result<AwsConfig> load(const AwsVariables &variables);

    /// Null where there is none.
    const AwsProfile *profile(const QString &name) const;
    const IniSection *ssoSession(const QString &name) const;
    const IniSection *services(const QString &name) const;
    QStringList profileNames() const;

    /// What may be wrong with the files and hinders nothing: keys that others on this computer can read.
    const QStringList &warnings() const { return m_warnings; }

    /// The profile that is meant: the choice, $AWS_DEFAULT_PROFILE, $AWS_PROFILE (in the order of the AWS CLI),
    /// "default".
    struct Choice {
        QString name;
        bool isNamed = false; ///< by somebody, so it has to exist
    };
    static Choice chosenProfile(const QString &choice, const AwsVariables &variables);

private:
    AwsProfile &profileFor(const QString &name);
    void takeConfig(std::vector<IniSection> sections);
    void takeCredentials(std::vector<IniSection> sections);

    std::map<QString, AwsProfile> m_profiles;
    std::map<QString, IniSection> m_ssoSessions;
    std::map<QString, IniSection> m_services;
    QStringList m_warnings;
};

/// Reads a small file that holds a secret straight into locked memory. Errors: those of opening and reading, naming
/// `what` and the file; LimitExceeded. @param others is told whether other users of this computer can read it; may be
/// null.
Result<QCA::SecureArray> readSecretFile(const QString &path, const QString &what, qint64 limit, bool *others = nullptr);

} // namespace sealift
