#pragma once

#include <QString>

namespace sealift {

/// Kinds of destinations, by what can be promised for them.
enum class DestinationKind { Library, Ec2, File, Bucket };

/// Which guarantee holds where.
struct Guarantee {
    QString inMemory; ///< in this computer's memory, before sending
    QString onTheWire;
    QString atRest;
};

/// The words of the design (field notes), which are the same everywhere in the window.
Guarantee guaranteeOf(DestinationKind kind);

} // namespace sealift
