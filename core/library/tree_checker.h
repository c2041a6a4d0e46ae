#pragma once

#include "base/result.h"
#include "library/check.h"
#include "library/index_survey.h"
#include "library/problem_list.h"
#include "library/snapshot.h"
#include "library/tree_node.h"

#include <mutex>
#include <optional>
#include <unordered_map>
#include <unordered_set>

namespace sealift {

/// Blobs that cannot be had from the place where the index says they are, and the problem that each belongs to.
class BadPlaces
{
public:
    void add(PackIndex pack, quint32 offset, std::size_t problem) { m_places[keyOf(pack, offset)] = problem; }
    std::optional<std::size_t> problemAt(const BlobLocation &place) const
    {
        const auto found = m_places.find(keyOf(place.pack, place.offset));
        return found == m_places.end() ? std::nullopt : std::optional(found->second);
    }

private:
    static quint64 keyOf(PackIndex pack, quint32 offset) { return quint64{pack} << 32 | offset; }
    std::unordered_map<quint64, std::size_t> m_places;
};

/// Walks the trees of snapshots and sees whether every blob is where it can be had. Remembers trees below which all is
/// well. May be used by many threads at once.
class TreeChecker
{
public:
    TreeChecker(const Repository &repository, const IndexSurvey &survey, const BadPlaces &badPlaces,
                ProblemList &problems);

    /// Errors: only those that are about no single object; Cancelled.
    Status check(const StoredSnapshot &snapshot, const std::stop_token &stop);

private:
    struct Walk;
    /// What keeps a blob from being had: nothing, a problem that is known, or that no index names it.
    struct Finding {
        bool isThere = true;
        std::optional<std::size_t> problem;
    };

    /// Whether all is well in and below a tree.
    Result<bool> checkTree(const Walk &walk, const BlobId &tree, const QString &path, int depth);
    bool checkFile(const Walk &walk, const TreeNode &file, const QString &path);
    Finding find(BlobType type, const BlobId &id) const;
    void report(const Walk &walk, const QString &path, const QString &object, const QString &what);

    const Repository &m_repository;
    const IndexSurvey &m_survey;
    const BadPlaces &m_badPlaces;
    ProblemList &m_problems;
    std::mutex m_mutex;
    std::unordered_set<BlobId> m_good;
};

} // namespace sealift
