#pragma once

namespace sealift {

/// Chapters of the user guide of VM Import/Export that several rules come from.
inline constexpr const char *kPrerequisites =
    "https://docs.aws.amazon.com/vm-import/latest/userguide/prerequisites.html";
inline constexpr const char *kLimitations =
    "https://docs.aws.amazon.com/vm-import/latest/userguide/limitations-image-importing.html";

} // namespace sealift
