#include "cli/program.h"

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>

#include <vector>

namespace sealift::test {

QList<QJsonObject> Ended::messages(const QString &type) const
{
    QList<QJsonObject> found;
    for (const auto &line : errors.split('\n')) {
        const auto object = QJsonDocument::fromJson(line).object();
        if (object.value(QStringLiteral("type")).toString() == type)
            found.append(object);
    }
    return found;
}

Ended runProgram(const QString &program, const QStringList &arguments, const QProcessEnvironment &environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, arguments, QIODevice::ReadOnly);
    constexpr int kPatienceMilliseconds = 120'000;
    Ended ended;
    if (!process.waitForFinished(kPatienceMilliseconds)) {
        process.kill();
        process.waitForFinished();
    }
    ended.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -process.exitCode();
    ended.output = process.readAllStandardOutput();
    ended.errors = process.readAllStandardError();
    return ended;
}

Program::Program()
{
    write(QStringLiteral("password"), QByteArray(kPassword) + '\n');
    environment.insert(QStringLiteral("SEALIFT_LIBRARY"), library());
    environment.insert(QStringLiteral("SEALIFT_PASSWORD_FILE"), passwordFile());
    environment.insert(QStringLiteral("SEALIFT_CONFIG"), file(QStringLiteral("config")));
    environment.insert(QStringLiteral("SEALIFT_STATE"), file(QStringLiteral("state")));
    environment.insert(QStringLiteral("SEALIFT_SCRATCH"), file(QStringLiteral("scratch")));
    environment.insert(QStringLiteral("TERM"), QStringLiteral("xterm"));
    environment.remove(QStringLiteral("NO_COLOR"));
}

QString Program::write(const QString &name, const QByteArray &content) const
{
    const auto path = file(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.flush())
        qFatal("cannot write %s", qPrintable(path));
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return path;
}

QString Program::writeRandom(const QString &name, qint64 size) const
{
    const auto path = file(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write %s", qPrintable(path));
    auto random = QRandomGenerator::securelySeeded();
    std::vector<quint32> block((1 << 20) / sizeof(quint32));
    for (qint64 left = size; left > 0;) {
        random.generate(block.begin(), block.end());
        const auto bytes = std::min<qint64>(left, static_cast<qint64>(block.size() * sizeof(quint32)));
        if (file.write(reinterpret_cast<const char *>(block.data()), bytes) != bytes)
            qFatal("cannot write %s", qPrintable(path));
        left -= bytes;
    }
    return path;
}

QStringList Program::variables() const
{
    return environment.toStringList();
}

} // namespace sealift::test
