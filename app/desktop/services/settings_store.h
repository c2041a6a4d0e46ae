#pragma once

#include "base/result.h"
#include "desktop/services/background.h"
#include "ui/services/settings_service.h"

#include <QJsonObject>

#include <optional>

namespace sealift {

/// The settings as JSON, and back. What is missing, or makes no sense, is as it is by default.
QJsonObject settingsJson(const AppSettings &settings);
AppSettings settingsOf(const QJsonObject &json);

/// The settings in a file of the user's.
class SettingsStore final : public SettingsService
{
    Q_OBJECT

public:
    /// Reads the file.
    SettingsStore(QString path, QString usualScratch, QObject *parent = nullptr);

    AppSettings settings() const override { return m_settings; }
    QString usualScratchFolder() const override { return m_usualScratch; }
    void set(const AppSettings &settings) override;

    /// Why the file could not be read; its settings are then the default ones, and it is left as it is until they are
    /// changed.
    const std::optional<Error> &problem() const { return m_problem; }

private:
    const QString m_path;
    const QString m_usualScratch;
    AppSettings m_settings;
    std::optional<Error> m_problem;
    Background m_background; ///< one thread: files are written in order
};

} // namespace sealift
