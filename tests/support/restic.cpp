#include "support/restic.h"

#include <QProcessEnvironment>
#include <QStandardPaths>

namespace sealift::test {

QString Restic::program()
{
    const auto named = qEnvironmentVariable("SEALIFT_TEST_RESTIC");
    return named.isEmpty() ? QStandardPaths::findExecutable(QStringLiteral("restic")) : named;
}

QString Restic::version()
{
    QProcess process;
    process.start(program(), {QStringLiteral("version")});
    process.waitForFinished();
    return QString::fromLatin1(process.readAllStandardOutput()).section(u' ', 1, 1);
}

bool Restic::isAtLeast(int minor)
{
    const auto number = version();
    return number.section(u'.', 0, 0).toInt() > 0 || number.section(u'.', 1, 1).toInt() >= minor;
}

Restic::Restic(QString repository, QByteArray password)
    : m_repository(std::move(repository))
    , m_password(std::move(password))
{
}

void Restic::prepare(QProcess &process, const QStringList &arguments) const
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("RESTIC_REPOSITORY"), m_repository);
    environment.insert(QStringLiteral("RESTIC_PASSWORD"), QString::fromUtf8(m_password));
    environment.insert(QStringLiteral("GOMAXPROCS"), QStringLiteral("2"));
    process.setProcessEnvironment(environment);
    process.setProgram(program());
    process.setArguments(QStringList{QStringLiteral("--no-cache")} + arguments);
}

Restic::Outcome Restic::run(const QStringList &arguments, const QString &folder) const
{
    constexpr int kPatience = 120'000;
    QProcess process;
    prepare(process, arguments);
    if (!folder.isEmpty())
        process.setWorkingDirectory(folder);
    process.start();
    process.closeWriteChannel();
    if (!process.waitForFinished(kPatience)) {
        process.kill();
        process.waitForFinished();
        return {-1, process.readAllStandardOutput(), process.readAllStandardError()};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

std::unique_ptr<QProcess> Restic::start(const QStringList &arguments) const
{
    auto process = std::make_unique<QProcess>();
    prepare(*process, arguments);
    process->start();
    process->waitForStarted();
    return process;
}

} // namespace sealift::test
