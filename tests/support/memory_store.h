#pragma once

#include "storage/object_store.h"

#include <QByteArray>
#include <QStringList>

#include <functional>
#include <map>
#include <mutex>
#include <optional>

namespace sealift::test {

/// An ObjectStore in memory, with doors to its objects for tests that damage them.
class MemoryStore : public ObjectStore
{
public:
    QString location() const override { return QStringLiteral("memory"); }
    Status create(std::stop_token stop) override;
    Status put(const QString &name, std::span<const ByteView> parts, PutMode mode, std::stop_token stop) override;
    Result<qint64> size(const QString &name, std::stop_token stop) override;
    Status read(const QString &name, qint64 offset, MutableBytes out, std::stop_token stop) override;
    Result<QByteArray> readAll(const QString &name, qint64 maxSize, std::stop_token stop) override;
    Status list(const QString &prefix, const std::function<Status(const ObjectInfo &)> &each,
                std::stop_token stop) override;
    Status remove(const QString &name, std::stop_token stop) override;
    int suggestedConcurrency() const override { return 4; }

    /// Asked before every put() and remove(), with the object's name; an Error becomes the call's.
    std::function<std::optional<Error>(const QString &name)> beforeChange;
    /// Asked before every list(), with the prefix.
    std::function<void(const QString &prefix)> beforeList;

    QStringList names(const QString &prefix) const;
    QByteArray content(const QString &name) const;
    void setContent(const QString &name, const QByteArray &content);
    /// Turns one bit of one byte; a negative offset counts from the end.
    void flipBit(const QString &name, qsizetype offset);
    void truncate(const QString &name, qsizetype size);
    void erase(const QString &name);

private:
    mutable std::mutex m_mutex;
    std::map<QString, QByteArray> m_objects;
};

/// A store that passes everything on to another one, which outlives it: so that a test keeps its hands on a store which
/// a repository owns.
class BorrowedStore : public ObjectStore
{
public:
    explicit BorrowedStore(ObjectStore &store)
        : m_store(store)
    {
    }
    QString location() const override { return m_store.location(); }
    Status create(std::stop_token stop) override { return m_store.create(stop); }
    Status put(const QString &name, std::span<const ByteView> parts, PutMode mode, std::stop_token stop) override
    {
        return m_store.put(name, parts, mode, stop);
    }
    Result<qint64> size(const QString &name, std::stop_token stop) override { return m_store.size(name, stop); }
    Status read(const QString &name, qint64 offset, MutableBytes out, std::stop_token stop) override
    {
        return m_store.read(name, offset, out, stop);
    }
    Result<QByteArray> readAll(const QString &name, qint64 maxSize, std::stop_token stop) override
    {
        return m_store.readAll(name, maxSize, stop);
    }
    Status list(const QString &prefix, const std::function<Status(const ObjectInfo &)> &each,
                std::stop_token stop) override
    {
        return m_store.list(prefix, each, stop);
    }
    Status remove(const QString &name, std::stop_token stop) override { return m_store.remove(name, stop); }
    int suggestedConcurrency() const override { return m_store.suggestedConcurrency(); }

private:
    ObjectStore &m_store;
};

} // namespace sealift::test
