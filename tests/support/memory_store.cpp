#include "support/memory_store.h"

#include <cstring>

namespace sealift::test {

namespace {

Error notFound(const QString &name)
{
    return {ErrorCode::NotFound, QStringLiteral("memory: \"%1\" does not exist").arg(name)};
}

} // namespace

Status MemoryStore::create(std::stop_token stop)
{
    return stop.stop_requested() ? Status(fail(Error::cancelled())) : Status();
}

Status MemoryStore::put(const QString &name, std::span<const ByteView> parts, PutMode mode, std::stop_token stop)
{
    SEALIFT_TRY(checkObjectName(name));
    if (stop.stop_requested())
        return fail(Error::cancelled());
    if (beforeChange) {
        if (auto error = beforeChange(name))
            return fail(std::move(*error));
    }
    QByteArray whole;
    for (const auto &part : parts)
        whole.append(toByteArray(part));
    const std::lock_guard lock(m_mutex);
    if (mode == PutMode::CreateNew && m_objects.contains(name))
        return fail(Error(ErrorCode::AlreadyExists, QStringLiteral("memory: \"%1\" exists").arg(name)));
    m_objects[name] = whole;
    return {};
}

Result<qint64> MemoryStore::size(const QString &name, std::stop_token)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_objects.find(name);
    if (found == m_objects.end())
        return fail(notFound(name));
    return found->second.size();
}

Status MemoryStore::read(const QString &name, qint64 offset, MutableBytes out, std::stop_token stop)
{
    if (stop.stop_requested())
        return fail(Error::cancelled());
    const std::lock_guard lock(m_mutex);
    const auto found = m_objects.find(name);
    if (found == m_objects.end())
        return fail(notFound(name));
    const auto wanted = static_cast<qint64>(out.size());
    if (offset > found->second.size() || wanted > found->second.size() - offset)
        return fail(Error(ErrorCode::Corrupt, QStringLiteral("memory: \"%1\" is too short").arg(name)));
    std::memcpy(out.data(), found->second.constData() + offset, out.size());
    return {};
}

Result<QByteArray> MemoryStore::readAll(const QString &name, qint64 maxSize, std::stop_token stop)
{
    if (stop.stop_requested())
        return fail(Error::cancelled());
    const std::lock_guard lock(m_mutex);
    const auto found = m_objects.find(name);
    if (found == m_objects.end())
        return fail(notFound(name));
    if (found->second.size() > maxSize)
        return fail(Error(ErrorCode::LimitExceeded, QStringLiteral("memory: \"%1\" is too large").arg(name)));
    return found->second;
}

Status MemoryStore::list(const QString &prefix, const std::function<Status(const ObjectInfo &)> &each,
                         std::stop_token stop)
{
    if (beforeList)
        beforeList(prefix);
    std::map<QString, QByteArray> copy;
    {
        const std::lock_guard lock(m_mutex);
        copy = m_objects;
    }
    for (const auto &[name, content] : copy) {
        if (stop.stop_requested())
            return fail(Error::cancelled());
        if (name.startsWith(prefix))
            SEALIFT_TRY(each({name, content.size()}));
    }
    return {};
}

Status MemoryStore::remove(const QString &name, std::stop_token)
{
    if (beforeChange) {
        if (auto error = beforeChange(name))
            return fail(std::move(*error));
    }
    const std::lock_guard lock(m_mutex);
    m_objects.erase(name);
    return {};
}

QStringList MemoryStore::names(const QString &prefix) const
{
    const std::lock_guard lock(m_mutex);
    QStringList found;
    for (const auto &[name, content] : m_objects) {
        if (name.startsWith(prefix))
            found.append(name);
    }
    return found;
}

QByteArray MemoryStore::content(const QString &name) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_objects.find(name);
    return found == m_objects.end() ? QByteArray() : found->second;
}

void MemoryStore::setContent(const QString &name, const QByteArray &content)
{
    const std::lock_guard lock(m_mutex);
    m_objects[name] = content;
}

void MemoryStore::flipBit(const QString &name, qsizetype offset)
{
    const std::lock_guard lock(m_mutex);
    auto &content = m_objects.at(name);
    auto &byte = content.data()[offset < 0 ? content.size() + offset : offset];
    byte = static_cast<char>(byte ^ 1);
}

void MemoryStore::truncate(const QString &name, qsizetype size)
{
    const std::lock_guard lock(m_mutex);
    m_objects.at(name).truncate(size);
}

void MemoryStore::erase(const QString &name)
{
    const std::lock_guard lock(m_mutex);
    m_objects.erase(name);
}

} // namespace sealift::test
