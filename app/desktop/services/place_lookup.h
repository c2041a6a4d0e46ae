#pragma once

#include "desktop/services/background.h"
#include "ui/services/place_service.h"

namespace sealift {

/// Looks at places with the file system's own answers.
class PlaceLookup final : public PlaceService
{
    Q_OBJECT

public:
    explicit PlaceLookup(QObject *parent = nullptr);

    void look(const QString &path) override;

private:
    Background m_background;
};

} // namespace sealift
