#include "ui/library/delete_images.h"

#include "ui/common/error_text.h"
#include "ui/common/local_text.h"
#include "ui/services/image_service.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace sealift {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(DeleteImages)
};

QString consequence(const QString &space)
{
    return Text::tr("This cannot be undone. Nobody else may work with the library meanwhile.") +
           QStringLiteral("\n\n") + space;
}

QString spaceText(const WeighedImages &weighed)
{
    if (weighed.problem)
        return Text::tr("What it frees cannot be told: %1").arg(errorText(*weighed.problem).what);
    const auto size = localSize(weighed.space->bytes);
    if (!weighed.space->isExact)
        return Text::tr("It frees up to %1; some of that may be needed by what cannot be read. The space is given back "
                        "by the next \"restic prune\" of the library.")
            .arg(size);
    return Text::tr("It frees %1, which nothing else in the library uses. The space is given back by the next \"restic "
                    "prune\" of the library.")
        .arg(size);
}

} // namespace

void askToDelete(ImageService &service, const QString &libraryId, const std::vector<CatalogImage> &images,
                 QWidget *parent)
{
    QList<SnapshotId> snapshots;
    for (const auto &image : images) {
        if (!snapshots.contains(image.snapshot))
            snapshots.append(image.snapshot);
    }
    const auto count = static_cast<int>(images.size());
    auto *box = new QMessageBox(QMessageBox::Warning, Text::tr("Delete Images"),
                                count == 1 ? Text::tr("Delete \"%1\" from the library?").arg(images.front().name)
                                           : Text::tr("Delete %n image(s) from the library?", nullptr, count),
                                QMessageBox::NoButton, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(consequence(Text::tr("Finding out what it frees...")));
    auto *remove = box->addButton(Text::tr("&Delete for Good"), QMessageBox::DestructiveRole);
    remove->setObjectName(QStringLiteral("deleteForGood"));
    auto *cancel = box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(cancel);
    box->setEscapeButton(cancel);
    QObject::connect(box, &QMessageBox::buttonClicked, &service,
                     [&service, remove, libraryId, snapshots](QAbstractButton *button) {
                         if (button == remove)
                             service.remove(libraryId, snapshots);
                     });
    QObject::connect(&service, &ImageService::weighed, box, [box, libraryId, snapshots](const WeighedImages &weighed) {
        if (weighed.libraryId == libraryId && weighed.images == snapshots)
            box->setInformativeText(consequence(spaceText(weighed)));
    });
    service.weigh(libraryId, snapshots);
    box->open();
}

} // namespace sealift
