#pragma once

#include <cstdint>

/// What a sandboxed tool asks the inspecting process for: bytes of the disk. Both run on one machine, of one build.
namespace sealift::blocks {

/// The descriptor that the tool finds its end of the socket at.
inline constexpr int kSocket = 3;
/// Where the tool believes the disk to be.
inline constexpr const char *kDiskPath = "/image/disk";
/// The environment variable with the disk's size in decimal bytes.
inline constexpr const char *kSizeVariable = "SEALIFT_DISK_SIZE";
inline constexpr std::uint32_t kLargest = 1U << 20;

struct Request {
    std::uint64_t offset = 0;
    std::uint32_t length = 0; ///< at most kLargest; the stretch lies inside the disk
    std::uint32_t reserved = 0;
};

/// Followed by the bytes if `fault` is 0.
struct Answer {
    std::uint32_t fault = 0; ///< an errno
};

} // namespace sealift::blocks
