#include "image/machine/machine_description.h"

#include "image/archive/member_name.h"
#include "image/machine/vbox_parser.h"
#include "image/machine/vmx_parser.h"
#include "image/ovf/safe_xml.h"

#include <QFileInfo>

namespace sealift {

namespace {

/// The name relative to the folder; nothing where it leads elsewhere.
std::optional<QString> nameInFolder(const QString &written, const QString &folder, const QString &path)
{
    const auto prefix = folder.endsWith(QLatin1Char('/')) ? folder : folder + QLatin1Char('/');
    const auto local = written.startsWith(prefix) ? written.mid(prefix.size()) : written;
    auto name = safeMemberName(local.toUtf8(), path);
    return name ? std::optional(*std::move(name)) : std::nullopt;
}

} // namespace

QString descriptionKindName(DescriptionKind kind)
{
    switch (kind) {
    case DescriptionKind::Ovf:
        return QStringLiteral("ovf");
    case DescriptionKind::VirtualBox:
        return QStringLiteral("vbox");
    case DescriptionKind::VMware:
        return QStringLiteral("vmx");
    }
    return {};
}

DescriptionKind descriptionKindOf(const QByteArray &description)
{
    const auto begin = description.startsWith("\xef\xbb\xbf") ? 3 : 0;
    if (!description.mid(begin).trimmed().startsWith('<'))
        return DescriptionKind::VMware;
    SafeXml xml(description, {});
    // What has no first element is no better as anything else.
    const bool isVirtualBox = xml.begin() && xml.name() == QLatin1String("VirtualBox");
    return isVirtualBox ? DescriptionKind::VirtualBox : DescriptionKind::Ovf;
}

Result<OvfEnvelope> parseDescription(const QByteArray &description, const QString &where)
{
    switch (descriptionKindOf(description)) {
    case DescriptionKind::Ovf:
        return parseOvf(description, where);
    case DescriptionKind::VirtualBox:
        return parseVbox(description, where);
    case DescriptionKind::VMware:
        return parseVmx(description, where);
    }
    return fail(Error(ErrorCode::Internal, QStringLiteral("unknown kind of description")));
}

Status settleMachineFiles(OvfEnvelope &machine, const QString &folder, const QString &path)
{
    QStringList elsewhere;
    QStringList missing;
    for (auto &file : machine.files) {
        const auto name = nameInFolder(file.href, folder, path);
        if (!name) {
            elsewhere.append(file.href.left(120));
            continue;
        }
        if (!QFileInfo::exists(folder + QLatin1Char('/') + *name))
            missing.append(*name);
        file.href = *name;
    }
    if (!elsewhere.isEmpty())
        return fail(Error(ErrorCode::Unsafe,
                          QStringLiteral("%1: disks of the machine that do not lie in its folder are not read: %2")
                              .arg(path, elsewhere.join(QStringLiteral(", "))),
                          QStringLiteral("Move them into the machine's folder in the program that it belongs to, or "
                                         "import the disk images one by one."))
                        .with(QStringLiteral("file"), path));
    if (!missing.isEmpty())
        return fail(Error(ErrorCode::NotFound,
                          QStringLiteral("%1: disks of the machine are missing: %2")
                              .arg(path, missing.join(QStringLiteral(", "))),
                          QStringLiteral("Copy the machine again, with all files of its folder."))
                        .with(QStringLiteral("file"), path));
    return {};
}

} // namespace sealift
