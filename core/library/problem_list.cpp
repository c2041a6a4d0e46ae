#include "library/problem_list.h"

#include <algorithm>

namespace sealift {

bool isAboutOneObject(const Error &error)
{
    switch (error.code()) {
    case ErrorCode::Cancelled:
    case ErrorCode::Network:
    case ErrorCode::Timeout:
    case ErrorCode::Internal:
        return false;
    default:
        return true;
    }
}

std::size_t ProblemList::add(const QString &object, const QString &what)
{
    const std::lock_guard lock(m_mutex);
    m_problems.push_back({object, what, {}, 0});
    return m_problems.size() - 1;
}

void ProblemList::addAffected(std::size_t problem, const AffectedFile &file)
{
    const std::lock_guard lock(m_mutex);
    auto &entry = m_problems.at(problem);
    ++entry.affectedCount;
    if (entry.affected.size() < kMaxAffected)
        entry.affected.push_back(file);
}

std::vector<CheckProblem> ProblemList::take()
{
    const std::lock_guard lock(m_mutex);
    for (auto &problem : m_problems)
        std::sort(problem.affected.begin(), problem.affected.end(), [](const auto &a, const auto &b) {
            return a.snapshot != b.snapshot ? a.snapshot < b.snapshot : a.path < b.path;
        });
    std::stable_sort(m_problems.begin(), m_problems.end(),
                     [](const auto &a, const auto &b) { return a.object < b.object; });
    return std::exchange(m_problems, {});
}

} // namespace sealift
