#pragma once

#include "desktop/services/background.h"
#include "ui/services/place_service.h"

namespace sealift {

class StoreOpener;

/// Looks at places with the file system's or the service's own answers.
class PlaceLookup final : public PlaceService
{
    Q_OBJECT

public:
    /// @param stores must outlive the object.
    explicit PlaceLookup(StoreOpener &stores, QObject *parent = nullptr);

    void look(const LibraryPlace &place) override;
    void lookAtObject(const LibraryPlace &object) override;

private:
    StoreOpener &m_stores;
    Background m_background;
};

} // namespace sealift
