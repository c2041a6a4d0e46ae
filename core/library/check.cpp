#include "library/check.h"

#include "base/parallel.h"
#include "library/index_survey.h"
#include "library/pack_verifier.h"
#include "library/problem_list.h"
#include "library/repository.h"
#include "library/snapshot.h"
#include "library/tree_checker.h"

#include <algorithm>
#include <memory>

namespace sealift {

namespace {

// Four verifiers of some 20 MiB, one large blob, and two trees being walked stay within 256 MiB.
constexpr int kMaxPackThreads = 4;
constexpr int kTreeThreads = 2;
constexpr std::size_t kMaxHints = 100;

class Check
{
public:
    Check(const Repository &repository, const CheckOptions &options, CheckProgress &progress,
          const std::stop_token &stop)
        : m_repository(repository)
        , m_options(options)
        , m_threads(std::clamp(options.threads, 1, kMaxPackThreads))
        , m_progress(progress)
        , m_stop(stop)
    {
    }

    // Snapshots, then the index, then packs: what others store meanwhile is then at worst not looked at, never missed
    // (doc/design.rst, "Read and Write Ordering").
    Result<CheckReport> run()
    {
        SEALIFT_TRY(loadAllSnapshots());
        SEALIFT_TRY(m_survey.load(m_repository, m_threads, m_problems, m_stop));
        SEALIFT_TRY(listPacks());
        SEALIFT_TRY(checkPacks());
        SEALIFT_TRY(findLostBlobs());
        SEALIFT_TRY(checkTrees());
        m_report.packs = static_cast<qint64>(m_survey.packs.size());
        m_report.blobs =
            static_cast<qint64>(m_survey.index.entryCount(BlobType::Data) + m_survey.index.entryCount(BlobType::Tree));
        m_report.problems = m_problems.take();
        m_report.hints = m_hints.take();
        return std::move(m_report);
    }

private:
    Status loadAllSnapshots()
    {
        SEALIFT_ASSIGN(auto list, loadSnapshots(m_repository.files(), m_stop));
        for (const auto &bad : list.unreadable) {
            const auto problem = m_problems.add(QStringLiteral("snapshot %1").arg(bad.id.hex()), bad.error.what());
            m_problems.addAffected(problem, {bad.id, QString()});
        }
        m_snapshots = std::move(list.snapshots);
        m_report.snapshots = static_cast<qint64>(m_snapshots.size() + list.unreadable.size());
        m_progress.snapshotsTotal = static_cast<qint64>(m_snapshots.size());
        return {};
    }

    Status listPacks()
    {
        m_sizes.assign(m_survey.packs.size(), kMissing);
        std::unordered_map<PackId, PackIndex> numbers;
        for (std::size_t i = 0; i < m_survey.packs.size(); ++i)
            numbers.emplace(m_survey.packs[i].id, static_cast<PackIndex>(i));
        std::size_t unnamed = 0;
        qint64 unnamedBytes = 0;
        const auto take = [&](const ObjectInfo &object) -> Status {
            const auto id = idOfObject(object.name);
            if (!id)
                return {};
            const auto number = numbers.find(*id);
            if (number != numbers.end()) {
                m_sizes[number->second] = object.size;
                m_report.bytes += object.size;
                return {};
            }
            unnamedBytes += object.size;
            if (++unnamed <= kMaxHints)
                m_hints.add(
                    QStringLiteral("pack %1").arg(id->hex()),
                    QStringLiteral("no index names it (%1 bytes): it is being written, or was left by an import "
                                   "that was interrupted")
                        .arg(object.size));
            return {};
        };
        SEALIFT_TRY(m_repository.store().list(kDataFolder.toString(), take, m_stop));
        if (unnamed > kMaxHints)
            m_hints.add(
                QStringLiteral("packs"),
                QStringLiteral("%1 packs in all (%2 bytes) are named by no index").arg(unnamed).arg(unnamedBytes));
        m_progress.packsTotal = static_cast<qint64>(m_survey.packs.size());
        m_progress.bytesTotal = m_options.readData ? m_report.bytes : 0;
        return {};
    }

    /// The verifiers of all threads: whoever has work borrows one.
    std::unique_ptr<PackVerifier> borrowVerifier()
    {
        const std::lock_guard lock(m_mutex);
        if (m_verifiers.empty())
            return std::make_unique<PackVerifier>(m_repository.store(), m_repository.sealingKey(), m_progress,
                                                  m_largeBlobs);
        auto verifier = std::move(m_verifiers.back());
        m_verifiers.pop_back();
        return verifier;
    }
    void giveBack(std::unique_ptr<PackVerifier> verifier)
    {
        const std::lock_guard lock(m_mutex);
        m_verifiers.push_back(std::move(verifier));
    }

    Status checkPacks()
    {
        const auto checkOne = [this](std::size_t i, const std::stop_token &ending) -> Status {
            const auto &pack = m_survey.packs[i];
            PackVerdict verdict;
            if (m_sizes[i] == kMissing) {
                verdict.faults.append(QStringLiteral("it is missing"));
                verdict.entriesUnchecked = true;
            } else {
                auto verifier = borrowVerifier();
                SEALIFT_ASSIGN(verdict, verifier->verify(pack, m_sizes[i], m_options.readData, ending));
                giveBack(std::move(verifier));
            }
            if (pack.listings > 1 && !pack.contradictory)
                m_hints.add(QStringLiteral("pack %1").arg(pack.id.hex()),
                            QStringLiteral("index files name it %1 times").arg(pack.listings));
            if (!verdict.faults.isEmpty()) {
                const std::lock_guard lock(m_mutex);
                m_damaged.emplace(static_cast<PackIndex>(i), std::move(verdict));
            }
            ++m_progress.packsDone;
            return {};
        };
        return forEachInParallel(m_survey.packs.size(), m_threads, checkOne, m_stop);
    }

    /// Finds out which blobs of damaged packs cannot be had, and makes a problem of each such pack.
    Status findLostBlobs()
    {
        std::vector<PackIndex> unchecked;
        for (const auto &[pack, verdict] : m_damaged) {
            if (verdict.entriesUnchecked)
                unchecked.push_back(pack);
        }
        const auto entries = m_survey.entriesOf(unchecked);
        auto verifier = borrowVerifier();
        for (auto &[pack, verdict] : m_damaged) {
            const auto &survey = m_survey.packs[pack];
            if (const auto list = entries.find(pack); list != entries.end())
                SEALIFT_TRY(verifier->verifyEntries(survey.id, list->second, m_sizes[pack], verdict, m_stop));
            verdict.faults.removeDuplicates();
            const auto problem = m_problems.add(QStringLiteral("pack %1").arg(survey.id.hex()),
                                                verdict.faults.join(QStringLiteral("; ")));
            for (const auto &entry : verdict.bad)
                m_badPlaces.add(pack, entry.offset, problem);
        }
        return {};
    }

    Status checkTrees()
    {
        TreeChecker checker(m_repository, m_survey, m_badPlaces, m_problems);
        const auto checkOne = [&](std::size_t i, const std::stop_token &ending) -> Status {
            SEALIFT_TRY(checker.check(m_snapshots[i], ending));
            ++m_progress.snapshotsDone;
            return {};
        };
        return forEachInParallel(m_snapshots.size(), std::min(m_threads, kTreeThreads), checkOne, m_stop);
    }

    static constexpr qint64 kMissing = -1;

    const Repository &m_repository;
    const CheckOptions m_options;
    const int m_threads;
    CheckProgress &m_progress;
    const std::stop_token &m_stop;
    CheckReport m_report;
    ProblemList m_problems;
    ProblemList m_hints;
    std::vector<StoredSnapshot> m_snapshots;
    IndexSurvey m_survey;
    std::vector<qint64> m_sizes; ///< of packs, as they lie in the store
    BadPlaces m_badPlaces;
    std::mutex m_mutex; ///< for what follows
    std::vector<std::unique_ptr<PackVerifier>> m_verifiers;
    std::map<PackIndex, PackVerdict> m_damaged;
    std::mutex m_largeBlobs;
};

} // namespace

Result<CheckReport> checkRepository(const Repository &repository, const CheckOptions &options, CheckProgress &progress,
                                    const std::stop_token &stop)
{
    return Check(repository, options, progress, stop).run();
}

} // namespace sealift
