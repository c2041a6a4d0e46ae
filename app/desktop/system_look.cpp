#include "desktop/system_look.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace sealift {

namespace {

const auto kService = QStringLiteral("org.freedesktop.portal.Desktop");
const auto kPath = QStringLiteral("/org/freedesktop/portal/desktop");
const auto kInterface = QStringLiteral("org.freedesktop.portal.Settings");
const auto kGroup = QStringLiteral("org.freedesktop.appearance");
const auto kScheme = QStringLiteral("color-scheme");
const auto kContrast = QStringLiteral("contrast");

constexpr uint kDark = 1;
constexpr uint kHighContrast = 1;

/// The portal wraps values in as many variants as it likes.
uint numberIn(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value.toUInt();
}

} // namespace

SystemLook::SystemLook(QObject *parent)
    : QObject(parent)
{
    auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(kService, kPath, kInterface, QStringLiteral("SettingChanged"), this,
                SLOT(settingChanged(QString, QString, QDBusVariant)));
    ask(kScheme);
    ask(kContrast);
}

void SystemLook::ask(const QString &key)
{
    auto message = QDBusMessage::createMethodCall(kService, kPath, kInterface, QStringLiteral("Read"));
    message.setArguments({kGroup, key});
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, key](QDBusPendingCallWatcher *call) {
        call->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *call;
        if (!reply.isError())
            take(key, numberIn(QVariant::fromValue(reply.value())));
    });
}

void SystemLook::settingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == kGroup)
        take(key, numberIn(QVariant::fromValue(value)));
}

void SystemLook::take(const QString &key, uint value)
{
    auto &known = key == kContrast ? m_contrast : m_scheme;
    if ((key != kContrast && key != kScheme) || known == value)
        return;
    known = value;
    Q_EMIT changed();
}

Theme SystemLook::theme() const
{
    if (m_contrast == kHighContrast)
        return Theme::HighContrast;
    if (m_scheme == kDark)
        return Theme::Dark;
    return qEnvironmentVariableIsEmpty("XDG_CURRENT_DESKTOP") ? Theme::Light : Theme::System;
}

} // namespace sealift
