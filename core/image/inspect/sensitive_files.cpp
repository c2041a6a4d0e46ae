#include "image/inspect/sensitive_files.h"

#include <QRegularExpression>

#include <algorithm>
#include <vector>

namespace sealift {

namespace {

using enum SensitiveKind;

/// What is looked for in a folder.
struct Pattern {
    const char *folder; ///< below the place that is looked at; empty: itself
    SensitiveKind kind;
    std::vector<const char *> names; ///< wildcards
};

/// So many people's folders are looked into, and so many files named.
constexpr qsizetype kMostHomes = 16;
constexpr qsizetype kMostInstances = 4;
constexpr qsizetype kMostFiles = 200;
/// An identity of systemd's, with its line end (machine-id(5)); a file that is to be filled at the first start is
/// empty, or says "uninitialized".
constexpr qint64 kMachineIdSize = 32;

const std::vector<const char *> kKeyFiles{"*.key", "*.pem", "*.ppk", "*.p12", "*.pfx", "*.jks", "*.kdbx"};

/// Of people's own folders: /root, those in /home and in /Users.
const std::vector<Pattern> &homePatterns()
{
    static const std::vector<Pattern> patterns{
        {"", PrivateKey, kKeyFiles},
        {"",
         Credentials,
         {".netrc", "_netrc", ".pgpass", ".my.cnf", ".git-credentials", ".npmrc", ".pypirc", ".vault-token", ".s3cfg",
          ".boto", ".smbcredentials", ".env", "*.ovpn", "anaconda-ks.cfg", "original-ks.cfg"}},
        {"/.ssh", PrivateKey, {"id_*", "identity", "*_rsa", "*_ecdsa", "*_ed25519", "*.key", "*.pem", "*.ppk"}},
        {"/.gnupg/private-keys-v1.d", PrivateKey, {"*.key"}},
        {"/.aws", Credentials, {"credentials"}},
        {"/.azure", Credentials, {"accessTokens.json", "msal_token_cache.*"}},
        {"/.config/gcloud",
         Credentials,
         {"credentials.db", "access_tokens.db", "application_default_credentials.json"}},
        {"/.kube", Credentials, {"config"}},
        {"/.docker", Credentials, {"config.json"}},
    };
    return patterns;
}

const std::vector<Pattern> &unixPatterns()
{
    static const std::vector<Pattern> patterns{
        {"/etc/ssh", HostKey, {"ssh_host_*key"}},
        {"/etc", Credentials, {"krb5.keytab", ".smbcredentials"}},
        {"/etc/ssl/private", PrivateKey, kKeyFiles},
        {"/etc/pki/tls/private", PrivateKey, kKeyFiles},
        {"/etc/wireguard", PrivateKey, {"*.conf", "*.key"}},
        {"/etc/openvpn", PrivateKey, {"*.key", "*.p12", "*.ovpn"}},
        {"/etc/NetworkManager/system-connections", Credentials, {"*.nmconnection"}},
        {"/etc/kubernetes", Credentials, {"*.conf"}},
        {"/etc/kubernetes/pki", PrivateKey, {"*.key"}},
        {"/var/lib/cloud/seed/nocloud", CloudInit, {"user-data", "vendor-data"}},
        {"/var/lib/cloud/seed/nocloud-net", CloudInit, {"user-data", "vendor-data"}},
    };
    return patterns;
}

const std::vector<Pattern> &windowsPatterns()
{
    static const std::vector<Pattern> patterns{
        {"/Windows/Panther", Credentials, {"unattend.xml", "autounattend.xml"}},
        {"/Windows/Panther/Unattend", Credentials, {"unattend.xml"}},
        {"/Windows/System32/Sysprep", Credentials, {"unattend.xml"}},
        {"/ProgramData/ssh", HostKey, {"ssh_host_*key"}},
    };
    return patterns;
}

/// cloud-init keeps what it was given, passwords and keys in it.
const std::vector<Pattern> &instancePatterns()
{
    static const std::vector<Pattern> patterns{
        {"", CloudInit, {"user-data.txt*", "vendor-data*.txt*", "cloud-config.txt", "obj.pkl"}}};
    return patterns;
}

bool fits(const QString &name, const Pattern &pattern)
{
    // The other half of a pair of keys.
    if (name.endsWith(QLatin1String(".pub"), Qt::CaseInsensitive))
        return false;
    return std::any_of(pattern.names.begin(), pattern.names.end(), [&name](const char *wildcard) {
        return QRegularExpression::fromWildcard(QString::fromLatin1(wildcard), Qt::CaseInsensitive)
            .match(name)
            .hasMatch();
    });
}

class Search
{
public:
    explicit Search(const GuestRoot &root)
        : m_root(root)
    {
    }

    Status lookUnix()
    {
        SEALIFT_TRY(look({}, unixPatterns()));
        SEALIFT_TRY(lookAtMachineId());
        SEALIFT_TRY(look(QStringLiteral("/root"), homePatterns()));
        SEALIFT_TRY(lookBelow(QStringLiteral("/home"), kMostHomes, homePatterns()));
        return lookBelow(QStringLiteral("/var/lib/cloud/instances"), kMostInstances, instancePatterns());
    }

    Status lookWindows()
    {
        SEALIFT_TRY(look({}, windowsPatterns()));
        return lookBelow(QStringLiteral("/Users"), kMostHomes, homePatterns());
    }

    QList<SensitiveFile> take() { return std::move(m_files); }

private:
    /// One folder is listed once, however many patterns are for it.
    Status look(const QString &place, const std::vector<Pattern> &patterns)
    {
        QString listed;
        QList<FileTree::Entry> entries;
        for (const auto &pattern : patterns) {
            const auto folder = place + QLatin1String(pattern.folder);
            if (listed != folder) {
                SEALIFT_ASSIGN(entries, m_root.list(folder));
                listed = folder;
            }
            for (const auto &entry : std::as_const(entries)) {
                if (!entry.folder && entry.size > 0 && fits(entry.name, pattern))
                    add(pattern.kind, folder + u'/' + entry.name);
            }
        }
        return {};
    }

    Status lookBelow(const QString &place, qsizetype most, const std::vector<Pattern> &patterns)
    {
        SEALIFT_ASSIGN(const auto entries, m_root.list(place));
        qsizetype looked = 0;
        for (const auto &entry : entries) {
            if (entry.folder && looked++ < most)
                SEALIFT_TRY(look(place + u'/' + entry.name, patterns));
        }
        return {};
    }

    Status lookAtMachineId()
    {
        const auto path = QStringLiteral("/etc/machine-id");
        SEALIFT_ASSIGN(const auto id, m_root.read(path, kMachineIdSize + 1));
        if (id && id->trimmed().size() == kMachineIdSize)
            add(MachineId, path);
        return {};
    }

    void add(SensitiveKind kind, const QString &path)
    {
        if (m_files.size() < kMostFiles)
            m_files.append({kind, path});
    }

    const GuestRoot &m_root;
    QList<SensitiveFile> m_files;
};

} // namespace

Result<QList<SensitiveFile>> findSensitiveFiles(const GuestRoot &root, OsFamily family)
{
    Search search(root);
    SEALIFT_TRY(family == OsFamily::Windows ? search.lookWindows() : search.lookUnix());
    return search.take();
}

} // namespace sealift
