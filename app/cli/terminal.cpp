#include "cli/terminal.h"

#include <QByteArray>

#include <sys/ioctl.h>
#include <unistd.h>

namespace sealift {

bool isTerminal(int descriptor)
{
    if (::isatty(descriptor) != 1)
        return false;
    const auto kind = qgetenv("TERM");
    return !kind.isEmpty() && kind != "dumb";
}

int terminalColumns(int descriptor)
{
    constexpr int kUsual = 80;
    winsize size{};
    if (::ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return kUsual;
    return size.ws_col;
}

bool mayColour(int descriptor)
{
    return isTerminal(descriptor) && qgetenv("NO_COLOR").isEmpty();
}

} // namespace sealift
