#pragma once

#include "base/result.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace sealift {

/// What EC2 answers in XML. Source: Amazon EC2 API Reference, version 2016-11-15. All readers: Corrupt where it is not
/// that document; entities and document types are refused.

/// Tags of a resource: key and value.
using Ec2Tags = QList<std::pair<QString, QString>>;

/// A snapshot as DescribeSnapshots shows it.
struct SnapshotFacts {
    QString id;
    QString state;   ///< "pending", "completed", "error", "recoverable", "recovering"
    QString message; ///< why, of an error
    bool encrypted = false;
    QString kmsKey; ///< its ARN; empty of one that is not encrypted
    qint64 gibibytes = 0;
    QDateTime started;
    QString description;
    Ec2Tags tags;
};

struct SnapshotPage {
    QList<SnapshotFacts> snapshots;
    QString next; ///< token of the next page; empty on the last one
};

Result<SnapshotPage> readSnapshotPage(const QByteArray &xml);

/// The id that a RegisterImage answer has.
Result<QString> readRegisteredImage(const QByteArray &xml);

/// The body of a failure; empty where it is none.
struct Ec2FaultBody {
    QString code;
    QString message;
};
Ec2FaultBody readEc2Fault(const QByteArray &xml);

} // namespace sealift
