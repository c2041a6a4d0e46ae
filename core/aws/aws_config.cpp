#include "aws/aws_config.h"

#include "aws/shell_words.h"
#include "base/file_descriptor.h"

#include <QFile>

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>

namespace sealift {

namespace {

constexpr qint64 kMaxFileSize = 1024 * 1024;

bool holdsSecret(const std::vector<IniSection> &sections)
{
    return std::any_of(sections.begin(), sections.end(), [](const IniSection &section) {
        return std::any_of(section.fields.begin(), section.fields.end(),
                           [](const auto &field) { return !field.second.secret.isEmpty(); });
    });
}

/// The second of two words of a section's name; nothing for any other name ("[profile my prod]").
std::optional<QString> nameAfter(const QString &kind, const QString &section)
{
    if (!section.startsWith(kind))
        return std::nullopt;
    const auto words = splitShellWords(section);
    if (!words || words->size() != 2 || words->first() != kind)
        return std::nullopt;
    return words->last();
}

} // namespace

Result<QCA::SecureArray> readSecretFile(const QString &path, const QString &what, qint64 limit, bool *others)
{
    const auto doing = QStringLiteral("cannot read %1 %2").arg(what, path);
    // Not blocking: a pipe without a writer would hold the program up for good.
    const FileDescriptor file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file)
        return fail(Error::fromErrno(errno, doing));
    struct stat state {
    };
    if (::fstat(file.get(), &state) != 0)
        return fail(Error::fromErrno(errno, doing));
    if (S_ISDIR(state.st_mode))
        return fail(Error::fromErrno(EISDIR, doing));
    if (others != nullptr)
        *others = (state.st_mode & (S_IRGRP | S_IROTH)) != 0;
    // A file's size is known; what is none (a pipe) is taken in up to the limit.
    const auto expected = S_ISREG(state.st_mode) ? std::min<qint64>(state.st_size, limit) : limit;
    QCA::SecureArray bytes(static_cast<int>(expected) + 1);
    int size = 0;
    while (size < bytes.size()) {
        const auto got = ::read(file.get(), bytes.data() + size, static_cast<std::size_t>(bytes.size() - size));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fail(Error::fromErrno(errno, doing));
        if (got == 0)
            break;
        size += static_cast<int>(got);
    }
    if (size > limit || (size > expected && S_ISREG(state.st_mode)))
        return fail(
            Error(ErrorCode::LimitExceeded,
                  QStringLiteral("%1 %2 is larger than %3 bytes, or grows").arg(what, path, QString::number(limit)),
                  QStringLiteral("Check whether this is the file that you meant.")));
    bytes.resize(size);
    return bytes;
}

namespace {

/// Empty where the file is not there.
Result<std::vector<IniSection>> loadFile(const QString &path, const QString &what, QStringList &warnings)
{
    bool others = false;
    const auto content = readSecretFile(path, what, kMaxFileSize, &others);
    if (!content && content.error().code() == ErrorCode::NotFound)
        return std::vector<IniSection>();
    SEALIFT_TRY(content);
    SEALIFT_ASSIGN(auto sections, parseIni(ByteView(reinterpret_cast<const std::byte *>(content->constData()),
                                                    static_cast<std::size_t>(content->size())),
                                           path));
    if (others && holdsSecret(sections))
        warnings.append(
            QStringLiteral("%1 holds secret keys, and other users of this computer can read it; \"chmod 600\" "
                           "on it keeps them out")
                .arg(path));
    return sections;
}

} // namespace

const IniField *AwsProfile::find(const char *field) const
{
    const auto found = fields.find(QLatin1String(field));
    return found == fields.end() ? nullptr : &found->second;
}

QString AwsProfile::text(const char *field) const
{
    const auto *found = find(field);
    return found == nullptr ? QString() : found->text;
}

Result<AwsConfig> AwsConfig::load(const AwsVariables &variables)
{
    const auto path = [&variables](const char *variable, const char *usual) {
        const auto chosen = variables.text(variable);
        return variables.path(chosen.isEmpty() ? QString::fromLatin1(usual) : chosen);
    };
    AwsConfig config;
    SEALIFT_ASSIGN(auto settings, loadFile(path("AWS_CONFIG_FILE", "~/.aws/config"),
                                           QStringLiteral("the AWS configuration"), config.m_warnings));
    SEALIFT_ASSIGN(auto credentials, loadFile(path("AWS_SHARED_CREDENTIALS_FILE", "~/.aws/credentials"),
                                              QStringLiteral("the AWS credentials"), config.m_warnings));
    config.takeConfig(std::move(settings));
    config.takeCredentials(std::move(credentials));
    return config;
}

AwsProfile &AwsConfig::profileFor(const QString &name)
{
    auto &profile = m_profiles[name];
    profile.name = name;
    return profile;
}

void AwsConfig::takeConfig(std::vector<IniSection> sections)
{
    for (auto &section : sections) {
        if (section.name == QLatin1String("default")) {
            profileFor(section.name).fromConfig = section.fields;
        } else if (const auto profile = nameAfter(QStringLiteral("profile"), section.name)) {
            profileFor(*profile).fromConfig = section.fields;
        } else if (const auto session = nameAfter(QStringLiteral("sso-session"), section.name)) {
            m_ssoSessions.insert_or_assign(*session, std::move(section));
        } else if (const auto services = nameAfter(QStringLiteral("services"), section.name)) {
            m_services.insert_or_assign(*services, std::move(section));
        }
    }
    for (auto &[name, profile] : m_profiles)
        profile.fields = profile.fromConfig;
}

void AwsConfig::takeCredentials(std::vector<IniSection> sections)
{
    for (auto &section : sections) {
        auto &profile = profileFor(section.name);
        for (const auto &[name, field] : section.fields)
            profile.fields.insert_or_assign(name, field);
        profile.fromCredentials = std::move(section.fields);
    }
}

const AwsProfile *AwsConfig::profile(const QString &name) const
{
    const auto found = m_profiles.find(name);
    return found == m_profiles.end() ? nullptr : &found->second;
}

const IniSection *AwsConfig::ssoSession(const QString &name) const
{
    const auto found = m_ssoSessions.find(name);
    return found == m_ssoSessions.end() ? nullptr : &found->second;
}

const IniSection *AwsConfig::services(const QString &name) const
{
    const auto found = m_services.find(name);
    return found == m_services.end() ? nullptr : &found->second;
}

QStringList AwsConfig::profileNames() const
{
    QStringList names;
    for (const auto &[name, profile] : m_profiles)
        names.append(name);
    return names;
}

AwsConfig::Choice AwsConfig::chosenProfile(const QString &choice, const AwsVariables &variables)
{
    for (const auto &name : {choice, variables.text("AWS_DEFAULT_PROFILE"), variables.text("AWS_PROFILE")}) {
        if (!name.isEmpty())
            return {name, true};
    }
    return {QStringLiteral("default"), false};
}

} // namespace sealift
