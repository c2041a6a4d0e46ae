// The server of a scratch volume: an nbdkit plugin (nbdkit-plugin(3)), started by core/scratch/scratch_server.cpp.

#define NBDKIT_API_VERSION 2
#include <nbdkit-plugin.h>

#include "base/file_descriptor.h"
#include "crypto/locked_heap.h"
#include "crypto/xts_cipher.h"
#include "scratch/sector_map.h"
#include "scratch/sector_reader.h"

#include <openssl/crypto.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <optional>

#include <fcntl.h>
#include <sys/prctl.h>
#include <unistd.h>

// The reads of one connection come one after the other, so that it needs one expanded key.
#define THREAD_MODEL NBDKIT_THREAD_MODEL_SERIALIZE_REQUESTS

using namespace sealift;

namespace {

// What ScratchServer passes on; 3 is the listening socket, which is nbdkit's.
constexpr int kKeyDescriptor = 4;
constexpr int kVolumeDescriptor = 5;
constexpr int kMapDescriptor = 6;
constexpr int kReadyDescriptor = 7;

/// nbdkit knows plugins as plain functions; this is what they work on.
struct Served {
    qint64 offset = 0;
    qint64 size = -1;
    qint64 quota = -1;
    unsigned char *key = nullptr; ///< in libcrypto's locked arena
    FileDescriptor volume;
    std::optional<SectorMap> map;
};
Served s_served;

struct Connection {
    XtsCipher cipher;
    alignas(64) std::array<std::byte, kScratchSectorSize> sector;
};

int failed(const Error &error)
{
    nbdkit_error("%s", qUtf8Printable(error.what()));
    nbdkit_set_error(EIO);
    return -1;
}

void load()
{
    // Neither a core file nor another process of this user gets to see the key.
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    startLockedHeap();
}

void unload()
{
    OPENSSL_secure_clear_free(s_served.key, XtsCipher::kKeySize);
    s_served.key = nullptr;
    s_served.map.reset();
    s_served.volume.reset();
}

int config(const char *name, const char *value)
{
    qint64 *const number = std::strcmp(name, "offset") == 0  ? &s_served.offset
                           : std::strcmp(name, "size") == 0  ? &s_served.size
                           : std::strcmp(name, "quota") == 0 ? &s_served.quota
                                                             : nullptr;
    if (number == nullptr) {
        nbdkit_error("unknown parameter '%s'", name);
        return -1;
    }
    *number = nbdkit_parse_size(value);
    return *number < 0 ? -1 : 0;
}

int configComplete()
{
    if (s_served.size >= 0 && s_served.quota >= 0 && s_served.offset <= s_served.quota - s_served.size)
        return 0;
    nbdkit_error("the stretch is not in the volume");
    return -1;
}

int readKey()
{
    if (!lockedHeapWorks()) {
        nbdkit_error("there is no locked memory for the key");
        return -1;
    }
    s_served.key = static_cast<unsigned char *>(OPENSSL_secure_malloc(XtsCipher::kKeySize));
    const FileDescriptor pipe(kKeyDescriptor);
    if (s_served.key == nullptr ||
        ::read(pipe.get(), s_served.key, XtsCipher::kKeySize) != static_cast<ssize_t>(XtsCipher::kKeySize)) {
        nbdkit_error("the key did not come");
        return -1;
    }
    return 0;
}

int getReady()
{
    if (readKey() != 0)
        return -1;
    s_served.volume.reset(kVolumeDescriptor);
    auto map =
        SectorMap::open(FileDescriptor(kMapDescriptor), (s_served.quota + kScratchSectorSize - 1) / kScratchSectorSize);
    if (!map)
        return failed(map.error());
    s_served.map.emplace(std::move(*map));
    const FileDescriptor ready(kReadyDescriptor);
    if (::write(ready.get(), "r", 1) != 1) {
        nbdkit_error("nobody waits for the server");
        return -1;
    }
    return 0;
}

void *openConnection(int /*readonly*/)
{
    auto cipher = XtsCipher::create({reinterpret_cast<const std::byte *>(s_served.key), XtsCipher::kKeySize});
    if (!cipher) {
        failed(cipher.error());
        return nullptr;
    }
    return std::make_unique<Connection>(Connection{std::move(*cipher), {}}).release();
}

void closeConnection(void *handle)
{
    const std::unique_ptr<Connection> connection(static_cast<Connection *>(handle));
}

int64_t sizeOf(void * /*handle*/)
{
    return s_served.size;
}

int yes(void * /*handle*/)
{
    return 1;
}

int readBytes(void *handle, void *buffer, uint32_t count, uint64_t offset, uint32_t /*flags*/)
{
    auto &connection = *static_cast<Connection *>(handle);
    const SectorReader reader(s_served.volume.get(), *s_served.map, QStringLiteral("served"));
    const auto status = reader.read(s_served.offset + static_cast<qint64>(offset),
                                    {static_cast<std::byte *>(buffer), count}, connection.cipher, connection.sector);
    return status ? 0 : failed(status.error());
}

int listExtents(void * /*handle*/, uint32_t count, uint64_t offset, uint32_t flags, nbdkit_extents *extents)
{
    qint64 at = s_served.offset + static_cast<qint64>(offset);
    const qint64 end = at + count;
    while (at < end) {
        const qint64 sector = at / kScratchSectorSize;
        const auto run = s_served.map->runAt(sector, (end + kScratchSectorSize - 1) / kScratchSectorSize - sector);
        const qint64 stop = std::min(end, (sector + run.count) * kScratchSectorSize);
        if (nbdkit_add_extent(extents, static_cast<uint64_t>(at - s_served.offset), static_cast<uint64_t>(stop - at),
                              run.isWritten ? 0 : NBDKIT_EXTENT_HOLE | NBDKIT_EXTENT_ZERO) != 0)
            return -1;
        if ((flags & NBDKIT_FLAG_REQ_ONE) != 0)
            break;
        at = stop;
    }
    return 0;
}

nbdkit_plugin makePlugin()
{
    nbdkit_plugin made = {};
    made.name = "sealift-scratch";
    made.longname = "Sealift scratch volume";
    made.load = load;
    made.unload = unload;
    made.config = config;
    made.config_complete = configComplete;
    made.get_ready = getReady;
    made.open = openConnection;
    made.close = closeConnection;
    made.get_size = sizeOf;
    made.can_multi_conn = yes;
    made.can_extents = yes;
    made.pread = readBytes;
    made.extents = listExtents;
    made.errno_is_preserved = 0;
    return made;
}

nbdkit_plugin plugin = makePlugin();

} // namespace

NBDKIT_REGISTER_PLUGIN(plugin)
