// Writes a raw disk in a format, from the page cache, as an export does but without a library:
//     write_speed DISK FORMAT FILE [--subformat KIND] [--compression METHOD]
// Chunks of 1 MiB where the file has data; by two threads where the format takes chunks in any order. For
// write_speed.py, which measures it beside qemu-img.

#include "base/file_descriptor.h"
#include "image/writers/disk_writer.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace sealift;

namespace {

constexpr qint64 kChunk = qint64{1} << 20;
constexpr int kThreads = 2;

DiskPlan planOf(int file)
{
    struct stat status = {};
    ::fstat(file, &status);
    DiskPlan plan{status.st_size, kChunk, {}};
    plan.allocated.resize(static_cast<std::size_t>((plan.size + kChunk - 1) / kChunk));
    for (off_t end = 0;;) {
        const auto begin = ::lseek(file, end, SEEK_DATA);
        if (begin < 0)
            return plan;
        end = ::lseek(file, begin, SEEK_HOLE);
        for (auto chunk = begin / kChunk; chunk * kChunk < end; ++chunk)
            plan.allocated[static_cast<std::size_t>(chunk)] = true;
    }
}

Status writeAll(DiskWriter &writer, const DiskPlan &plan, int file)
{
    SEALIFT_TRY(writer.begin());
    std::atomic<std::size_t> next = 0;
    std::atomic<bool> failed = false;
    const auto work = [&] {
        // Aligned as the buffers of an export are.
        std::unique_ptr<std::byte, decltype(&std::free)> memory(
            static_cast<std::byte *>(std::aligned_alloc(4096, kChunk)), &std::free);
        for (auto i = next++; i < plan.allocated.size() && !failed; i = next++) {
            if (!plan.allocated[i])
                continue;
            const auto offset = static_cast<qint64>(i) * kChunk;
            const auto length = static_cast<std::size_t>(std::min(kChunk, plan.size - offset));
            const bool read = ::pread(file, memory.get(), length, offset) == static_cast<ssize_t>(length);
            if (!read || !writer.writeChunk(static_cast<qint64>(i), {memory.get(), length}))
                failed = true;
        }
    };
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < (writer.ordered() ? 1 : kThreads); ++i)
            threads.emplace_back(work);
    }
    if (failed)
        return fail(Error(ErrorCode::Io, QStringLiteral("a chunk could not be read or written")));
    return writer.finish();
}

Status run(const QCommandLineParser &arguments)
{
    const auto words = arguments.positionalArguments();
    if (words.size() != 3)
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("write_speed DISK FORMAT FILE")));
    const FileDescriptor disk(::open(QFile::encodeName(words[0]).constData(), O_RDONLY | O_CLOEXEC));
    const auto format = writeFormatFromName(words[1]);
    if (!disk || !format)
        return fail(Error(ErrorCode::InvalidArgument, QStringLiteral("no such disk, or no such format")));
    WriteOptions options;
    options.subformat = writeSubformatFromName(arguments.value(QStringLiteral("subformat")));
    options.compression = writeCompressionFromName(arguments.value(QStringLiteral("compression")));
    const auto plan = planOf(disk.get());
    SEALIFT_ASSIGN(const auto writer, createFileWriter(*format, plan, words[2], Overwrite::No, options));
    return writeAll(*writer, plan, disk.get());
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser arguments;
    arguments.addOption({QStringLiteral("subformat"), {}, QStringLiteral("KIND")});
    arguments.addOption({QStringLiteral("compression"), {}, QStringLiteral("METHOD")});
    arguments.process(application);
    const auto status = run(arguments);
    if (!status)
        std::fprintf(stderr, "%s\n", qPrintable(status.error().what()));
    return status ? EXIT_SUCCESS : EXIT_FAILURE;
}
