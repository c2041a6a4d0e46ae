#include "image/inspect/lvm_text.h"

namespace sealift {

namespace {

constexpr int kDeepest = 8;

class LvmParser
{
public:
    explicit LvmParser(const QByteArray &text)
        : m_text(text)
    {
    }

    Result<QVariantMap> section(int depth, bool outermost)
    {
        if (depth > kDeepest)
            return fail(Error(ErrorCode::LimitExceeded, QStringLiteral("LVM metadata is nested too deep")));
        QVariantMap values;
        while (true) {
            skipBlank();
            if (atEnd() || m_text.at(m_at) == '\0') {
                if (outermost)
                    return values;
                return fail(unexpected());
            }
            if (m_text.at(m_at) == '}') {
                ++m_at;
                if (!outermost)
                    return values;
                return fail(unexpected());
            }
            const auto name = word();
            if (name.isEmpty())
                return fail(unexpected());
            skipBlank();
            if (take('{')) {
                SEALIFT_ASSIGN(const auto inner, section(depth + 1, false));
                values.insert(name, inner);
            } else if (take('=')) {
                SEALIFT_ASSIGN(const auto one, value());
                values.insert(name, one);
            } else {
                return fail(unexpected());
            }
        }
    }

private:
    bool atEnd() const { return m_at >= m_text.size(); }

    bool take(char expected)
    {
        if (atEnd() || m_text.at(m_at) != expected)
            return false;
        ++m_at;
        return true;
    }

    void skipBlank()
    {
        while (!atEnd()) {
            const char c = m_text.at(m_at);
            if (c == '#') {
                while (!atEnd() && m_text.at(m_at) != '\n')
                    ++m_at;
            } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
                ++m_at;
            } else {
                return;
            }
        }
    }

    QString word()
    {
        const auto begin = m_at;
        const auto isName = [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
                   c == '.' || c == '+';
        };
        while (!atEnd() && isName(m_text.at(m_at)))
            ++m_at;
        return QString::fromLatin1(m_text.mid(begin, m_at - begin));
    }

    Result<QVariant> value()
    {
        skipBlank();
        if (take('"'))
            return text();
        if (take('['))
            return list();
        const auto written = word();
        bool isNumber = false;
        const auto number = written.toLongLong(&isNumber);
        if (isNumber)
            return QVariant(number);
        if (!written.isEmpty())
            return QVariant(written);
        return fail(unexpected());
    }

    Result<QVariant> text()
    {
        QByteArray bytes;
        while (!atEnd() && m_text.at(m_at) != '"') {
            if (m_text.at(m_at) == '\\' && m_at + 1 < m_text.size())
                ++m_at;
            bytes += m_text.at(m_at++);
        }
        if (!take('"'))
            return fail(unexpected());
        return QVariant(QString::fromUtf8(bytes));
    }

    Result<QVariant> list()
    {
        QVariantList values;
        while (true) {
            skipBlank();
            if (take(']'))
                return QVariant(values);
            // Lists hold plain values only, so this goes no deeper than one list.
            if (!atEnd() && m_text.at(m_at) == '[')
                return fail(unexpected());
            SEALIFT_ASSIGN(auto one, value());
            values.append(std::move(one));
            skipBlank();
            take(',');
        }
    }

    Error unexpected() const
    {
        return {ErrorCode::Corrupt, QStringLiteral("LVM metadata cannot be understood at byte %1").arg(m_at)};
    }

    const QByteArray &m_text;
    qsizetype m_at = 0;
};

} // namespace

Result<QVariantMap> parseLvmText(const QByteArray &text)
{
    return LvmParser(text).section(0, true);
}

} // namespace sealift
