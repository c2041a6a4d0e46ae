// A process of its own that opens an image, for tests that kill it or run it as somebody else.
// image_opener wait IMAGE: says "ready" once it is open, and waits to be killed. image_opener sum IMAGE: prints its
// length and byte sum.

#include "image_tools.h"

#include <QFile>

#include <cstdio>

#include <unistd.h>

using namespace sealift;

int main(int argc, char **argv)
{
    if (argc != 3)
        return 2;
    auto source = test::openPath(QFile::decodeName(argv[2]));
    if (!source) {
        std::fprintf(stderr, "%s\n", qPrintable(source.error().what()));
        return 1;
    }
    if (qstrcmp(argv[1], "wait") == 0) {
        auto reader = (*source)->openReader();
        std::puts("ready");
        std::fflush(stdout);
        for (;;)
            ::pause();
    }
    const auto disk = test::readByExtents(**source);
    if (!disk || !(*source)->close())
        return 1;
    quint64 sum = 0;
    for (const char byte : *disk)
        sum += static_cast<unsigned char>(byte);
    std::printf("%lld %llu\n", static_cast<long long>(disk->size()), static_cast<unsigned long long>(sum));
    return 0;
}
