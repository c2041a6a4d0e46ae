#pragma once

#include "ui/import/import_purpose.h"
#include "ui/services/image_probe_service.h"

#include <QIcon>
#include <QStringList>

namespace sealift {

/// A file of an import sheet: what is known of it so far, and what the user wants of it.
struct ImportRow {
    ProbedImage probed;
    QString name = {};                          ///< in the library
    std::optional<ExaminedImage> examined = {}; ///< nothing: not yet
    bool isExaminationAsked = false;
    bool isForced = false; ///< to be imported in spite of what preflight finds
    /// What preflight finds for where it goes, and, said to be of that, what else it finds for where it is to run.
    QList<Finding> findings = {};
    QList<Finding> refusals = {}; ///< those of them that keep it out of where it goes

    bool isReady() const { return probed.image.has_value(); }
    bool isPending() const { return !probed.image && !probed.problem; }
    bool isExamining() const { return isReady() && !examined; }

    /// Finds out what preflight says, once it is examined.
    void judge(Destination destination, const ImportPurpose &purpose);
    /// There are refusals, and all of them may be passed over.
    bool canBeForced() const;
    /// It can be imported, and neither the probe nor preflight speaks against it, or the user insists.
    bool isImportable() const;
    /// Ids of the rules that the user passes over.
    QStringList passedOver() const;
};

/// What is to be said of it, in a few words. @param isKnown the library has an image of its name.
QString stateText(const ImportRow &row, bool isKnown);
QIcon stateIcon(const ImportRow &row);

} // namespace sealift
