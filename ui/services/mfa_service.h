#pragma once

#include <QObject>
#include <QString>

namespace sealift {

/// Codes of MFA devices, which AWS wants for some profiles while a library is being reached. Lives on the thread of the
/// window; whoever needs a code waits on another one.
class MfaService : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// @param code what the device shows; empty: the user gives up. An answered or withdrawn question is passed over.
    virtual void answer(quint64 question, const QString &code) = 0;

Q_SIGNALS:
    /// @param serial of the device, as AWS's configuration has it.
    void asked(quint64 question, const QString &serial);
    /// Nobody waits for the answer any more.
    void withdrawn(quint64 question);
};

} // namespace sealift
