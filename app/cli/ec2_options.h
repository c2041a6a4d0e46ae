#pragma once

#include "base/result.h"
#include "task/snapshot_settings.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QList>

namespace sealift {

/// --region, --profile, --ca-file and --endpoint, for commands that open no library.
QList<QCommandLineOption> ec2AccessOptions();

/// --endpoint alone.
QCommandLineOption ec2EndpointOption();

/// How EC2 is reached, by these options. Errors: InvalidArgument, naming the option.
Result<Ec2Settings> ec2SettingsOf(const QCommandLineParser &arguments);

/// --from.
QCommandLineOption fromOption();

/// Whether what is moved comes out of EC2 (--from ec2). @param others options that then mean nothing. Errors:
/// InvalidArgument: --from has another value, or one of the others is set with it.
Result<bool> isFromEc2(const QCommandLineParser &arguments, const QStringList &others);

} // namespace sealift
