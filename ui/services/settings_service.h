#pragma once

#include "base/error.h"
#include "task/bandwidth_schedule.h"
#include "ui/common/theme.h"

#include <QHash>
#include <QObject>
#include <QString>

namespace sealift {

/// What the user prefers. Value type.
struct AppSettings {
    int concurrency = 2;             ///< tasks at once
    qint64 bytesPerSecond = 0;       ///< of all tasks together; 0: no limit
    BandwidthSchedule schedule;      ///< hours with a limit of their own in its place
    QString scratchFolder;           ///< absolute; empty: the usual one. Used from the next start on.
    qint64 scratchQuota = 8LL << 30; ///< bytes, of each task. Used from the next start on.
    QString exportTarget;            ///< the name of the target that exports begin with; empty: the first
    bool notifyCompleted = true;
    bool notifyFailed = true; ///< also of cleanups that could not be confirmed
    QString language;         ///< "de"; empty: the system's
    Theme theme = Theme::System;
    /// Keys that are not the usual ones, by the ids of the window's actions: portable texts of QKeySequence; empty:
    /// none.
    QHash<QString, QString> shortcuts;
    bool importStraightAway = false; ///< without the import sheet, where all is clear
    /// Widgets offer to keep passwords in the user's keyring; whoever switches it off has those that are there removed.
    bool offerKeyring = true;
    int lockAfterMinutes = 30;   ///< libraries are locked after so long without input; 0: never
    bool lockWithScreen = true;  ///< also with the screen, and before the computer sleeps
    bool lockStopsTasks = false; ///< and their tasks are stopped with them, instead of being waited for
    bool welcomed = false;       ///< the first-run assistant was seen through, or dismissed

    bool operator==(const AppSettings &) const = default;
};

/// Keeps the settings. Lives on the thread of the window; files are written elsewhere.
class SettingsService : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual AppSettings settings() const = 0;
    /// The folder that scratch volumes lie in where the settings name none.
    virtual QString usualScratchFolder() const = 0;
    /// Takes effect at once as far as that is possible; changed() is told before it returns, failed() later if they
    /// could not be stored.
    virtual void set(const AppSettings &settings) = 0;

Q_SIGNALS:
    void changed(const sealift::AppSettings &settings);
    void failed(const sealift::Error &error);
};

} // namespace sealift
