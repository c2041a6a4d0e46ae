#pragma once

#include "ec2/ec2_answers.h"
#include "ec2/service_connection.h"

#include <QList>

#include <functional>

namespace sealift {

/// Parameters of a request as EC2's Query API names them: "TagSpecification.1.Tag.1.Key" and its value.
using Ec2Parameters = QList<std::pair<QByteArray, QByteArray>>;

/// A service that speaks AWS's Query protocol.
struct QueryService {
    const char *name;    ///< as policies name it: "ec2"
    const char *version; ///< of its API
};

/// Sends a request of such a service. @param what it is about, for errors. Errors: those of ServiceConnection::send().
Result<HttpResponse> askQuery(ServiceConnection &connection, const QueryService &service, const QByteArray &action,
                              const QString &what, const Ec2Parameters &parameters, const std::stop_token &stop);

/// The same of EC2, version 2016-11-15.
Result<HttpResponse> askEc2(ServiceConnection &connection, const QByteArray &action, const QString &what,
                            const Ec2Parameters &parameters, const std::stop_token &stop);

/// Asks only whether the request would be allowed ("DryRun"): OK where the service says so. Errors: as above.
Status tryEc2(ServiceConnection &connection, const QByteArray &action, const QString &what, Ec2Parameters parameters,
              const std::stop_token &stop);

/// Asks for all pages of a list. @param take reads one answer, and returns the token of the next page; empty on the
/// last one. Errors: those of askEc2() and of `take`.
Status eachEc2Page(ServiceConnection &connection, const QByteArray &action, const Ec2Parameters &parameters,
                   const std::function<Result<QString>(const QByteArray &xml)> &take, const std::stop_token &stop);

/// Adds a parameter where it says anything.
void appendUnlessEmpty(Ec2Parameters &parameters, const QByteArray &name, const QString &value);

/// Adds the tags of what is to be made. @param resource its type, as EC2 names it ("import-image-task").
void appendTags(Ec2Parameters &parameters, const QByteArray &resource, const Ec2Tags &tags);

} // namespace sealift
