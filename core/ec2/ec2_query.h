#pragma once

#include "ec2/service_connection.h"

#include <QList>

namespace sealift {

/// Parameters of a request as EC2's Query API names them: "TagSpecification.1.Tag.1.Key" and its value.
using Ec2Parameters = QList<std::pair<QByteArray, QByteArray>>;

/// Sends a request of the Query API, version 2016-11-15. @param what it is about, for errors. Errors: those of
/// ServiceConnection::send().
Result<HttpResponse> askEc2(ServiceConnection &connection, const QByteArray &action, const QString &what,
                            const Ec2Parameters &parameters, const std::stop_token &stop);

/// Asks only whether the request would be allowed ("DryRun"): OK where the service says so. Errors: as above.
Status tryEc2(ServiceConnection &connection, const QByteArray &action, const QString &what, Ec2Parameters parameters,
              const std::stop_token &stop);

} // namespace sealift
