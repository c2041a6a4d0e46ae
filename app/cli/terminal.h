#pragma once

namespace sealift {

/// Whether the descriptor is a terminal that understands cursor movement ($TERM is set and not "dumb").
bool isTerminal(int descriptor);

/// Columns of the terminal now; 80 where it does not say.
int terminalColumns(int descriptor);

/// Whether words may be coloured there: a terminal, and no NO_COLOR in the environment (https://no-color.org).
bool mayColour(int descriptor);

} // namespace sealift
