#pragma once

#include "library/byte_source.h"

#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

#include <optional>
#include <string_view>

namespace sealift {

/// What RapidJSON's reader reads from: a ByteSource. A failure of the source looks like the end of the document to the
/// reader; readJson() tells them apart.
class JsonInput
{
public:
    using Ch = char;

    explicit JsonInput(ByteSource &source)
        : m_source(source)
    {
        refill();
    }

    Ch Peek() const { return m_pos == m_end ? '\0' : *m_pos; }
    Ch Take()
    {
        if (m_pos == m_end)
            return '\0';
        const Ch c = *m_pos++;
        if (m_pos == m_end)
            refill();
        return c;
    }
    std::size_t Tell() const { return m_before + static_cast<std::size_t>(m_pos - m_begin); }
    bool atEnd() const { return m_pos == m_end; }
    const std::optional<Error> &failure() const { return m_failure; }

    // The reader wants these only to parse in place, which it does not do here.
    Ch *PutBegin() { return nullptr; }
    void Put(Ch) {}
    std::size_t PutEnd(Ch *) { return 0; }

private:
    void refill()
    {
        m_before += static_cast<std::size_t>(m_end - m_begin);
        m_begin = m_pos = m_end = nullptr;
        if (m_failure)
            return;
        auto piece = m_source.next();
        if (!piece) {
            m_failure = std::move(piece).error();
        } else if (!piece->empty()) {
            m_begin = m_pos = reinterpret_cast<const char *>(piece->data());
            m_end = m_begin + piece->size();
        }
    }

    ByteSource &m_source;
    const char *m_begin = nullptr;
    const char *m_pos = nullptr;
    const char *m_end = nullptr;
    std::size_t m_before = 0;
    std::optional<Error> m_failure;
};

/// A base for handlers of RapidJSON's events: knows how deep it is and remembers why it ended the document. Everything
/// it is not told about is skipped. A handler overrides (hides) the events it wants and calls enter()/leave() for each
/// level.
class JsonHandler : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, JsonHandler>
{
public:
    /// Deeper documents are refused: the reader's stack must not depend on them.
    static constexpr int kMaxDepth = 64;

    const std::optional<Error> &failure() const { return m_failure; }

protected:
    bool enter()
    {
        if (++m_depth > kMaxDepth)
            return refuse(QStringLiteral("it is nested too deeply"));
        return true;
    }
    void leave() { --m_depth; }
    int depth() const { return m_depth; }

    /// Ends the document with an error; to be returned by an event.
    bool refuse(const QString &why) { return refuse(Error(ErrorCode::Corrupt, why)); }
    bool refuse(Error error)
    {
        if (!m_failure)
            m_failure = std::move(error);
        return false;
    }

private:
    int m_depth = 0;
    std::optional<Error> m_failure;
};

/// Reads one JSON document through a handler. @param where names the document in errors. Errors: Corrupt with the
/// position; those of the source and the handler.
template <typename Handler>
Status readJson(ByteSource &source, Handler &handler, const QString &where)
{
    JsonInput input(source);
    rapidjson::Reader reader;
    constexpr unsigned kFlags = rapidjson::kParseValidateEncodingFlag;
    const auto result = reader.Parse<kFlags>(input, handler);
    if (input.failure())
        return fail(Error(*input.failure()).during(where));
    if (handler.failure())
        return fail(Error(*handler.failure()).during(where));
    if (result.IsError() || !input.atEnd())
        return fail(
            Error(ErrorCode::Corrupt,
                  QStringLiteral("%1 is not valid JSON: %2 at byte %3")
                      .arg(where, result.IsError() ? QString::fromLatin1(rapidjson::GetParseError_En(result.Code()))
                                                   : QStringLiteral("text follows the document"))
                      .arg(result.IsError() ? result.Offset() : input.Tell())));
    return {};
}

} // namespace sealift
