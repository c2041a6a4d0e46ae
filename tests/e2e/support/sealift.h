#pragma once

#include "support/process_runner.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace sealift::test {

/// What a run of `sealift --json` said.
struct Outcome {
    Finished run;
    QJsonDocument result;        ///< standard output: one JSON document
    QJsonObject error;           ///< the error object (code, message, remedy); empty where there was none
    QList<QJsonObject> progress; ///< the progress objects, in order
    QList<QJsonObject> warnings; ///< the warning objects, in order
    QList<QJsonObject> findings; ///< of preflight, in order
    bool onlyJson = true;        ///< the error stream held nothing but JSON objects with a known `type`

    bool ok() const { return run.ok(); }
    QJsonObject object() const { return result.object(); }
    QJsonArray array() const { return result.array(); }

    /// Empty where the run failed with this error code and a complete error object whose message names all of `names`;
    /// else what is wrong with it. The exit code is checked against the documented one of the error code.
    QByteArray complaint(const QString &code, const QStringList &names = {}) const;
};

/// Reads what a finished run printed.
Outcome outcomeOf(const Finished &finished);

/// The command under test with one library, a password file, and a home, temporary and runtime folder of its own, so
/// that whatever it leaves behind is found.
class Sealift
{
public:
    /// @param scratch folder for the environment's folders and the password file; the library is `scratch`/library.
    explicit Sealift(const QString &scratch);

    const QString &library() const { return m_library; }
    const QString &passwordFile() const { return m_passwordFile; }
    /// Uses another library or password from now on.
    void setLibrary(const QString &library) { m_library = library; }
    void setPasswordFile(const QString &file) { m_passwordFile = file; }

    /// `sealift --json ARGUMENTS`, with library and password file in the environment.
    CommandLine command(const QStringList &arguments) const;
    Outcome run(const QStringList &arguments) const;

    Outcome init(const QStringList &options = {QStringLiteral("--no-recovery-key")}) const;
    Outcome import(const QString &image, const QString &name, const QStringList &options = {}) const;
    Outcome exportTo(const QString &image, const QString &format, const QString &file) const;
    Outcome images() const;
    /// `library check --read-data`.
    Outcome check() const;

    static QStringList importArguments(const QString &image, const QString &name);
    static QStringList exportArguments(const QString &image, const QString &format, const QString &file);

    /// Where the tasks' scratch volumes are, and what is known of tasks.
    const QString &scratchRoot() const { return m_scratchRoot; }
    const QString &stateFolder() const { return m_state; }
    void setTaskFolders(const QString &state, const QString &scratch);

    /// All tasks, as `sealift tasks` has them.
    QJsonArray tasks() const;

    /// Empty where nothing was left behind: no scratch, no file, socket or folder in the temporary and runtime folders,
    /// no lock, and nothing in the library that is not a finished object of restic's layout. Else one entry a line.
    QByteArray leftovers() const;

    /// Bytes of all pack files of the library.
    qint64 packBytes() const;
    /// Paths of the pack (`data`) or index files, relative to the library.
    QStringList packs() const;
    QStringList indexes() const;

private:
    QString m_scratch;
    QString m_library;
    QString m_passwordFile;
    QString m_state;
    QString m_scratchRoot;
};

} // namespace sealift::test
