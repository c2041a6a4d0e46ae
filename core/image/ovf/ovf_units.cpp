#include "image/ovf/ovf_envelope.h"

#include <QHash>
#include <QStringList>

namespace sealift {

namespace {

constexpr int kMostShift = 60;

/// "2^30", "10^9", "1024".
std::optional<qint64> factorOf(const QString &text)
{
    const auto caret = text.indexOf(QLatin1Char('^'));
    bool good = false;
    if (caret < 0) {
        const auto value = text.toLongLong(&good);
        return good && value > 0 ? std::optional(value) : std::nullopt;
    }
    const auto base = text.left(caret).toInt(&good);
    bool goodPower = false;
    const auto power = text.mid(caret + 1).toInt(&goodPower);
    if (!good || !goodPower || power < 0 || power > kMostShift || (base != 2 && base != 10))
        return std::nullopt;
    qint64 value = 1;
    for (int i = 0; i < power; ++i) {
        if (qMulOverflow<qint64>(value, base, &value))
            return std::nullopt;
    }
    return value;
}

} // namespace

std::optional<qint64> bytesOfUnit(const QString &unit)
{
    static const QHash<QString, qint64> names{
        {QString(), 1},
        {QStringLiteral("byte"), 1},
        {QStringLiteral("bytes"), 1},
        {QStringLiteral("kilobytes"), qint64{1} << 10},
        {QStringLiteral("kb"), qint64{1} << 10},
        {QStringLiteral("megabytes"), qint64{1} << 20},
        {QStringLiteral("mb"), qint64{1} << 20},
        {QStringLiteral("gigabytes"), qint64{1} << 30},
        {QStringLiteral("gb"), qint64{1} << 30},
        {QStringLiteral("terabytes"), qint64{1} << 40},
        {QStringLiteral("tb"), qint64{1} << 40},
    };
    const auto text = unit.simplified().remove(QLatin1Char(' ')).toLower();
    if (const auto known = names.constFind(text); known != names.cend())
        return *known;
    const auto factors = text.split(QLatin1Char('*'));
    if (factors.first() != QLatin1String("byte"))
        return std::nullopt;
    qint64 value = 1;
    for (const auto &factor : factors.mid(1)) {
        const auto number = factorOf(factor);
        if (!number || qMulOverflow(value, *number, &value))
            return std::nullopt;
    }
    return value;
}

QString firmwareName(Firmware firmware)
{
    return firmware == Firmware::Uefi ? QStringLiteral("uefi") : QStringLiteral("bios");
}

std::optional<Firmware> firmwareFromName(const QString &name)
{
    for (const auto firmware : {Firmware::Bios, Firmware::Uefi}) {
        if (firmwareName(firmware) == name)
            return firmware;
    }
    return std::nullopt;
}

const OvfFile *OvfEnvelope::file(const QString &id) const
{
    for (const auto &one : files) {
        if (one.id == id)
            return &one;
    }
    return nullptr;
}

const OvfDisk *OvfEnvelope::disk(const QString &id) const
{
    for (const auto &one : disks) {
        if (one.id == id)
            return &one;
    }
    return nullptr;
}

} // namespace sealift
