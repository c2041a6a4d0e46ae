#include "ui/main_window/library_look.h"

#include <QCoreApplication>

namespace sealift {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(LibraryText)
};

} // namespace

Look libraryLook(LibraryState state)
{
    switch (state) {
    case LibraryState::Locked:
        return {Text::tr("locked"), IconName::Lock, Tone::Muted};
    case LibraryState::Unlocking:
        return {Text::tr("unlocking"), IconName::Waiting, Tone::Accent};
    case LibraryState::Unlocked:
        return {Text::tr("unlocked"), IconName::LockOpen, Tone::Good};
    case LibraryState::Unreachable:
        return {Text::tr("unreachable"), IconName::Unreachable, Tone::Bad};
    }
    return {};
}

QString libraryLine(const LibraryInfo &library)
{
    const auto word = libraryLook(library.state).word;
    if (library.state != LibraryState::Unlocked || !library.images)
        return word;
    return Text::tr("%1, %2", "state and number of images")
        .arg(word, Text::tr("%n image(s)", nullptr, static_cast<int>(*library.images)));
}

bool isRemoteLibrary(const LibraryInfo &library)
{
    return library.location.contains(QLatin1String("://")) || library.location.startsWith(QLatin1String("s3:"));
}

} // namespace sealift
