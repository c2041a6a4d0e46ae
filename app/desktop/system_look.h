#pragma once

#include "ui/common/theme.h"

#include <QObject>

class QDBusVariant;

namespace sealift {

/// What the desktop wants programs to look like: `color-scheme` and `contrast` of org.freedesktop.appearance, as the
/// Settings portal tells them (XDG Desktop Portal, org.freedesktop.portal.Settings).
class SystemLook : public QObject
{
    Q_OBJECT

public:
    /// Asks; changed() follows where there is an answer.
    explicit SystemLook(QObject *parent = nullptr);

    /// The theme that Theme::System stands for at the moment: System itself where the desktop's own palette is to be
    /// used; Light where no desktop says anything.
    Theme theme() const;

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void ask(const QString &key);
    void take(const QString &key, uint value);

    uint m_scheme = 0;
    uint m_contrast = 0;
};

} // namespace sealift
