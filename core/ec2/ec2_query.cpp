#include "ec2/ec2_query.h"

#include "aws/signature_v4.h"

namespace sealift {

Result<HttpResponse> askEc2(ServiceConnection &connection, const QByteArray &action, const QString &what,
                            const Ec2Parameters &parameters, const std::stop_token &stop)
{
    auto form = "Action=" + action + "&Version=2016-11-15";
    for (const auto &[name, value] : parameters)
        form += '&' + name + '=' + uriEncode(value);
    const ByteView parts[]{viewOf(form)};
    ServiceCall call;
    call.action = QStringLiteral("ec2:") + QString::fromLatin1(action);
    call.what = what;
    call.headers = {{"Content-Type", "application/x-www-form-urlencoded; charset=utf-8"}};
    call.body = parts;
    return connection.send(call, stop);
}

Status tryEc2(ServiceConnection &connection, const QByteArray &action, const QString &what, Ec2Parameters parameters,
              const std::stop_token &stop)
{
    parameters.emplaceBack("DryRun", "true");
    const auto answer = askEc2(connection, action, what, parameters, stop);
    // EC2 API Reference, "Error codes": so it says that it would have done it.
    if (!answer && serviceCodeOf(answer.error()) == QLatin1String("DryRunOperation"))
        return {};
    if (!answer)
        return fail(answer.error());
    return fail(
        Error(ErrorCode::Unsupported,
              QStringLiteral("ec2:%1 was done although it was only asked about").arg(QString::fromLatin1(action)),
              QStringLiteral("Check that the endpoint is one of Amazon EC2.")));
}

} // namespace sealift
