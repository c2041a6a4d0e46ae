#pragma once

#include "e2e/support/files.h"
#include "e2e/support/tools.h"
#include "e2e/support/workbench.h"
#include "support/ec2_server.h"
#include "support/rgw.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QUrl>

#include <algorithm>
#include <map>
#include <memory>
#include <thread>

namespace sealift::test {

inline QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

/// What a form of the Query API says, by names.
inline std::map<QString, QString> parametersOf(const QString &form)
{
    std::map<QString, QString> parameters;
    for (const auto &field : form.split(QLatin1Char('&'))) {
        const auto value = QString(field.section(QLatin1Char('='), 1)).replace(QLatin1Char('+'), QLatin1Char(' '));
        parameters[QUrl::fromPercentEncoding(field.section(QLatin1Char('='), 0, 0).toUtf8())] =
            QUrl::fromPercentEncoding(value.toUtf8());
    }
    return parameters;
}

/// The command under test with EC2 as the server plays it, and the buckets of a real gateway, by one identity.
class Ec2Bench
{
protected:
    /// Starts what it takes; empty where that worked. @param buckets are made, where they are not there yet.
    QByteArray startBench(const QStringList &buckets)
    {
        if (!m_rgw.isThere())
            return "start a gateway: tests/support/rgw.sh start FOLDER, SEALIFT_RGW=FOLDER";
        if (!m_server.isReady())
            return "there is no server of EC2";
        // One identity for both, and one file of authorities.
        if (!writeFile(m_folder.filePath(QStringLiteral("ca.pem")),
                       readFile(m_server.caFile()) + readFile(m_rgw.value("RGW_CA"))))
            return "cannot write the authorities";
        m_server.setStaging({{QStringLiteral("endpoint"), m_rgw.value("RGW_HTTPS")},
                             {QStringLiteral("ca"), m_rgw.value("RGW_CA")},
                             {QStringLiteral("key"), m_rgw.value("RGW_ACCESS_KEY")},
                             {QStringLiteral("secret"), m_rgw.value("RGW_SECRET_KEY")}});
        for (const auto &bucket : buckets)
            static_cast<void>(m_rgw.aws(words("s3api create-bucket --bucket") + QStringList{bucket}));
        return {};
    }

    CommandLine command(const QStringList &arguments) const
    {
        auto command = m_bench->sealift.command(arguments);
        command.environment = m_server.environment(command.environment);
        command.environment.insert(QStringLiteral("AWS_ACCESS_KEY_ID"), m_rgw.value("RGW_ACCESS_KEY"));
        command.environment.insert(QStringLiteral("AWS_SECRET_ACCESS_KEY"), m_rgw.value("RGW_SECRET_KEY"));
        command.environment.insert(QStringLiteral("AWS_CA_BUNDLE"), m_folder.filePath(QStringLiteral("ca.pem")));
        return command;
    }
    Outcome run(const QStringList &arguments) const { return outcomeOf(sealift::test::run(command(arguments))); }

    /// The real AWS command line, on the server.
    Finished aws(const QStringList &arguments) const
    {
        auto line = command({});
        line.program = QStringLiteral("/usr/bin/aws");
        line.arguments = QStringList{QStringLiteral("--endpoint-url"), m_server.url()} + arguments;
        return sealift::test::run(line);
    }

    /// Empty where nothing is in the bucket: no object, no version, no unfinished upload.
    QByteArray inBucket(const QString &bucket) const { return m_server.bucketContent(bucket); }

    QJsonObject lastTask() const { return run({QStringLiteral("tasks")}).array().last().toObject(); }

    /// Empty where the task's receipt is valid and has all of these.
    QByteArray receiptLacks(const QString &task, const QByteArrayList &parts) const
    {
        const auto shown = run({QStringLiteral("receipt"), QStringLiteral("show"), task});
        if (!shown.ok())
            return shown.run.describe();
        for (const auto &part : parts) {
            if (!shown.run.out.contains(part))
                return part + " is not in " + shown.run.out;
        }
        const auto verified = run({QStringLiteral("receipt"), QStringLiteral("verify"), task});
        return verified.ok() ? QByteArray() : verified.run.describe();
    }

    /// How often the service has done it; that it was only asked about does not count.
    qsizetype done(const char *action) const
    {
        const auto requests = m_server.requests(QString::fromLatin1(action) + QLatin1Char(' '));
        return std::count_if(requests.begin(), requests.end(),
                             [](const QString &line) { return line.endsWith(QLatin1String(" 200")); });
    }

    /// What was asked for last of an action, by names.
    std::map<QString, QString> lastAsked(const char *action) const
    {
        const auto forms = m_server.forms(QString::fromLatin1(action));
        return forms.isEmpty() ? std::map<QString, QString>() : parametersOf(forms.last());
    }

    /// Waits until the service was asked so.
    bool awaitRequest(const QString &beginning, Running &program) const
    {
        for (int i = 0; i < 1500 && program.isRunning(); ++i) {
            if (!m_server.requests(beginning).isEmpty())
                return true;
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
        return false;
    }

    const Rgw m_rgw;
    Ec2Server m_server;
    QTemporaryDir m_folder;
    std::unique_ptr<Workbench> m_bench;
};

} // namespace sealift::test
