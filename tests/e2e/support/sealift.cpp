#include "e2e/support/sealift.h"

#include "e2e/support/files.h"
#include "e2e/support/tools.h"

#include <QDir>
#include <QHash>
#include <QRegularExpression>

namespace sealift::test {

namespace {

/// The objects of a library between two commands; names as in restic's doc/design.rst, "Repository Layout".
bool isLibraryEntry(const QString &entry)
{
    static const QRegularExpression known(QStringLiteral("^(config|data|keys|locks|index|snapshots|data/[0-9a-f]{2}"
                                                         "|(keys|index|snapshots)/[0-9a-f]{64}"
                                                         "|data/([0-9a-f]{2})/\\3[0-9a-f]{62})$"));
    return known.match(entry).hasMatch();
}

/// The documented exit code of an error code. Written down here a second time on purpose: callers rely on the numbers.
int documentedExitCode(const QString &code)
{
    static const QHash<QString, int> codes = {
        {QStringLiteral("cancelled"), 130},
        {QStringLiteral("invalid-argument"), 2},
        {QStringLiteral("not-found"), 3},
        {QStringLiteral("permission-denied"), 3},
        {QStringLiteral("io"), 3},
        {QStringLiteral("wrong-password"), 4},
        {QStringLiteral("corrupt"), 5},
        {QStringLiteral("unsafe"), 5},
        {QStringLiteral("refused"), 13},
        {QStringLiteral("no-space"), 6},
        {QStringLiteral("locked"), 7},
        {QStringLiteral("unsupported"), 8},
        {QStringLiteral("limit-exceeded"), 8},
        {QStringLiteral("tool-missing"), 8},
        {QStringLiteral("source-changed"), 9},
        {QStringLiteral("already-exists"), 10},
        {QStringLiteral("network"), 11},
        {QStringLiteral("timeout"), 11},
        {QStringLiteral("cleanup-unconfirmed"), 12},
        {QStringLiteral("tool-failed"), 1},
        {QStringLiteral("internal"), 1},
    };
    return codes.value(code, -1);
}

} // namespace

QByteArray Outcome::complaint(const QString &code, const QStringList &names) const
{
    QByteArray wrong;
    const QString message = error.value(QStringLiteral("message")).toString();
    if (run.ok())
        wrong += "succeeded; ";
    if (!onlyJson)
        wrong += "the error stream holds something else than JSON; ";
    if (run.timedOut || run.signal != 0)
        wrong += "was killed or crashed; ";
    if (error.value(QStringLiteral("code")).toString() != code)
        wrong += "error code is not " + code.toUtf8() + "; ";
    if (run.exitCode != documentedExitCode(code))
        wrong += "exit code is not " + QByteArray::number(documentedExitCode(code)) + "; ";
    if (message.isEmpty())
        wrong += "no message; ";
    // Whoever cancelled knows what to do.
    if (error.value(QStringLiteral("remedy")).toString().isEmpty() && code != QLatin1String("cancelled"))
        wrong += "no remedy; ";
    for (const QString &name : names) {
        if (!message.contains(name))
            wrong += "message does not name " + name.toUtf8() + "; ";
    }
    return wrong.isEmpty() ? wrong : wrong + "\n" + run.describe();
}

Outcome outcomeOf(const Finished &finished)
{
    Outcome outcome;
    outcome.run = finished;
    outcome.result = QJsonDocument::fromJson(finished.out);
    for (const QByteArray &line : finished.err.split('\n')) {
        if (line.isEmpty())
            continue;
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        const QString type = object.value(QStringLiteral("type")).toString();
        if (type == QLatin1String("error"))
            outcome.error = object;
        else if (type == QLatin1String("progress"))
            outcome.progress << object;
        else if (type == QLatin1String("warning"))
            outcome.warnings << object;
        else if (type == QLatin1String("finding"))
            outcome.findings << object;
        else
            outcome.onlyJson = false;
    }
    return outcome;
}

Sealift::Sealift(const QString &scratch)
    : m_scratch(scratch)
    , m_library(scratch + QStringLiteral("/library"))
    , m_passwordFile(scratch + QStringLiteral("/password"))
    , m_state(scratch + QStringLiteral("/state"))
    , m_scratchRoot(scratch + QStringLiteral("/scratch"))
{
    for (const char *folder : {"home", "tmp", "run"}) {
        const QString path = scratch + QLatin1Char('/') + QLatin1String(folder);
        QDir().mkpath(path);
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    writeFile(m_passwordFile, "an end-to-end password\n");
    QFile::setPermissions(m_passwordFile, QFile::ReadOwner | QFile::WriteOwner);
}

CommandLine Sealift::command(const QStringList &arguments) const
{
    CommandLine command{.program = sealiftProgram(), .arguments = QStringList{QStringLiteral("--json")} + arguments};
    command.environment.insert(QStringLiteral("SEALIFT_LIBRARY"), m_library);
    command.environment.insert(QStringLiteral("SEALIFT_PASSWORD_FILE"), m_passwordFile);
    command.environment.insert(QStringLiteral("SEALIFT_STATE"), m_state);
    command.environment.insert(QStringLiteral("SEALIFT_SCRATCH"), m_scratchRoot);
    command.environment.insert(QStringLiteral("HOME"), m_scratch + QStringLiteral("/home"));
    command.environment.insert(QStringLiteral("TMPDIR"), m_scratch + QStringLiteral("/tmp"));
    command.environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_scratch + QStringLiteral("/run"));
    command.environment.remove(QStringLiteral("XDG_CACHE_HOME"));
    command.environment.remove(QStringLiteral("XDG_CONFIG_HOME"));
    command.environment.remove(QStringLiteral("XDG_DATA_HOME"));
    return command;
}

Outcome Sealift::run(const QStringList &arguments) const
{
    return outcomeOf(test::run(command(arguments)));
}

Outcome Sealift::init(const QStringList &options) const
{
    return run(QStringList{QStringLiteral("library"), QStringLiteral("init")} + options + QStringList{m_library});
}

QStringList Sealift::importArguments(const QString &image, const QString &name)
{
    return {QStringLiteral("import"), QStringLiteral("--name"), name, image};
}

QStringList Sealift::exportArguments(const QString &image, const QString &format, const QString &file)
{
    return {QStringLiteral("export"), QStringLiteral("--format"), format, QStringLiteral("-o"), file, image};
}

Outcome Sealift::import(const QString &image, const QString &name, const QStringList &options) const
{
    return run(importArguments(image, name) + options);
}

Outcome Sealift::exportTo(const QString &image, const QString &format, const QString &file) const
{
    return run(exportArguments(image, format, file));
}

Outcome Sealift::images() const
{
    return run({QStringLiteral("images")});
}

Outcome Sealift::check() const
{
    return run({QStringLiteral("library"), QStringLiteral("check"), QStringLiteral("--read-data")});
}

void Sealift::setTaskFolders(const QString &state, const QString &scratch)
{
    m_state = state;
    m_scratchRoot = scratch;
}

QJsonArray Sealift::tasks() const
{
    return run({QStringLiteral("tasks")}).array();
}

QByteArray Sealift::leftovers() const
{
    QByteArray found;
    for (const char *folder : {"tmp", "run"}) {
        for (const QString &entry : entriesBelow(m_scratch + QLatin1Char('/') + QLatin1String(folder)))
            found += QByteArray(folder) + "/" + entry.toUtf8() + "\n";
    }
    for (const QString &entry : entriesBelow(m_scratchRoot))
        found += "scratch/" + entry.toUtf8() + "\n";
    for (const QString &entry : entriesBelow(m_library)) {
        if (!isLibraryEntry(entry))
            found += "library/" + entry.toUtf8() + "\n";
    }
    return found;
}

QStringList Sealift::packs() const
{
    return filesBelow(m_library).filter(QRegularExpression(QStringLiteral("^data/")));
}

QStringList Sealift::indexes() const
{
    return filesBelow(m_library).filter(QRegularExpression(QStringLiteral("^index/")));
}

qint64 Sealift::packBytes() const
{
    return folderBytes(m_library + QStringLiteral("/data"));
}

} // namespace sealift::test
