#include "policy/destinations.h"
#include "policy/rule.h"

namespace sealift {

namespace {

using Found = std::optional<QString>;

/// So many are named; the rest is counted.
constexpr qsizetype kMostNamed = 5;

constexpr const char *kCleaning = "https://libguestfs.org/virt-sysprep.1.html";
constexpr const char *kMachineId = "https://www.freedesktop.org/software/systemd/man/latest/machine-id.html";
constexpr const char *kCloudInit = "https://docs.cloud-init.io/en/latest/reference/cli.html";

Found named(const PreflightSubject &subject, SensitiveKind kind, const QString &what)
{
    if (!subject.facts)
        return {};
    QStringList paths;
    qsizetype more = 0;
    for (const auto &system : subject.facts->systems) {
        for (const auto &file : system.sensitiveFiles.valueOr({})) {
            if (file.kind != kind)
                continue;
            if (paths.size() == kMostNamed)
                ++more;
            else
                paths.append(file.path);
        }
    }
    if (paths.isEmpty())
        return {};
    auto sentence = QStringLiteral("%1: %2").arg(what, paths.join(QStringLiteral(", ")));
    if (more > 0)
        sentence += QStringLiteral(" and %1 more").arg(more);
    return sentence + u'.';
}

Found privateKeys(const PreflightSubject &subject)
{
    return named(subject, SensitiveKind::PrivateKey, QStringLiteral("Private keys, by their names"));
}

Found credentials(const PreflightSubject &subject)
{
    return named(subject, SensitiveKind::Credentials, QStringLiteral("Files of credentials, by their names"));
}

Found cloudInit(const PreflightSubject &subject)
{
    return named(subject, SensitiveKind::CloudInit, QStringLiteral("What cloud-init was given"));
}

Found hostKeys(const PreflightSubject &subject)
{
    return named(subject, SensitiveKind::HostKey, QStringLiteral("The machine's own keys of SSH"));
}

Found machineId(const PreflightSubject &subject)
{
    return named(subject, SensitiveKind::MachineId, QStringLiteral("The machine's own identity"));
}

} // namespace

QList<Rule> contentRules()
{
    return {
        {"content-private-keys", Severity::Warning, kEverywhere, true,
         "Private keys on the disk, by names, if asked (inspect --sensitive-files).",
         "Everybody who gets the image gets the keys.", "Remove them from images for others (virt-sysprep).", kCleaning,
         privateKeys},
        {"content-credentials", Severity::Warning, kEverywhere, true,
         "Files of credentials on the disk, by names, if asked (inspect --sensitive-files).",
         "Everybody who gets the image gets the credentials.", "Remove them from images for others, and change them.",
         kCleaning, credentials},
        {"content-cloud-init", Severity::Warning, kEverywhere, true,
         "What cloud-init was given at its first start, if asked (inspect --sensitive-files).",
         "It may hold passwords and keys; and a copy does not set itself up anew.",
         "Run cloud-init clean --logs --seed in the guest before it becomes an image.", kCloudInit, cloudInit},
        {"content-host-keys", Severity::Warning, kEverywhere, true,
         "A machine's own keys of SSH, if asked (inspect --sensitive-files).",
         "All copies have the same keys: who has one machine can play every other.",
         "Remove /etc/ssh/ssh_host_*_key from images for others; they are made anew.", kCleaning, hostKeys},
        {"content-machine-id", Severity::Warning, kEverywhere, true,
         "A machine's own identity, if asked (inspect --sensitive-files).",
         "All copies are one machine for DHCP, logs and licences.",
         "Empty /etc/machine-id in images for others; it is made anew.", kMachineId, machineId},
    };
}

} // namespace sealift
