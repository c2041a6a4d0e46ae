#pragma once

#include "base/error.h"

#include <QDateTime>
#include <QObject>
#include <QString>
#include <QtCrypto>

namespace sealift {

/// What a recovery sheet says.
struct RecoverySheet {
    QString library;  ///< its name
    QString location; ///< where it is
    QDateTime made;
    QCA::SecureArray passphrase;
};

/// Brings a recovery sheet onto paper or into a file, because the user asked for exactly that. Lives on the thread of
/// the window.
class RecoverySheetService : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    enum class Format { Text, Pdf };

    /// Asks for a printer; printed() follows unless the user thought better of it, or failed().
    virtual void print(const RecoverySheet &sheet, QWidget *parent) = 0;
    /// Writes it to a file that nobody else can read; saved() or failed() follows.
    virtual void save(const RecoverySheet &sheet, Format format, const QString &path) = 0;

Q_SIGNALS:
    void printed();
    void saved(const QString &path);
    void failed(const sealift::Error &error);
};

} // namespace sealift
