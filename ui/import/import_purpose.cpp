#include "ui/import/import_purpose.h"

#include "image/writers/write_targets.h"
#include "ui/export/target_text.h"

#include <QCoreApplication>

namespace sealift {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ImportPurpose)
};

} // namespace

const QList<ImportPurpose> &importPurposes()
{
    static const auto purposes = [] {
        QList<ImportPurpose> list{std::nullopt};
        for (const auto &target : writeTargets()) {
            if (const auto destination = destinationFromName(target.name))
                list.append(destination);
        }
        list.append(Destination::Ec2Image);
        return list;
    }();
    return purposes;
}

QString importPurposeTitle(const ImportPurpose &purpose)
{
    if (!purpose)
        return Text::tr("Not decided yet");
    if (*purpose == Destination::Ec2Image)
        return QStringLiteral("Amazon EC2");
    const auto target = writeTargetFromName(destinationName(*purpose));
    return target ? targetTitle(*target) : destinationName(*purpose);
}

} // namespace sealift
