#include "inspected_disks.h"

#include "image_tools.h"

namespace sealift::test {

QByteArray InspectedDisks::make(const QStringList &names)
{
    if (!m_folder.isValid())
        return "no temporary folder";
    const auto made = runTool(QStringLiteral(SEALIFT_MAKE_DISKS), QStringList{m_folder.path()} + names);
    return made.ok ? QByteArray() : "make-disks.sh failed: " + made.errors;
}

Result<DiskFacts> inspectPath(const QString &path, const InspectOptions &options)
{
    SEALIFT_ASSIGN(const auto source, openPath(path));
    SEALIFT_ASSIGN(auto facts, inspectDisk(*source, options, {}));
    SEALIFT_TRY(source->close());
    return facts;
}

QString placeOf(const KernelFacts &kernel, const QString &driver)
{
    for (const auto &one : kernel.drivers) {
        if (one.name == driver)
            return one.place ? driverPlaceName(*one.place) : QStringLiteral("unknown: ") + one.place.because();
    }
    return QStringLiteral("not looked for");
}

QString contentOf(const DiskFacts &facts)
{
    QStringList types;
    for (const auto &volume : allVolumes(facts))
        types.append(volume.type);
    return types.join(QLatin1Char(' '));
}

} // namespace sealift::test
