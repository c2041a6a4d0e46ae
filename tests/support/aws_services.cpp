#include "support/aws_services.h"

#include <QFile>
#include <QThread>

namespace sealift::test {

AwsServices::AwsServices(int seconds)
    : m_server({.program = QStringLiteral(SEALIFT_PYTHON),
                .arguments = {QStringLiteral(SEALIFT_AWS_SERVICES), m_folder.path(), QString::number(seconds)},
                .timeout = std::chrono::minutes(10)})
{
    for (int i = 0; i < 300 && m_server.isRunning() && !m_server.outSoFar().endsWith('\n'); ++i)
        QThread::msleep(50);
    const auto words = QString::fromLocal8Bit(m_server.outSoFar()).simplified().split(QLatin1Char(' '));
    if (words.size() != 3)
        return;
    m_http = QStringLiteral("http://127.0.0.1:%1").arg(words[0]);
    m_https = QStringLiteral("https://localhost:%1").arg(words[1]);
    m_caFile = words[2];
}

QStringList AwsServices::requests() const
{
    QFile file(m_folder.filePath(QStringLiteral("requests")));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

void AwsServices::forgetRequests()
{
    QFile::remove(m_folder.filePath(QStringLiteral("requests")));
}

} // namespace sealift::test
