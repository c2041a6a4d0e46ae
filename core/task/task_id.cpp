#include "task/task_id.h"

#include "crypto/random.h"

#include <algorithm>
#include <chrono>
#include <span>

namespace sealift {

namespace {

constexpr unsigned kVersion = 7;
constexpr std::array<int, 4> kHyphens = {8, 13, 18, 23};
constexpr int kTextLength = 36;

bool isHyphenPlace(int index)
{
    return std::find(kHyphens.begin(), kHyphens.end(), index) != kHyphens.end();
}

int digitValue(QChar c)
{
    if (c >= QLatin1Char('0') && c <= QLatin1Char('9'))
        return c.unicode() - '0';
    if (c >= QLatin1Char('a') && c <= QLatin1Char('f'))
        return c.unicode() - 'a' + 10;
    return -1;
}

} // namespace

TaskId TaskId::create()
{
    using namespace std::chrono;
    TaskId id;
    fillRandom(std::as_writable_bytes(std::span(id.m_bytes)));
    const auto now = duration_cast<nanoseconds>(system_clock::now().time_since_epoch()).count();
    const auto milliseconds = static_cast<quint64>(now / 1'000'000);
    // RFC 9562, 6.2, method 3: the 12 bits after the version go on with the fraction of the millisecond.
    const auto fraction = static_cast<unsigned>((now % 1'000'000) * 4096 / 1'000'000);
    for (std::size_t i = 0; i < 6; ++i)
        id.m_bytes[i] = static_cast<unsigned char>(milliseconds >> (40 - 8 * i));
    id.m_bytes[6] = static_cast<unsigned char>(kVersion << 4 | fraction >> 8);
    id.m_bytes[7] = static_cast<unsigned char>(fraction);
    id.m_bytes[8] = static_cast<unsigned char>((id.m_bytes[8] & 0x3F) | 0x80);
    return id;
}

Result<TaskId> TaskId::parse(QStringView text)
{
    const auto wrong = [text] {
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("\"%1\" is no task's id").arg(text),
                          QStringLiteral("`sealift tasks` lists the tasks with their ids.")));
    };
    if (text.size() != kTextLength)
        return wrong();
    TaskId id;
    std::size_t digits = 0;
    for (int i = 0; i < kTextLength; ++i) {
        if (isHyphenPlace(i)) {
            if (text[i] != QLatin1Char('-'))
                return wrong();
            continue;
        }
        const auto value = digitValue(text[i]);
        if (value < 0)
            return wrong();
        auto &byte = id.m_bytes[digits / 2];
        byte = static_cast<unsigned char>(byte << 4 | value);
        ++digits;
    }
    if (id.m_bytes[6] >> 4 != kVersion || (id.m_bytes[8] & 0xC0) != 0x80)
        return wrong();
    return id;
}

QString TaskId::text() const
{
    constexpr auto kDigits = "0123456789abcdef";
    QString text;
    text.reserve(kTextLength);
    for (const auto byte : m_bytes) {
        if (isHyphenPlace(static_cast<int>(text.size())))
            text += QLatin1Char('-');
        text += QLatin1Char(kDigits[byte >> 4]);
        text += QLatin1Char(kDigits[byte & 0xF]);
    }
    return text;
}

} // namespace sealift
