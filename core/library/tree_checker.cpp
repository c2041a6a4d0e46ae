#include "library/tree_checker.h"

#include "library/repository.h"
#include "library/small_blobs.h"
#include "library/tree_paths.h"
#include "library/tree_reader.h"

#include <algorithm>
#include <set>

namespace sealift {

struct TreeChecker::Walk {
    SnapshotId snapshot;
    const std::stop_token &stop;
};

TreeChecker::TreeChecker(const Repository &repository, const IndexSurvey &survey, const BadPlaces &badPlaces,
                         ProblemList &problems)
    : m_repository(repository)
    , m_survey(survey)
    , m_badPlaces(badPlaces)
    , m_problems(problems)
{
}

Status TreeChecker::check(const StoredSnapshot &snapshot, const std::stop_token &stop)
{
    SEALIFT_TRY(checkTree({snapshot.id, stop}, snapshot.snapshot.tree, QString(), 0));
    return {};
}

TreeChecker::Finding TreeChecker::find(BlobType type, const BlobId &id) const
{
    const auto first = m_survey.index.find(type, id);
    if (!first)
        return {false, std::nullopt};
    auto problem = m_badPlaces.problemAt(*first);
    if (!problem)
        return {true, std::nullopt};
    for (const auto &place : m_survey.index.findAll(type, id)) {
        if (!m_badPlaces.problemAt(place))
            return {true, std::nullopt};
    }
    return {false, problem};
}

void TreeChecker::report(const Walk &walk, const QString &path, const QString &object, const QString &what)
{
    m_problems.addAffected(m_problems.add(object, what), {walk.snapshot, path});
}

Result<bool> TreeChecker::checkTree(const Walk &walk, const BlobId &tree, const QString &path, int depth)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_good.contains(tree))
            return true;
    }
    const auto object = QStringLiteral("tree %1").arg(tree.hex());
    if (depth > kMaxTreeDepth) {
        report(walk, path, object, QStringLiteral("folders are nested more than %1 deep").arg(kMaxTreeDepth));
        return false;
    }
    const auto finding = find(BlobType::Tree, tree);
    if (finding.problem) {
        m_problems.addAffected(*finding.problem, {walk.snapshot, path});
        return false;
    }
    if (!finding.isThere) {
        report(walk, path, object, QStringLiteral("it is in no index"));
        return false;
    }

    bool allGood = true;
    std::vector<std::pair<QString, BlobId>> folders;
    const auto take = [&](const TreeNode &node) -> Status {
        const auto nodePath = QStringLiteral("%1/%2").arg(path, displayName(node.name));
        if (node.type == NodeType::File)
            allGood &= checkFile(walk, node, nodePath);
        if (node.type != NodeType::Dir)
            return {};
        if (node.subtree) {
            folders.emplace_back(nodePath, *node.subtree);
        } else {
            report(walk, nodePath, object, QStringLiteral("folder \"%1\" has no tree").arg(nodePath));
            allGood = false;
        }
        return {};
    };
    auto read =
        loadSmallBlob(m_repository.store(), m_repository.sealingKey(), m_survey.index, BlobType::Tree, tree,
                      Repository::kMaxLoadedBlob, walk.stop)
            .and_then([&](const QByteArray &json) { return readTree(viewOf(json), ReadContent::Yes, take, object); });
    if (!read) {
        if (!isAboutOneObject(read.error()))
            return fail(std::move(read).error());
        report(walk, path, object, read.error().what());
        return false;
    }
    for (const auto &[folderPath, subtree] : folders) {
        SEALIFT_ASSIGN(const bool isGood, checkTree(walk, subtree, folderPath, depth + 1));
        allGood &= isGood;
    }
    if (allGood) {
        const std::lock_guard lock(m_mutex);
        m_good.insert(tree);
    }
    return allGood;
}

bool TreeChecker::checkFile(const Walk &walk, const TreeNode &file, const QString &path)
{
    const auto object = QStringLiteral("file %1").arg(path);
    if (!file.hasContent) {
        report(walk, path, object, QStringLiteral("it has no list of blobs"));
        return false;
    }
    // A disk with many holes names the same blob again and again.
    const BlobId *previous = nullptr;
    quint64 missing = 0;
    BlobId firstMissing;
    std::set<std::size_t> problems;
    for (const auto &id : file.content) {
        if (previous != nullptr && *previous == id)
            continue;
        previous = &id;
        const auto finding = find(BlobType::Data, id);
        if (finding.problem)
            problems.insert(*finding.problem);
        else if (!finding.isThere && missing++ == 0)
            firstMissing = id;
    }
    for (const auto problem : problems)
        m_problems.addAffected(problem, {walk.snapshot, path});
    if (missing > 0)
        report(walk, path, object,
               QStringLiteral("%1 of its %2 blobs are in no index, the first of them %3")
                   .arg(missing)
                   .arg(file.contentCount)
                   .arg(firstMissing.hex()));
    return missing == 0 && problems.empty();
}

} // namespace sealift
