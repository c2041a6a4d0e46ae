#include "library/index_survey.h"

#include "base/parallel.h"
#include "library/index_file.h"
#include "library/pack_header.h"
#include "library/problem_list.h"
#include "library/repository.h"

#include <algorithm>
#include <mutex>

namespace sealift {

namespace {

quint64 mixed(quint64 value)
{
    value ^= value >> 32;
    value *= 0x9e3779b97f4a7c15ULL;
    return value ^ (value >> 29);
}

} // namespace

quint64 fingerprintOf(std::span<const PackEntry> entries)
{
    quint64 sum = 0;
    for (const auto &entry : entries) {
        auto value = mixed(hashValue(entry.id));
        value = mixed(value ^ (quint64{entry.offset} << 32 | entry.length));
        value = mixed(value ^ (quint64{entry.uncompressedLength} << 1 | static_cast<quint64>(entry.type)));
        sum += value;
    }
    return sum;
}

Status IndexSurvey::load(const Repository &repository, int threads, ProblemList &problems, const std::stop_token &stop)
{
    std::mutex mutex;
    const PackSink take = [&](const PackId &pack, std::span<const PackEntry> entries) -> Status {
        const auto number = index.addPack(pack, entries);
        const auto fingerprint = fingerprintOf(entries);
        const std::lock_guard lock(mutex);
        if (packs.size() <= number)
            packs.resize(number + std::size_t{1});
        auto &survey = packs[number];
        if (survey.listings++ == 0) {
            survey.id = pack;
            survey.size = packSizeOf(entries);
            survey.fingerprint = fingerprint;
        } else if (survey.fingerprint != fingerprint) {
            survey.contradictory = true;
        }
        return {};
    };
    SEALIFT_ASSIGN(const auto ids, repository.files().list(FileKind::Index, stop));
    const auto loadOne = [&](std::size_t i, const std::stop_token &ending) -> Status {
        const auto &files = repository.files();
        auto read = files.openLarge(FileKind::Index, ids[i], ending).and_then([&](const auto &source) {
            return readIndexDocument(*source, take, files.describe(FileKind::Index, ids[i]));
        });
        if (read)
            return {};
        if (!isAboutOneObject(read.error()))
            return fail(std::move(read).error());
        problems.add(QStringLiteral("index %1").arg(ids[i].hex()), read.error().what());
        return {};
    };
    return forEachInParallel(ids.size(), threads, loadOne, stop);
}

std::map<PackIndex, std::vector<PackEntry>> IndexSurvey::entriesOf(const std::vector<PackIndex> &wanted) const
{
    std::map<PackIndex, std::vector<PackEntry>> entries;
    if (wanted.empty())
        return entries;
    std::vector<bool> isWanted(packs.size());
    for (const auto pack : wanted)
        isWanted[pack] = true;
    for (const auto type : {BlobType::Data, BlobType::Tree}) {
        index.forEach(type, [&](const BlobId &id, const BlobLocation &place) {
            if (isWanted[place.pack])
                entries[place.pack].push_back({type, id, place.offset, place.length, place.uncompressedLength});
        });
    }
    for (auto &[pack, list] : entries)
        std::sort(list.begin(), list.end(), [](const auto &a, const auto &b) { return a.offset < b.offset; });
    return entries;
}

} // namespace sealift
