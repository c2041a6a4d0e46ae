#pragma once

#include <QString>

class QWidget;

namespace sealift {

class LibraryService;

/// Asks whether a library is to be taken from the list, saying what that means, and does it.
void askToForget(LibraryService &libraries, const QString &libraryId, QWidget *parent);

} // namespace sealift
