#include "cli/console.h"

#include "base/url_mask.h"
#include "cli/exit_code.h"
#include "common/human_text.h"

#include <QJsonDocument>

#include <cerrno>

#include <poll.h>
#include <unistd.h>

namespace sealift {

namespace {

constexpr auto kEraseLine = "\r\x1b[K";
constexpr auto kRed = "\x1b[1;31m";
constexpr auto kYellow = "\x1b[1;33m";
constexpr auto kPlain = "\x1b[0m";

/// Every line made fit for a terminal; the breaks between them are ours.
QString printableLines(const QString &text)
{
    QStringList lines = text.split(QLatin1Char('\n'));
    for (auto &line : lines)
        line = printable(line);
    return lines.join(QLatin1Char('\n'));
}

} // namespace

Console::Console(int output, int errors, const ConsoleSettings &settings)
    : m_settings(settings)
    , m_output(output)
    , m_errors(errors)
{
}

void Console::keepOutputClear()
{
    const std::lock_guard lock(m_mutex);
    m_results = Stream::Errors;
}

void Console::result(const QString &text)
{
    const std::lock_guard lock(m_mutex);
    writeText(m_results, printableLines(text) + QLatin1Char('\n'));
}

void Console::result(const QJsonObject &object)
{
    const std::lock_guard lock(m_mutex);
    if (m_results == Stream::Output) {
        writeObject(m_results, object);
        return;
    }
    auto typed = object;
    typed.insert(QStringLiteral("type"), QStringLiteral("result"));
    writeObject(m_results, typed);
}

void Console::result(const QJsonArray &list)
{
    const std::lock_guard lock(m_mutex);
    write(m_results, viewOf(QJsonDocument(list).toJson(QJsonDocument::Compact) + '\n'));
}

static ByteView viewOf(const QCA::SecureArray &secret)
{
    return {reinterpret_cast<const std::byte *>(secret.constData()), static_cast<std::size_t>(secret.size())};
}

void Console::secretResult(const QCA::SecureArray &secret)
{
    const std::lock_guard lock(m_mutex);
    write(m_results, viewOf(secret));
    write(m_results, viewOf(QByteArrayLiteral("\n")));
}

void Console::secretResult(const QJsonObject &object, const QString &field, const QCA::SecureArray &secret)
{
    auto text = QJsonDocument(object).toJson(QJsonDocument::Compact);
    text.chop(1);
    const std::lock_guard lock(m_mutex);
    write(m_results, viewOf(text + (object.isEmpty() ? "\"" : ",\"") + field.toUtf8() + "\":\""));
    write(m_results, viewOf(secret));
    write(m_results, viewOf(QByteArrayLiteral("\"}\n")));
}

void Console::note(const QString &text)
{
    if (m_settings.quiet || m_settings.json)
        return;
    const std::lock_guard lock(m_mutex);
    writeText(Stream::Errors, printableLines(maskUrls(text)) + QLatin1Char('\n'));
}

void Console::warning(const QString &words)
{
    const auto text = maskUrls(words);
    const std::lock_guard lock(m_mutex);
    if (m_settings.json)
        writeObject(Stream::Errors,
                    {{QStringLiteral("type"), QStringLiteral("warning")}, {QStringLiteral("message"), text}});
    else
        writeMessage(QStringLiteral("warning: "), kYellow, text);
}

void Console::error(const Error &error)
{
    const std::lock_guard lock(m_mutex);
    if (!m_settings.json) {
        writeMessage(QStringLiteral("error: "), kRed, error.what());
        if (!error.remedy().isEmpty())
            writeMessage(QStringLiteral("hint: "), nullptr, error.remedy());
        return;
    }
    QJsonObject context;
    for (const auto &[key, value] : error.context())
        context.insert(key, value);
    writeObject(Stream::Errors, {{QStringLiteral("type"), QStringLiteral("error")},
                                 {QStringLiteral("code"), errorCodeName(error.code())},
                                 {QStringLiteral("message"), error.what()},
                                 {QStringLiteral("remedy"), error.remedy()},
                                 {QStringLiteral("context"), context},
                                 {QStringLiteral("exitCode"), static_cast<int>(exitCodeFor(error.code()))}});
}

void Console::message(const QString &type, QJsonObject object)
{
    object.insert(QStringLiteral("type"), type);
    const std::lock_guard lock(m_mutex);
    writeObject(Stream::Errors, object);
}

void Console::progress(QJsonObject object)
{
    if (m_settings.quiet || !m_settings.json)
        return;
    object.insert(QStringLiteral("type"), QStringLiteral("progress"));
    const std::lock_guard lock(m_mutex);
    writeObject(Stream::Errors, object);
}

void Console::showStatus(const QString &line)
{
    const std::lock_guard lock(m_mutex);
    m_status = printable(line);
    write(Stream::Errors, viewOf(QByteArray(kEraseLine) + m_status.toUtf8()));
}

void Console::clearStatus()
{
    const std::lock_guard lock(m_mutex);
    if (m_status.isEmpty())
        return;
    m_status.clear();
    write(Stream::Errors, viewOf(QByteArray(kEraseLine)));
}

Status Console::finish()
{
    const std::lock_guard lock(m_mutex);
    if (m_failure)
        return fail(*m_failure);
    return {};
}

void Console::writeText(Stream stream, const QString &text)
{
    if (m_status.isEmpty()) {
        write(stream, viewOf(text.toUtf8()));
        return;
    }
    // The status line makes room, and comes back below.
    write(Stream::Errors, viewOf(QByteArray(kEraseLine)));
    write(stream, viewOf(text.toUtf8()));
    write(Stream::Errors, viewOf(m_status.toUtf8()));
}

void Console::writeMessage(const QString &label, const char *colour, const QString &text)
{
    const auto body = printableLines(text) + QLatin1Char('\n');
    if (m_settings.colour && colour != nullptr)
        writeText(Stream::Errors, QLatin1String(colour) + label + QLatin1String(kPlain) + body);
    else
        writeText(Stream::Errors, label + body);
}

void Console::writeObject(Stream stream, const QJsonObject &object)
{
    write(stream, sealift::viewOf(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n'));
}

void Console::write(Stream stream, ByteView bytes)
{
    const int descriptor = stream == Stream::Output ? m_output : m_errors;
    while (!bytes.empty()) {
        const auto written = ::write(descriptor, bytes.data(), bytes.size());
        if (written >= 0) {
            bytes = bytes.subspan(static_cast<std::size_t>(written));
        } else if (errno == EAGAIN) {
            pollfd ready{descriptor, POLLOUT, 0};
            ::poll(&ready, 1, -1);
        } else if (errno != EINTR) {
            // A lost error stream cannot be reported anywhere; the exit code still tells.
            if (!m_failure && stream == Stream::Output)
                m_failure = Error::fromErrno(errno, QStringLiteral("cannot write to standard output"));
            return;
        }
    }
}

} // namespace sealift
