#pragma once

#include <QString>

#include <optional>
#include <utility>

namespace sealift {

/// Something that inspection found out, or the reason why it could not. Nothing is guessed: a fact without a value
/// says why in words for people ("the volume is encrypted by LUKS").
template <typename T>
class Fact
{
public:
    /// Not looked at yet; says so.
    Fact() = default;
    Fact(T value)
        : m_value(std::move(value))
    {
    }

    static Fact unknown(const QString &because)
    {
        Fact fact;
        fact.m_because = because;
        return fact;
    }

    bool known() const { return m_value.has_value(); }
    explicit operator bool() const { return known(); }
    /// To be asked only where it is known.
    const T &operator*() const { return *m_value; }
    const T *operator->() const { return &*m_value; }
    T valueOr(T otherwise) const { return m_value.value_or(std::move(otherwise)); }
    bool is(const T &value) const { return m_value && *m_value == value; }
    const std::optional<T> &value() const { return m_value; }

    /// Why there is no value; empty where there is one.
    QString because() const
    {
        if (m_value)
            return {};
        return m_because.isEmpty() ? QStringLiteral("it was not looked at") : m_because;
    }

private:
    std::optional<T> m_value;
    QString m_because;
};

} // namespace sealift
