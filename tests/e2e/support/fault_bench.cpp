#include "e2e/support/fault_bench.h"

#include "e2e/support/files.h"
#include "e2e/support/process_tree.h"

#include <QFile>

namespace sealift::test {

namespace {

constexpr qint64 kKeptSize = (4 << 20) + 512;

} // namespace

FaultBench::FaultBench()
{
    if (!writeRandom(kept(), 0, kKeptSize, 1)) {
        m_error = "cannot write the source";
        return;
    }
    for (const Outcome &outcome : {sealift.init(), sealift.import(kept(), QStringLiteral("kept"))}) {
        if (!outcome.ok())
            m_error += outcome.run.describe();
    }
}

QByteArray FaultBench::harm()
{
    QByteArray wrong = survivors();
    if (const QByteArray left = sealift.leftovers(); !left.isEmpty())
        wrong += "left behind: " + left;
    const Outcome listed = sealift.images();
    if (listed.array().size() != 1 || listed.array()[0][QStringLiteral("name")].toString() != QLatin1String("kept"))
        wrong += "images: " + listed.run.describe();
    if (const Outcome checked = sealift.check(); !checked.ok())
        wrong += checked.run.describe();
    if (const Finished checked = restic.check(); !Restic::isClean(checked))
        wrong += checked.describe();
    const QString out = path(QStringLiteral("kept.out"));
    const Outcome exported = sealift.exportTo(QStringLiteral("kept"), QStringLiteral("raw"), out);
    if (!exported.ok())
        wrong += exported.run.describe();
    else
        wrong += difference(out, kept()).toUtf8();
    QFile::remove(out);
    return wrong;
}

CommandLine FaultBench::withoutRootsRights(CommandLine command)
{
    command.arguments.prepend(command.program);
    command.arguments.prepend(QStringLiteral("-dac_override,-dac_read_search"));
    command.arguments.prepend(QStringLiteral("--bounding-set"));
    command.program = QStringLiteral("setpriv");
    return command;
}

} // namespace sealift::test
