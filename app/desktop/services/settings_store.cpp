#include "desktop/services/settings_store.h"

#include "common/bandwidth_settings.h"
#include "common/config_file.h"

#include <QDir>

#include <algorithm>

namespace sealift {

namespace {

constexpr int kMaxConcurrency = 16;
constexpr int kLongestIdle = 24 * 60; // minutes
constexpr qint64 kSmallestQuota = 64LL << 20;

const auto kConcurrency = QStringLiteral("concurrency");
const auto kShortcuts = QStringLiteral("shortcuts");
const auto kScratchFolder = QStringLiteral("scratchFolder");
const auto kScratchQuota = QStringLiteral("scratchQuota");
const auto kExportTarget = QStringLiteral("exportTarget");
const auto kNotifyCompleted = QStringLiteral("notifyCompleted");
const auto kNotifyFailed = QStringLiteral("notifyFailed");
const auto kLanguage = QStringLiteral("language");
const auto kTheme = QStringLiteral("theme");
const auto kStraightAway = QStringLiteral("importStraightAway");
const auto kOfferKeyring = QStringLiteral("offerKeyring");
const auto kLockAfter = QStringLiteral("lockAfterMinutes");
const auto kLockWithScreen = QStringLiteral("lockWithScreen");
const auto kLockStopsTasks = QStringLiteral("lockStopsTasks");
const auto kWelcomed = QStringLiteral("welcomed");

const QList<std::pair<Theme, QString>> &themeNames()
{
    static const QList<std::pair<Theme, QString>> names{{Theme::System, QStringLiteral("system")},
                                                        {Theme::Light, QStringLiteral("light")},
                                                        {Theme::Dark, QStringLiteral("dark")},
                                                        {Theme::HighContrast, QStringLiteral("high-contrast")}};
    return names;
}

QString nameOf(Theme theme)
{
    for (const auto &[known, name] : themeNames()) {
        if (known == theme)
            return name;
    }
    return {};
}

Theme themeOf(const QString &name)
{
    for (const auto &[theme, known] : themeNames()) {
        if (known == name)
            return theme;
    }
    return Theme::System;
}

QJsonObject textsJson(const QHash<QString, QString> &texts)
{
    QJsonObject json;
    for (auto text = texts.cbegin(); text != texts.cend(); ++text)
        json.insert(text.key(), text.value());
    return json;
}

QHash<QString, QString> textsOf(const QJsonObject &json)
{
    QHash<QString, QString> texts;
    for (auto text = json.begin(); text != json.end(); ++text)
        texts.insert(text.key(), text.value().toString());
    return texts;
}

} // namespace

QJsonObject settingsJson(const AppSettings &settings)
{
    auto json = bandwidthJson({settings.bytesPerSecond, settings.schedule});
    const QJsonObject others{{kConcurrency, settings.concurrency},
                             {kScratchFolder, settings.scratchFolder},
                             {kScratchQuota, settings.scratchQuota},
                             {kExportTarget, settings.exportTarget},
                             {kNotifyCompleted, settings.notifyCompleted},
                             {kNotifyFailed, settings.notifyFailed},
                             {kLanguage, settings.language},
                             {kTheme, nameOf(settings.theme)},
                             {kStraightAway, settings.importStraightAway},
                             {kOfferKeyring, settings.offerKeyring},
                             {kLockAfter, settings.lockAfterMinutes},
                             {kLockWithScreen, settings.lockWithScreen},
                             {kLockStopsTasks, settings.lockStopsTasks},
                             {kWelcomed, settings.welcomed},
                             {kShortcuts, textsJson(settings.shortcuts)}};
    for (auto field = others.begin(); field != others.end(); ++field)
        json.insert(field.key(), field.value());
    return json;
}

AppSettings settingsOf(const QJsonObject &json)
{
    AppSettings settings;
    const auto flag = [&json](const QString &field, bool usual) { return json.value(field).toBool(usual); };
    settings.concurrency = std::clamp(json.value(kConcurrency).toInt(settings.concurrency), 1, kMaxConcurrency);
    const auto bandwidth = parseBandwidthSettings(json, QString()).value_or(BandwidthSettings());
    settings.bytesPerSecond = bandwidth.usual;
    settings.schedule = bandwidth.schedule;
    settings.scratchFolder = json.value(kScratchFolder).toString();
    if (!QDir::isAbsolutePath(settings.scratchFolder))
        settings.scratchFolder.clear();
    settings.scratchQuota = std::max(kSmallestQuota, json.value(kScratchQuota).toInteger(settings.scratchQuota));
    settings.exportTarget = json.value(kExportTarget).toString();
    settings.notifyCompleted = flag(kNotifyCompleted, settings.notifyCompleted);
    settings.notifyFailed = flag(kNotifyFailed, settings.notifyFailed);
    settings.language = json.value(kLanguage).toString();
    settings.theme = themeOf(json.value(kTheme).toString());
    settings.shortcuts = textsOf(json.value(kShortcuts).toObject());
    settings.importStraightAway = flag(kStraightAway, false);
    settings.offerKeyring = flag(kOfferKeyring, settings.offerKeyring);
    settings.lockAfterMinutes = std::clamp(json.value(kLockAfter).toInt(settings.lockAfterMinutes), 0, kLongestIdle);
    settings.lockWithScreen = flag(kLockWithScreen, settings.lockWithScreen);
    settings.lockStopsTasks = flag(kLockStopsTasks, settings.lockStopsTasks);
    settings.welcomed = flag(kWelcomed, false);
    return settings;
}

SettingsStore::SettingsStore(QString path, QString usualScratch, QObject *parent)
    : SettingsService(parent)
    , m_path(std::move(path))
    , m_usualScratch(std::move(usualScratch))
    , m_background(this, 1)
{
    const auto json = readConfigFile(m_path);
    if (json)
        m_settings = settingsOf(*json);
    else
        m_problem = json.error();
}

void SettingsStore::set(const AppSettings &settings)
{
    if (settings == m_settings)
        return;
    m_settings = settings;
    m_background.run(
        [path = m_path, settings](const std::stop_token &) { return writeConfigFile(path, settingsJson(settings)); },
        [this](const Status &written) {
            if (!written)
                Q_EMIT failed(written.error());
        });
    Q_EMIT changed(m_settings);
}

} // namespace sealift
