#pragma once

#include "library/image_catalog.h"

#include <QString>

#include <vector>

class QWidget;

namespace sealift {

class ImageService;

/// Asks whether images are to be deleted, saying what that frees as soon as it is known, and does it.
void askToDelete(ImageService &service, const QString &libraryId, const std::vector<CatalogImage> &images,
                 QWidget *parent);

} // namespace sealift
