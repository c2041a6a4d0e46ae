#include "library/index_loader.h"

#include "base/parallel.h"
#include "library/index_file.h"

#include <algorithm>
#include <mutex>
#include <set>

namespace sealift {

Result<std::vector<FileId>> loadIndexFiles(const UnpackedFiles &files, const std::vector<FileId> &ids, int threads,
                                           const PackSink &sink, std::vector<Error> *damaged,
                                           const std::stop_token &stop)
{
    std::mutex mutex;
    std::vector<FileId> superseded;
    const auto loadOne = [&](std::size_t i, const std::stop_token &ending) -> Status {
        auto named = files.openLarge(FileKind::Index, ids[i], ending).and_then([&](const auto &source) {
            return readIndexDocument(*source, sink, files.describe(FileKind::Index, ids[i]));
        });
        const std::lock_guard lock(mutex);
        if (named)
            superseded.insert(superseded.end(), named->begin(), named->end());
        else if (damaged != nullptr && named.error().code() == ErrorCode::Corrupt)
            damaged->push_back(std::move(named).error());
        else
            return fail(std::move(named).error());
        return {};
    };
    SEALIFT_TRY(forEachInParallel(ids.size(), threads, loadOne, stop));
    return superseded;
}

Status loadIndexInto(BlobIndex &index, const UnpackedFiles &files, int threads, std::vector<Error> *damaged,
                     const std::stop_token &stop)
{
    const bool wasEmpty = index.packCount() == 0;
    const PackSink add = [&index](const PackId &pack, std::span<const PackEntry> entries) -> Status {
        index.addPack(pack, entries);
        return {};
    };
    SEALIFT_ASSIGN(auto ids, files.list(FileKind::Index, stop));
    SEALIFT_ASSIGN(const auto named, loadIndexFiles(files, ids, threads, add, damaged, stop));

    const std::set<FileId> superseded(named.begin(), named.end());
    const auto removed = std::erase_if(ids, [&superseded](const FileId &id) { return superseded.contains(id); });
    if (removed == 0 || !wasEmpty)
        return {};
    index.clear();
    if (damaged != nullptr)
        damaged->clear();
    SEALIFT_TRY(loadIndexFiles(files, ids, threads, add, damaged, stop));
    return {};
}

Status writePendingIndex(BlobIndex &index, const UnpackedFiles &files, const std::stop_token &stop)
{
    auto packs = index.takePending();
    std::sort(packs.begin(), packs.end(), [](const auto &a, const auto &b) { return a.id < b.id; });
    const auto twins =
        std::unique(packs.begin(), packs.end(), [](const auto &a, const auto &b) { return a.id == b.id; });
    packs.erase(twins, packs.end());

    auto begin = packs.begin();
    while (begin != packs.end()) {
        auto end = begin;
        std::size_t entries = 0;
        do
            entries += end++->entries.size();
        while (end != packs.end() && entries + end->entries.size() <= kIndexFileEntries);
        const auto document = writeIndexDocument(std::span(begin, end));
        if (auto saved = files.save(FileKind::Index, viewOf(document), stop); !saved) {
            packs.erase(packs.begin(), begin);
            index.putBackPending(std::move(packs));
            return fail(std::move(saved).error().during(QStringLiteral("cannot write the library's index")));
        }
        begin = end;
    }
    return {};
}

} // namespace sealift
