#include "cli/closest_name.h"

#include <algorithm>
#include <vector>

namespace sealift {

/// Optimal string alignment distance (Damerau-Levenshtein without a second edit inside a swap).
static int slipsBetween(const QString &a, const QString &b)
{
    const auto columns = static_cast<std::size_t>(b.size()) + 1;
    std::vector<int> beforeLast(columns);
    std::vector<int> last(columns);
    std::vector<int> current(columns);
    for (std::size_t j = 0; j < columns; ++j)
        last[j] = static_cast<int>(j);
    for (qsizetype i = 0; i < a.size(); ++i) {
        current[0] = static_cast<int>(i) + 1;
        for (qsizetype j = 0; j < b.size(); ++j) {
            const auto at = static_cast<std::size_t>(j);
            current[at + 1] = std::min({last[at + 1] + 1, current[at] + 1, last[at] + (a[i] == b[j] ? 0 : 1)});
            if (i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j])
                current[at + 1] = std::min(current[at + 1], beforeLast[at - 1] + 1);
        }
        std::swap(beforeLast, last);
        std::swap(last, current);
    }
    return last[columns - 1];
}

QString closestName(const QString &typed, const QStringList &candidates)
{
    constexpr qsizetype kLongest = 64;
    if (typed.isEmpty() || typed.size() > kLongest)
        return {};
    const auto lower = typed.toLower();
    // A third of the letters may be wrong; with more, the hint would be a guess.
    int fewest = static_cast<int>(lower.size()) / 3 + 1;
    QString closest;
    for (const auto &candidate : candidates) {
        const bool begun = lower.size() >= 2 && candidate.startsWith(lower);
        const int slips = begun ? 1 : slipsBetween(lower, candidate);
        if (slips <= fewest && (closest.isEmpty() || slips < fewest)) {
            fewest = slips;
            closest = candidate;
        }
    }
    return closest;
}

} // namespace sealift
