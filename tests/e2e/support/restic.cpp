#include "e2e/support/restic.h"

#include <QDir>
#include <QJsonDocument>

namespace sealift::test {

Restic::Restic(const QString &repository, const QString &passwordFile, const QString &scratch)
    : m_repository(repository)
    , m_passwordFile(passwordFile)
    , m_scratch(scratch)
{
    QDir().mkpath(m_scratch);
}

CommandLine Restic::command(const QStringList &arguments) const
{
    CommandLine command{.program = QStringLiteral("restic"),
                        .arguments = QStringList{QStringLiteral("--repo"), m_repository, QStringLiteral("--no-cache")} +
                                     arguments};
    command.environment.insert(QStringLiteral("RESTIC_PASSWORD_FILE"), m_passwordFile);
    command.environment.insert(QStringLiteral("HOME"), m_scratch);
    command.environment.insert(QStringLiteral("TMPDIR"), m_scratch);
    return command;
}

Finished Restic::run(const QStringList &arguments) const
{
    return test::run(command(arguments));
}

Finished Restic::init(int version) const
{
    return run({QStringLiteral("init"), QStringLiteral("--repository-version"), QString::number(version)});
}

Finished Restic::backup(const QString &file, const QStringList &options) const
{
    return run(QStringList{QStringLiteral("backup")} + options + QStringList{file});
}

Finished Restic::check() const
{
    return run({QStringLiteral("check"), QStringLiteral("--read-data")});
}

Finished Restic::restoreLatest(const QString &folder) const
{
    return run({QStringLiteral("restore"), QStringLiteral("latest"), QStringLiteral("--target"), folder});
}

QJsonArray Restic::snapshots() const
{
    return QJsonDocument::fromJson(run({QStringLiteral("snapshots"), QStringLiteral("--json")}).out).array();
}

bool Restic::isClean(const Finished &check)
{
    return check.ok() && check.out.contains("no errors were found") && !check.err.toLower().contains("error");
}

} // namespace sealift::test
