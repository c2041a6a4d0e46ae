#include "support/toxic_server.h"

namespace sealift::test {

ToxicServer::ToxicServer(const QStringList &arguments)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral("/usr/bin/python3"), QStringList(QStringLiteral(SEALIFT_TOXIC_SERVER)) + arguments);
    while (!m_process.canReadLine() && m_process.waitForReadyRead(20000)) {
    }
    m_port = m_process.readLine().trimmed().toInt();
}

ToxicServer::~ToxicServer()
{
    m_process.kill();
    m_process.waitForFinished();
}

int ToxicServer::requests()
{
    m_process.closeWriteChannel();
    m_process.waitForFinished(10000);
    return m_process.readAllStandardOutput().trimmed().toInt();
}

} // namespace sealift::test
