#pragma once

#include "base/error.h"
#include "task/seal_settings.h"

#include <QObject>
#include <QStringList>

#include <optional>

namespace sealift {

/// For whom certificates and recipients are, or what is wrong with them.
struct SealFacts {
    SealSettings settings; ///< as they were asked for
    QStringList names;     ///< for people: the names in certificates, age's recipients
    std::optional<Error> problem;
};

/// Reads the certificates that exports are sealed for, and keeps the passphrases that they are sealed by until they are
/// made, for widgets. Lives on the thread of the window; files are read elsewhere.
class SealService : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// looked() follows. @param settings with certificates or recipients.
    virtual void look(const SealSettings &settings) = 0;
    /// Keeps a passphrase in memory until its export is complete or this program ends; never in a file. Its name, for
    /// the settings of the task (typedPassphraseName()).
    virtual QString keep(const QCA::SecureArray &passphrase) = 0;

Q_SIGNALS:
    void looked(const sealift::SealFacts &facts);
};

} // namespace sealift
