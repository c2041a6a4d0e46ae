#pragma once

#include "image/block_source.h"
#include "policy/preflight.h"
#include "task/task_job.h"

#include <QStringList>

#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace sealift {

/// What preflight is to judge a transfer by, beside the image.
struct PreflightOrder {
    Destination destination = Destination::Library;
    bool guessed = false; ///< as in PreflightSubject
    QStringList ignored;  ///< rules that the user passes over (checkIgnored())
    QString library = {}; ///< the location of the library that it goes into; empty: into none
};

/// What the user of a task wants of its preflight.
struct PreflightWishes {
    QStringList ignored = {};      ///< rules that are passed over
    QString library = {};          ///< as in PreflightOrder
    TextRules texts = TextRules(); ///< what names are judged by
    QList<NamedText> given = {};   ///< texts of the user's that nobody has looked at yet
};

/// A disk that is to be transferred.
struct LookedDisk {
    QString name;                   ///< where there are several
    std::optional<DiskImage> image; ///< the container that it comes in; nothing where it comes out of a library
    BlockSource *content = nullptr;
};

/// The preflight of one attempt of a task. What needs no look at the disk is judged at once, and refuses at once. The
/// disk is looked at by a thread of its own: about a third of a second that a transfer waits for only where something
/// on the disk could refuse it (diskMayRefuse()); else what is found there is told while the transfer begins. Nothing
/// that keeps the disk from being looked at keeps the transfer from being made.
class TaskPreflight
{
public:
    /// @param tools what is copied of it must outlive the object: what the task is told by, and its stop token.
    TaskPreflight(PreflightOrder order, const JobTools &tools);
    /// Stops looking at the disk, and waits until that has ended.
    ~TaskPreflight();
    TaskPreflight(const TaskPreflight &) = delete;
    TaskPreflight &operator=(const TaskPreflight &) = delete;

    /// What was found in names. Before judge() and look().
    void setTexts(QList<JudgedText> texts) { m_texts = std::move(texts); }

    /// Judges by names, and what is known of this machine, before anything is opened or looked at. Errors: Refused;
    /// those of telling the task.
    Status judge(const HostFacts &host);

    /// Begins to look at the disks. @param disks their content must outlive the object, or the next settle().
    void look(const QList<LookedDisk> &disks);

    /// How much room there is where the result goes, and how many bytes it may take there. Before beforeTransfer().
    void setTarget(Fact<qint64> free, qint64 needed);

    /// Judges by what is known but for the disks' content, and waits for that where it may refuse the transfer. Errors:
    /// as judge(); Cancelled.
    Status beforeTransfer();

    /// What is known of the bucket that the library lies in. Before beforeTransfer().
    void setBucket(BucketState bucket);

    /// What EC2 says to an import. Before beforeTransfer().
    void setImport(ImportState import);

    /// Tells the task what was found, where the transfer ends before beforeTransfer() for another reason. Errors: those
    /// of telling the task.
    Status tellOnly();

    /// What was found on each disk, in the order of look(). After settle().
    QList<Fact<DiskFacts>> facts();

    /// Waits until the look is done and the task was told of it. Errors: those of telling the task; Cancelled.
    Status settle();

private:
    QList<Finding> judged() const;
    void judgeAll();
    std::optional<Error> refusal() const;
    Status tell();

    const PreflightOrder m_order;
    const std::stop_token m_stop;
    const decltype(JobTools::found) m_found;
    const decltype(JobTools::audit) m_audit;
    std::mutex m_mutex; // for what follows, once there is a thread
    HostFacts m_host;
    QList<JudgedText> m_texts;
    std::optional<BucketState> m_bucket;
    std::optional<ImportState> m_import;
    QList<LookedDisk> m_disks;
    QList<Fact<DiskFacts>> m_facts; ///< of each disk, once it was looked at
    bool m_looked = false;
    bool m_allKnown = false;
    bool m_cancelled = false;
    QList<Finding> m_findings;
    Status m_told;
    std::jthread m_thread;
};

} // namespace sealift
