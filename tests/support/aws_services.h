#pragma once

#include "support/process_runner.h"

#include <QStringList>
#include <QTemporaryDir>

namespace sealift::test {

/// The services that give out AWS credentials, played by tests/support/aws_services.py, which says what it knows.
class AwsServices
{
public:
    /// Starts them; isReady() says whether that worked. @param seconds that credentials last.
    explicit AwsServices(int seconds = 3600);

    bool isReady() const { return !m_caFile.isEmpty(); }
    QString http() const { return m_http; }   ///< "http://127.0.0.1:4711"
    QString https() const { return m_https; } ///< "https://localhost:4712"
    QString caFile() const { return m_caFile; }

    /// "POST AssumeRole arn:...", in the order they came.
    QStringList requests() const;
    void forgetRequests();

private:
    QTemporaryDir m_folder;
    Running m_server;
    QString m_http;
    QString m_https;
    QString m_caFile;
};

} // namespace sealift::test
