#pragma once

#include "base/error.h"
#include "library/check.h"

#include <mutex>
#include <vector>

namespace sealift {

/// Whether an error is about the object that was read, so that a check notes it and goes on; not for a network that is
/// away.
bool isAboutOneObject(const Error &error);

/// Problems that several threads find.
class ProblemList
{
public:
    /// Adds one; its number is for addAffected().
    std::size_t add(const QString &object, const QString &what);
    void addAffected(std::size_t problem, const AffectedFile &file);
    /// All of them, by object; ends the list.
    std::vector<CheckProblem> take();

private:
    std::mutex m_mutex;
    std::vector<CheckProblem> m_problems;
};

} // namespace sealift
