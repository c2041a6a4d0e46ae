#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

namespace sealift::test {

/// What a program printed, and how it ended.
struct Ended {
    int exitCode = -1; ///< minus the signal's number where one ended it
    QByteArray output;
    QByteArray errors;

    QJsonObject object() const { return QJsonDocument::fromJson(output).object(); }
    QJsonArray array() const { return QJsonDocument::fromJson(output).array(); }
    /// The objects of that type on the error stream.
    QList<QJsonObject> messages(const QString &type) const;
    /// For QVERIFY2.
    QByteArray describe() const { return QByteArray::number(exitCode) + "\n" + output + errors; }
};

/// Runs a program to its end, without a terminal.
Ended runProgram(const QString &program, const QStringList &arguments, const QProcessEnvironment &environment);

/// The built command with a folder, a password file and a library of its own.
class Program
{
public:
    /// The library is named, not made.
    Program();

    /// Runs it with the library and the password file in the environment.
    Ended run(const QStringList &arguments) const { return runProgram(path(), arguments, environment); }

    static QString path() { return QStringLiteral(SEALIFT_PROGRAM); }
    QString file(const QString &name) const { return m_folder.filePath(name); }
    QString library() const { return file(QStringLiteral("library")); }
    QString passwordFile() const { return file(QStringLiteral("password")); }

    /// Writes a file of the folder and returns its path; mode 0600.
    QString write(const QString &name, const QByteArray &content) const;
    /// A raw image of so many bytes that cannot be compressed and that no library knows.
    QString writeRandom(const QString &name, qint64 size) const;

    /// What every run gets.
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    /// The same as a list, for PtyProcess.
    QStringList variables() const;

    static constexpr auto kPassword = "a secret Pa$$word";

private:
    QTemporaryDir m_folder;
};

} // namespace sealift::test
