#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>

namespace sealift::test {

/// tests/support/toxic_server.py with the given arguments, running as long as the object.
class ToxicServer
{
public:
    explicit ToxicServer(const QStringList &arguments);
    ~ToxicServer();

    /// 0 where it did not start.
    int port() const { return m_port; }
    /// Ends it; how many requests came.
    int requests();

private:
    QProcess m_process;
    int m_port = 0;
};

} // namespace sealift::test
