#pragma once

#include "crypto/crypto_session.h"
#include "scratch/scratch_root.h"
#include "scratch/scratch_volume.h"

#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

#include <memory>
#include <random>

namespace sealift::test {

#define VERIFY_OK(result) QVERIFY2((result).has_value(), (result) ? "" : qPrintable((result).error().what()))

inline QString newTaskId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

template <typename T>
QString nameOf(const Result<T> &result)
{
    return result ? QStringLiteral("ok") : errorCodeName(result.error().code());
}

/// Bytes that repeat nowhere, the same for the same seed.
inline QByteArray noise(qsizetype size, unsigned seed = 1)
{
    std::mt19937_64 generator(seed);
    QByteArray bytes(size, '\0');
    for (auto &byte : bytes)
        byte = static_cast<char>(generator());
    return bytes;
}

inline QByteArray readBack(ScratchVolume &volume, qint64 offset, qsizetype size)
{
    QByteArray bytes(size, '\x55');
    const auto status = volume.readAt(offset, mutableViewOf(bytes));
    return status ? bytes : status.error().what().toUtf8();
}

/// A scratch root in a folder of its own, and one task's volume in it.
struct TaskScratch {
    std::unique_ptr<ScratchFolder> folder;
    std::unique_ptr<ScratchVolume> volume;
};

/// @param reserve what the ledger keeps free: nothing, so that tests do not depend on the machine.
class ScratchFixture
{
public:
    explicit ScratchFixture(const QString &path = {}, qint64 reserve = 0)
        : m_path((path.isEmpty() ? m_own.path() : path) + QStringLiteral("/scratch"))
        , m_ledger(path.isEmpty() ? m_own.path() : path, reserve)
    {
    }

    const QString &path() const { return m_path; }
    SpaceLedger &ledger() { return m_ledger; }
    Result<ScratchRoot> root() const { return ScratchRoot::open(m_path); }

    Result<TaskScratch> make(qint64 quota, ScratchLifecycle::Observer observer = {})
    {
        TaskScratch made;
        SEALIFT_ASSIGN(const auto scratchRoot, root());
        SEALIFT_ASSIGN(made.folder, scratchRoot.create(newTaskId()));
        SEALIFT_ASSIGN(made.volume, ScratchVolume::create(*made.folder, m_ledger, {quota, 0, std::move(observer)}));
        return made;
    }

private:
    QTemporaryDir m_own;
    QString m_path;
    SpaceLedger m_ledger;
};

} // namespace sealift::test
