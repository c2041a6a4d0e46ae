#pragma once

#include "ec2/ec2_answers.h"

namespace sealift {

/// A disk of an image that starts from a snapshot.
struct ImageDiskFacts {
    QString device; ///< "/dev/sda1"
    QString snapshot;
    qint64 gibibytes = 0; ///< 0: not said
    bool encrypted = false;
};

/// An image (AMI) as DescribeImages shows it.
struct ImageFacts {
    QString id;
    QString name;
    QString state; ///< "available", "pending", "failed"...
    QString description;
    QString architecture; ///< "x86_64", "arm64"
    QString bootMode;     ///< empty: what the type of the instance takes
    QString platform;     ///< "windows"; empty: another one
    QString rootDevice;
    QDateTime created;
    QList<ImageDiskFacts> disks; ///< of EBS; others have no content before an instance starts
    Ec2Tags tags;
};

struct ImagePage {
    QList<ImageFacts> images;
    QString next; ///< token of the next page; empty on the last one
};

/// Source: Amazon EC2 API Reference, "DescribeImages", "Image". Errors: Corrupt.
Result<ImagePage> readImagePage(const QByteArray &xml);

} // namespace sealift
