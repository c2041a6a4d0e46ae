#include "task/import_names.h"

#include "image/ovf/ovf_package.h"

namespace sealift {

namespace {

/// Names, each with its number: "the name of file 2".
class Names
{
public:
    void add(const QString &what, qsizetype index, const QString &text, TextKind kind = TextKind::Plain)
    {
        if (!text.isEmpty())
            m_names.append({QStringLiteral("%1 %2").arg(what).arg(index + 1), text, kind});
    }
    void addOnly(const QString &what, const QString &text, TextKind kind = TextKind::Plain)
    {
        if (!text.isEmpty())
            m_names.append({what, text, kind});
    }
    QList<NamedText> take() { return std::move(m_names); }

private:
    QList<NamedText> m_names;
};

} // namespace

QList<NamedText> namesOfPackage(const OvfPackage &package)
{
    Names names;
    const auto &envelope = package.envelope;
    names.addOnly(QStringLiteral("the name of its description"), package.descriptorName, TextKind::Path);
    names.addOnly(QStringLiteral("the folder of its description"), package.folder, TextKind::Path);
    for (qsizetype i = 0; i < envelope.systems.size(); ++i) {
        const auto &system = envelope.systems[i];
        names.add(QStringLiteral("the id of machine"), i, system.id);
        names.add(QStringLiteral("the name of machine"), i, system.name == system.id ? QString() : system.name);
        names.add(QStringLiteral("the product of machine"), i, system.product);
    }
    for (qsizetype i = 0; i < envelope.networks.size(); ++i)
        names.add(QStringLiteral("the name of network"), i, envelope.networks[i]);
    for (qsizetype i = 0; i < envelope.disks.size(); ++i)
        names.add(QStringLiteral("the id of disk"), i, envelope.disks[i].id);
    for (qsizetype i = 0; i < envelope.files.size(); ++i)
        names.add(QStringLiteral("the name of file"), i, envelope.files[i].href, TextKind::Path);
    if (package.manifest.signature)
        names.addOnly(QStringLiteral("the signer of its manifest"), package.manifest.signature->signer);
    return names.take();
}

QList<NamedText> namesOfMembers(const QStringList &members)
{
    Names names;
    for (qsizetype i = 0; i < members.size(); ++i)
        names.add(QStringLiteral("the name of disk image"), i, members[i], TextKind::Path);
    return names.take();
}

} // namespace sealift
