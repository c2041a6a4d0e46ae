#pragma once

#include "crypto/digest.h"
#include "ec2/ec2_access.h"

#include <QMap>
#include <QThread>
#include <QUuid>

namespace sealift::test {

/// Impatient enough for a test.
inline ServiceTuning quickTuning()
{
    ServiceTuning tuning;
    tuning.retry = {.base = std::chrono::milliseconds(5),
                    .longest = std::chrono::milliseconds(50),
                    .deadline = std::chrono::seconds(20),
                    .firstContact = std::chrono::seconds(2)};
    tuning.missingDeadline = std::chrono::seconds(8);
    tuning.attempt = std::chrono::milliseconds(1500);
    return tuning;
}

/// EC2 as the environment says. Ends the test program where that fails.
inline std::shared_ptr<Ec2Access> openEc2(const ServiceTuning &tuning = quickTuning())
{
    auto session = AwsSession::open({});
    if (!session)
        qFatal("%s", qPrintable(session.error().what()));
    auto opened = Ec2Access::open(std::move(*session), {}, {}, {}, tuning);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().what()));
    return *opened;
}

inline QByteArray filledBlock(char filling)
{
    return QByteArray(kSnapshotBlock, filling);
}

/// Makes a completed, encrypted snapshot of 1 GiB that has these blocks, each filled with one character; its id.
inline QString makeSnapshot(Ec2Access &access, const QMap<qint64, char> &blocks)
{
    const auto check = [](const auto &result) {
        if (!result)
            qFatal("%s", qPrintable(result.error().what()));
    };
    NewSnapshot wish;
    wish.gibibytes = 1;
    wish.request = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const auto started = access.ebs().startSnapshot(wish, {});
    check(started);
    Sha256 all;
    for (auto block = blocks.begin(); block != blocks.end(); ++block) {
        const auto bytes = filledBlock(block.value());
        const auto digest = sha256(viewOf(bytes));
        check(access.ebs().putBlock(started->id, block.key(), viewOf(bytes), digest, false, {}));
        all.add(digest.bytes());
    }
    check(access.ebs().completeSnapshot(started->id, blocks.size(), all.finish(), {}));
    for (;;) {
        const auto facts = access.ec2().snapshot(started->id, {});
        check(facts);
        if (*facts && (*facts)->state == QLatin1String("completed"))
            return started->id;
        QThread::msleep(50);
    }
}

} // namespace sealift::test
