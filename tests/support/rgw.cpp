#include "support/rgw.h"

#include <QFile>

namespace sealift::test {

namespace {

StoreOptions optionsWith(const QString &caFile, const QString &key, const QString &secret)
{
    StoreOptions options;
    options.caFile = caFile;
    options.credentials =
        std::make_shared<StaticCredentials>(AwsCredentials{key, QCA::SecureArray(secret.toLatin1()), {}, {}});
    return options;
}

} // namespace

Rgw::Rgw()
    : m_folder(qEnvironmentVariable("SEALIFT_RGW", QStringLiteral(SEALIFT_RGW_FOLDER)))
{
    QFile file(m_folder + QStringLiteral("/environment"));
    if (!file.open(QIODevice::ReadOnly))
        return;
    const auto lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const auto &line : lines)
        m_values.insert(line.section(QLatin1Char('='), 0, 0), line.section(QLatin1Char('='), 1));
}

QString Rgw::location(const QString &place) const
{
    return QStringLiteral("s3:%1/%2").arg(value("RGW_HTTPS"), place);
}

StoreOptions Rgw::options() const
{
    return optionsWith(value("RGW_CA"), value("RGW_ACCESS_KEY"), value("RGW_SECRET_KEY"));
}

StoreOptions Rgw::othersOptions() const
{
    return optionsWith(value("RGW_CA"), value("RGW_OTHER_ACCESS_KEY"), value("RGW_OTHER_SECRET_KEY"));
}

QProcessEnvironment Rgw::environment() const
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("AWS_ACCESS_KEY_ID"), value("RGW_ACCESS_KEY"));
    environment.insert(QStringLiteral("AWS_SECRET_ACCESS_KEY"), value("RGW_SECRET_KEY"));
    environment.insert(QStringLiteral("AWS_DEFAULT_REGION"), QStringLiteral("us-east-1"));
    environment.insert(QStringLiteral("AWS_CA_BUNDLE"), value("RGW_CA"));
    environment.insert(QStringLiteral("AWS_CONFIG_FILE"), QStringLiteral("/dev/null"));
    // Newer ones send checksums in a form that this gateway does not know.
    environment.insert(QStringLiteral("AWS_REQUEST_CHECKSUM_CALCULATION"), QStringLiteral("when_required"));
    environment.insert(QStringLiteral("AWS_RESPONSE_CHECKSUM_VALIDATION"), QStringLiteral("when_required"));
    environment.insert(QStringLiteral("SEALIFT_CA_FILE"), value("RGW_CA"));
    return environment;
}

Finished Rgw::aws(const QStringList &arguments) const
{
    CommandLine command;
    command.program = QStringLiteral("/usr/bin/aws");
    command.arguments = QStringList{QStringLiteral("--endpoint-url"), value("RGW_HTTPS")} + arguments;
    command.environment = environment();
    return run(command);
}

Finished Rgw::admin(const QStringList &arguments) const
{
    CommandLine command;
    command.program = QStringLiteral("radosgw-admin");
    command.arguments =
        QStringList{QStringLiteral("-c"), value("RGW_CONF"), QStringLiteral("-n"), QStringLiteral("client.rgw")} +
        arguments;
    return run(command);
}

Finished Rgw::control(const QString &verb) const
{
    CommandLine command;
    command.program = QStringLiteral(SEALIFT_RGW_SCRIPT);
    command.arguments = {verb, m_folder};
    return run(command);
}

} // namespace sealift::test
