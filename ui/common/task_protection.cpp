#include "ui/common/task_protection.h"

#include "task/seal_settings.h"
#include "task/snapshot_settings.h"

namespace sealift {

Protection protectionOf(const TaskRecord &record)
{
    switch (record.kind) {
    case TaskKind::Import:
        return SnapshotSettings::areIn(record.settings) ? Protection::Ec2 : Protection::Library;
    case TaskKind::Export:
        return sealForm(record).isEmpty() ? Protection::Plain : Protection::Sealed;
    case TaskKind::Verify:
        break;
    }
    return Protection::Library;
}

QString sealForm(const TaskRecord &record)
{
    if (record.kind != TaskKind::Export)
        return {};
    const auto seal = SealSettings::parse(record.settings, record.id.text());
    if (!seal)
        return {};
    if (!seal->certificates.isEmpty())
        return QStringLiteral("CMS");
    if (!seal->luksFile.isEmpty())
        return QStringLiteral("LUKS");
    return seal->isEmpty() ? QString() : QStringLiteral("age");
}

} // namespace sealift
