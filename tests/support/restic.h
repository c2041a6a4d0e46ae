#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QStringList>

#include <memory>

namespace sealift::test {

/// The real `restic` (or what SEALIFT_TEST_RESTIC names) at work on one repository in a folder.
class Restic
{
public:
    /// Empty where there is none on this machine.
    static QString program();
    /// "0.14.0".
    static QString version();
    /// Whether it is at least of version 0.`minor`.
    static bool isAtLeast(int minor);

    Restic(QString repository, QByteArray password);

    struct Outcome {
        int exitCode = -1;
        QByteArray output;
        QByteArray errors;
        /// For messages of failed tests.
        QByteArray all() const { return "exit code " + QByteArray::number(exitCode) + "\n" + output + errors; }
    };
    /// Runs it to its end, at most two minutes.
    Outcome run(const QStringList &arguments, const QString &folder = {}) const;
    /// Starts it; its standard input is a pipe.
    std::unique_ptr<QProcess> start(const QStringList &arguments) const;

private:
    void prepare(QProcess &process, const QStringList &arguments) const;

    QString m_repository;
    QByteArray m_password;
};

} // namespace sealift::test
