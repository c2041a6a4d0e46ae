#include "ec2/ec2_query.h"

#include "aws/signature_v4.h"

namespace sealift {

Result<HttpResponse> askQuery(ServiceConnection &connection, const QueryService &service, const QByteArray &action,
                              const QString &what, const Ec2Parameters &parameters, const std::stop_token &stop)
{
    auto form = "Action=" + action + "&Version=" + service.version;
    for (const auto &[name, value] : parameters)
        form += '&' + name + '=' + uriEncode(value);
    const ByteView parts[]{viewOf(form)};
    ServiceCall call;
    call.action = QStringLiteral("%1:%2").arg(QLatin1String(service.name), QString::fromLatin1(action));
    call.what = what;
    call.headers = {{"Content-Type", "application/x-www-form-urlencoded; charset=utf-8"}};
    call.body = parts;
    return connection.send(call, stop);
}

Result<HttpResponse> askEc2(ServiceConnection &connection, const QByteArray &action, const QString &what,
                            const Ec2Parameters &parameters, const std::stop_token &stop)
{
    return askQuery(connection, {"ec2", "2016-11-15"}, action, what, parameters, stop);
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

Status eachEc2Page(ServiceConnection &connection, const QByteArray &action, const Ec2Parameters &parameters,
                   const std::function<Result<QString>(const QByteArray &xml)> &take, const std::stop_token &stop)
{
    QString next;
    do {
        auto page = parameters;
        appendUnlessEmpty(page, "NextToken", next);
        SEALIFT_ASSIGN(const auto answer, askEc2(connection, action, QString(), page, stop));
        SEALIFT_ASSIGN(next, take(answer.body));
    } while (!next.isEmpty());
    return {};
}

void appendUnlessEmpty(Ec2Parameters &parameters, const QByteArray &name, const QString &value)
{
    if (!value.isEmpty())
        parameters.emplaceBack(name, value.toUtf8());
}

void appendTags(Ec2Parameters &parameters, const QByteArray &resource, const Ec2Tags &tags)
{
    if (!tags.isEmpty())
        parameters.emplaceBack("TagSpecification.1.ResourceType", resource);
    int number = 0;
    for (const auto &[key, value] : tags) {
        const auto tag = "TagSpecification.1.Tag." + QByteArray::number(++number);
        parameters.emplaceBack(tag + ".Key", key.toUtf8());
        parameters.emplaceBack(tag + ".Value", value.toUtf8());
    }
}

} // namespace sealift
