#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QtCrypto>

#include <mutex>
#include <optional>

namespace sealift {

struct ConsoleSettings {
    bool json = false;   ///< results and messages as JSON, one object or list a line
    bool quiet = false;  ///< no notes, no progress
    bool colour = false; ///< words on the error stream may be coloured
};

/// The two streams of the process. Results go to the output stream; notes, warnings, errors and progress to the error
/// stream. Text for people is made fit for a terminal here (see printable()), whatever names it quotes. Thread-safe.
///
/// In JSON every line of the error stream is an object with a `type`: "progress", "warning", "finding" (of preflight)
/// or "error", or "result" where results go there.
class Console
{
public:
    /// The descriptors stay the caller's.
    Console(int output, int errors, const ConsoleSettings &settings);

    bool json() const { return m_settings.json; }
    bool quiet() const { return m_settings.quiet; }

    /// From now on results go to the error stream: the output stream carries an image.
    void keepOutputClear();

    /// Results for people; each ends with a line break.
    void result(const QString &text);
    /// Results for machines, on one line.
    void result(const QJsonObject &object);
    void result(const QJsonArray &list);

    /// One line of a result that is a secret; shown without a copy in ordinary memory.
    void secretResult(const QCA::SecureArray &secret);
    /// A result for machines with one more field that is a secret of plain ASCII without quotes and backslashes.
    void secretResult(const QJsonObject &object, const QString &field, const QCA::SecureArray &secret);

    /// Something worth knowing; for people only, and not when quiet.
    void note(const QString &text);
    /// Something that may be wrong, for everybody. In both what is secret in URLs is masked.
    void warning(const QString &words);
    void error(const Error &error);

    /// Something for machines that is neither of these; also when quiet.
    void message(const QString &type, QJsonObject object);

    /// One progress object; for machines only, and not when quiet.
    void progress(QJsonObject object);

    /// Replaces the status line: the last line of a terminal, redrawn in place. Only for an error stream that is a
    /// terminal.
    void showStatus(const QString &line);
    void clearStatus();

    /// Io where something could not be written; the first such failure.
    Status finish();

private:
    enum class Stream { Output, Errors };

    void write(Stream stream, ByteView bytes);
    void writeText(Stream stream, const QString &text);
    /// @param colour of the label; null: none.
    void writeMessage(const QString &label, const char *colour, const QString &text);
    void writeObject(Stream stream, const QJsonObject &object);

    const ConsoleSettings m_settings;
    const int m_output;
    const int m_errors;
    Stream m_results = Stream::Output;
    std::mutex m_mutex;
    QString m_status;
    std::optional<Error> m_failure;
};

} // namespace sealift
