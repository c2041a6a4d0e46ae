#pragma once

#include "base/error.h"
#include "scratch/receipt_signature.h"
#include "task/task_id.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <optional>

namespace sealift {

/// A receipt's file, read and looked at.
struct ReceiptView {
    TaskId task;
    QString fileName;
    QByteArray file;                         ///< as it is on the disk; empty where it could not be read
    std::optional<VerifiedReceipt> verified; ///< nothing where it is not valid, or was not there
    std::optional<Error> problem;            ///< why
};

/// Reads receipts, for widgets. Lives on the thread of the window; files are read elsewhere.
class ReceiptService : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Reads the file and verifies its signature, anew each time; loaded() follows. @param fileName of the task's
    /// record.
    virtual void load(const TaskId &task, const QString &fileName) = 0;

Q_SIGNALS:
    void loaded(const sealift::ReceiptView &view);
};

} // namespace sealift
