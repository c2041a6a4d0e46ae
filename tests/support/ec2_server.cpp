#include "support/ec2_server.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>
#include <QThread>

#include <algorithm>
#include <csignal>

namespace sealift::test {

namespace {

QStringList linesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

} // namespace

Ec2Server::Ec2Server()
{
    start();
}

void Ec2Server::start()
{
    QStringList arguments{QStringLiteral(SEALIFT_EC2_SERVER "/ec2_server.py"), m_folder.path()};
    if (m_port != 0)
        arguments.append(QString::number(m_port));
    m_server = std::make_unique<Running>(CommandLine{
        .program = QStringLiteral(SEALIFT_PYTHON), .arguments = arguments, .timeout = std::chrono::minutes(20)});
    for (int i = 0; i < 300 && m_server->isRunning() && !m_server->outSoFar().endsWith('\n'); ++i)
        QThread::msleep(50);
    m_port = m_server->outSoFar().split(' ').first().toInt();
    if (m_port == 0)
        qWarning("%s", m_server->errSoFar().constData());
}

void Ec2Server::restart()
{
    m_server->signal(SIGKILL);
    static_cast<void>(m_server->wait());
    start();
}

QProcessEnvironment Ec2Server::environment(QProcessEnvironment base) const
{
    for (const auto &name : base.keys()) {
        if (name.startsWith(QLatin1String("AWS_")))
            base.remove(name);
    }
    base.insert(QStringLiteral("AWS_ACCESS_KEY_ID"), QStringLiteral("EC2TESTKEY"));
    base.insert(QStringLiteral("AWS_SECRET_ACCESS_KEY"), QStringLiteral("S3CR3T-ec2-key"));
    base.insert(QStringLiteral("AWS_REGION"), QStringLiteral("eu-central-1"));
    base.insert(QStringLiteral("AWS_DEFAULT_REGION"), QStringLiteral("eu-central-1"));
    base.insert(QStringLiteral("AWS_CA_BUNDLE"), caFile());
    base.insert(QStringLiteral("AWS_ENDPOINT_URL"), url());
    base.insert(QStringLiteral("AWS_EC2_METADATA_DISABLED"), QStringLiteral("true"));
    base.insert(QStringLiteral("AWS_CONFIG_FILE"), m_folder.filePath(QStringLiteral("none")));
    base.insert(QStringLiteral("AWS_SHARED_CREDENTIALS_FILE"), m_folder.filePath(QStringLiteral("none")));
    base.insert(QStringLiteral("AWS_PAGER"), QString());
    return base;
}

void Ec2Server::enterEnvironment() const
{
    const auto now = QProcessEnvironment::systemEnvironment();
    for (const auto &name : now.keys()) {
        if (name.startsWith(QLatin1String("AWS_")))
            qunsetenv(name.toLocal8Bit().constData());
    }
    qunsetenv("SEALIFT_CA_FILE");
    const auto wanted = environment();
    for (const auto &name : wanted.keys()) {
        if (name.startsWith(QLatin1String("AWS_")))
            qputenv(name.toLocal8Bit().constData(), wanted.value(name).toLocal8Bit());
    }
}

void Ec2Server::set(const QJsonObject &switches)
{
    QSaveFile file(m_folder.filePath(QStringLiteral("switches.json")));
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(switches).toJson()) < 0 || !file.commit())
        qFatal("cannot switch the server");
}

void Ec2Server::setStaging(const QJsonObject &service)
{
    QSaveFile file(m_folder.filePath(QStringLiteral("staging.json")));
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(service).toJson()) < 0 || !file.commit())
        qFatal("cannot tell the server where to read");
}

QStringList Ec2Server::forms(const QString &action) const
{
    auto lines = linesOf(m_folder.filePath(QStringLiteral("forms")));
    const auto wanted = QStringLiteral("Action=%1").arg(action);
    lines.erase(
        std::remove_if(lines.begin(), lines.end(),
                       [&wanted](const QString &line) { return !line.split(QLatin1Char('&')).contains(wanted); }),
        lines.end());
    return lines;
}

void Ec2Server::expireTokens(QJsonObject switches)
{
    QThread::msleep(5); // tokens count milliseconds
    switches.insert(QStringLiteral("block_since"), static_cast<double>(QDateTime::currentMSecsSinceEpoch()));
    set(switches);
}

QStringList Ec2Server::requests() const
{
    return linesOf(m_folder.filePath(QStringLiteral("requests")));
}

QStringList Ec2Server::requests(const QString &beginning) const
{
    auto lines = requests();
    lines.erase(std::remove_if(lines.begin(), lines.end(),
                               [&beginning](const QString &line) { return !line.startsWith(beginning); }),
                lines.end());
    return lines;
}

QStringList Ec2Server::parameters(const QString &action) const
{
    QStringList found;
    for (const auto &line : linesOf(m_folder.filePath(QStringLiteral("parameters")))) {
        if (line.section(QLatin1Char(' '), 0, 0) == action)
            found.append(line.section(QLatin1Char(' '), 1));
    }
    return found;
}

void Ec2Server::forgetRequests()
{
    QFile::remove(m_folder.filePath(QStringLiteral("parameters")));
    QFile::remove(m_folder.filePath(QStringLiteral("requests")));
    QFile::remove(m_folder.filePath(QStringLiteral("forms")));
}

QString Ec2Server::takeComplaints()
{
    const auto path = m_folder.filePath(QStringLiteral("complaints"));
    const auto lines = linesOf(path).join(QLatin1Char('\n'));
    QFile::remove(path);
    return lines;
}

QStringList Ec2Server::snapshots() const
{
    return QDir(m_folder.filePath(QStringLiteral("snapshots"))).entryList({QStringLiteral("snap-*")}, QDir::Dirs);
}

QStringList Ec2Server::images() const
{
    return QDir(m_folder.filePath(QStringLiteral("images"))).entryList({QStringLiteral("ami-*")}, QDir::Files);
}

void Ec2Server::removeAll()
{
    m_server->signal(SIGUSR1);
    for (int i = 0; i < 500 && !(snapshots().isEmpty() && images().isEmpty()); ++i)
        QThread::msleep(20);
}

Finished Ec2Server::readVolume(const QString &snapshot, const QString &out, qint64 size) const
{
    QStringList arguments{QStringLiteral(SEALIFT_EC2_SERVER "/read_volume.py"), m_folder.path(), snapshot, out};
    if (size > 0)
        arguments.append(QString::number(size));
    return run({.program = QStringLiteral(SEALIFT_PYTHON), .arguments = arguments});
}

QByteArray Ec2Server::bucketContent(const QString &bucket) const
{
    const auto listed =
        run({.program = QStringLiteral(SEALIFT_PYTHON),
             .arguments = {QStringLiteral(SEALIFT_EC2_SERVER "/list_bucket.py"), m_folder.path(), bucket}});
    return listed.ok() ? listed.out.trimmed() : listed.describe();
}

Finished Ec2Server::aws(const QStringList &arguments) const
{
    return run({.program = QStringLiteral("/usr/bin/aws"),
                .arguments = QStringList{QStringLiteral("--endpoint-url"), url()} + arguments,
                .environment = environment()});
}

} // namespace sealift::test
