// Reads a whole disk image with N threads and prints how fast; for measuring by hand.
// Usage: image_read_speed IMAGE [READERS [CHUNK_KIB]] ; READERS 0: what the source suggests.

#include "image/open_image.h"
#include "image/probe.h"

#include <QFile>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <thread>
#include <vector>

using namespace sealift;

namespace {

double secondsSince(std::chrono::steady_clock::time_point begin)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

int complain(const Error &error)
{
    std::fprintf(stderr, "%s: %s\n%s\n", qPrintable(errorCodeName(error.code())), qPrintable(error.what()),
                 qPrintable(error.remedy()));
    return 1;
}

struct Work {
    std::vector<Extent> chunks;
    std::atomic<std::size_t> next = 0;
    std::atomic<bool> failed = false;
};

void readAll(BlockSource &source, Work &work, qint64 chunkSize)
{
    auto reader = source.openReader();
    if (!reader) {
        complain(reader.error());
        work.failed = true;
        return;
    }
    QByteArray buffer(chunkSize, '\1');
    for (std::size_t i = 0; (i = work.next++) < work.chunks.size() && !work.failed;) {
        const auto &chunk = work.chunks[i];
        const auto status =
            (*reader)->read(chunk.offset, mutableViewOf(buffer).first(static_cast<std::size_t>(chunk.length)), {});
        if (!status) {
            complain(status.error());
            work.failed = true;
        }
    }
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2)
        return 2;
    auto begin = std::chrono::steady_clock::now();
    const auto image = probeDisk(QFile::decodeName(argv[1]), {}, {});
    if (!image)
        return complain(image.error());
    std::printf("%s %s, %lld bytes, probed in %.1f ms\n", qPrintable(diskFormatName(image->format)),
                qPrintable(image->subformat), static_cast<long long>(image->virtualSize), secondsSince(begin) * 1000);
    begin = std::chrono::steady_clock::now();
    auto source = openDisk(*image, {}, {});
    if (!source)
        return complain(source.error());
    std::printf("opened in %.1f ms\n", secondsSince(begin) * 1000);

    const qint64 chunkSize = (argc > 3 ? QByteArray(argv[3]).toLongLong() : 4096) * 1024;
    Work work;
    qint64 bytes = 0;
    qint64 extents = 0;
    begin = std::chrono::steady_clock::now();
    const auto collected = (*source)->forEachExtent(
        0, (*source)->size(),
        [&](const Extent &extent) -> Status {
            ++extents;
            if (extent.kind != ExtentKind::Data)
                return {};
            bytes += extent.length;
            for (qint64 at = 0; at < extent.length; at += chunkSize)
                work.chunks.push_back({extent.offset + at, std::min(chunkSize, extent.length - at), extent.kind});
            return {};
        },
        {});
    if (!collected)
        return complain(collected.error());
    std::printf("%lld extents in %.1f ms, %.1f MB of data\n", static_cast<long long>(extents),
                secondsSince(begin) * 1000, static_cast<double>(bytes) / 1e6);

    const int wanted = argc > 2 ? QByteArray(argv[2]).toInt() : 0;
    const int readers = wanted > 0 ? wanted : (*source)->suggestedReaders();
    begin = std::chrono::steady_clock::now();
    std::vector<std::jthread> threads;
    for (int i = 0; i < readers; ++i)
        threads.emplace_back([&] { readAll(**source, work, chunkSize); });
    threads.clear();
    const auto seconds = secondsSince(begin);
    std::printf("%d readers, chunks of %lld KiB: %.0f MB/s\n", readers, static_cast<long long>(chunkSize / 1024),
                static_cast<double>(bytes) / 1e6 / seconds);
    if (const auto unchanged = (*source)->checkUnchanged(); !unchanged)
        return complain(unchanged.error());
    begin = std::chrono::steady_clock::now();
    if (const auto closed = (*source)->close(); !closed)
        return complain(closed.error());
    std::printf("closed in %.1f ms\n", secondsSince(begin) * 1000);
    return work.failed ? 1 : 0;
}
