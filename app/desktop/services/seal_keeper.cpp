#include "desktop/services/seal_keeper.h"

#include "desktop/services/password_vault.h"

#include <QUuid>

namespace sealift {

SealKeeper::SealKeeper(QObject *parent)
    : SealService(parent)
    , m_background(this)
{
}

void SealKeeper::look(const SealSettings &settings)
{
    const auto find = [settings](const std::stop_token &) {
        SealFacts facts;
        facts.settings = settings;
        const auto loaded = loadRecipients(settings, {});
        if (!loaded)
            facts.problem = loaded.error();
        else if (*loaded)
            facts.names = (*loaded)->names();
        return facts;
    };
    m_background.run(find, [this](const SealFacts &facts) { Q_EMIT looked(facts); });
}

QString SealKeeper::keep(const QCA::SecureArray &passphrase)
{
    const auto name = typedPassphraseName(QUuid::createUuid().toString(QUuid::WithoutBraces));
    const std::lock_guard lock(m_mutex);
    m_typed.insert(name, passphrase);
    return name;
}

PassphraseReader SealKeeper::reader()
{
    return [this](const QString &file) { return isTypedPassphrase(file) ? read(file) : passwordOfFile(file); };
}

Result<QCA::SecureArray> SealKeeper::read(const QString &file)
{
    const std::lock_guard lock(m_mutex);
    const auto typed = m_typed.constFind(file);
    if (typed == m_typed.constEnd())
        return fail(Error(ErrorCode::NotFound, QStringLiteral("there is no passphrase of that name")));
    return *typed;
}

void SealKeeper::forget(const SealSettings &settings)
{
    const std::lock_guard lock(m_mutex);
    m_typed.remove(settings.passphraseFile);
    m_typed.remove(settings.luksFile);
}

} // namespace sealift
