#include "library/pack_verifier.h"

#include "library/object_names.h"
#include "library/problem_list.h"

#include <algorithm>

namespace sealift {

namespace {

constexpr qint64 kStretch = 4LL << 20;
// Beyond that much memory for a blob, sealed and plain, threads take turns; and beyond the second it is not opened at
// all.
constexpr qint64 kOrdinary = 20LL << 20;
constexpr qint64 kLargest = 192LL << 20;

qint64 memoryFor(const PackEntry &entry)
{
    return qint64{entry.length} + entry.uncompressedLength;
}

} // namespace

PackVerifier::PackVerifier(ObjectStore &store, const SealingKey &key, CheckProgress &progress, std::mutex &largeBlobs)
    : m_store(store)
    , m_progress(progress)
    , m_largeBlobs(largeBlobs)
    , m_sealer(key)
{
}

Result<PackVerdict> PackVerifier::verify(const PackSurvey &expected, qint64 actualSize, bool readData,
                                         const std::stop_token &stop)
{
    PackVerdict verdict;
    if (expected.contradictory)
        verdict.faults.append(QStringLiteral("index files do not agree on its blobs"));
    if (actualSize != expected.size) {
        verdict.faults.append(QStringLiteral("it has %1 bytes instead of %2").arg(actualSize).arg(expected.size));
        verdict.entriesUnchecked = true;
        return verdict;
    }
    auto entries = readPackHeader(m_store, expected.id, actualSize, m_sealer, stop);
    if (!entries) {
        if (!isAboutOneObject(entries.error()))
            return fail(std::move(entries).error());
        verdict.faults.append(entries.error().what());
        verdict.entriesUnchecked = true;
        return verdict;
    }
    if (fingerprintOf(*entries) != expected.fingerprint) {
        verdict.faults.append(QStringLiteral("its header and the index do not agree on its blobs"));
        verdict.entriesUnchecked = true;
        return verdict;
    }
    if (readData)
        SEALIFT_TRY(readAll(expected.id, *entries, actualSize, verdict, stop));
    return verdict;
}

PackVerifier::Stretch PackVerifier::nextStretch(std::span<const PackEntry> entries, std::size_t first)
{
    Stretch stretch{first, 0, entries[first].offset, 0};
    do
        stretch.length += entries[first + stretch.count++].length;
    while (first + stretch.count < entries.size() &&
           entries[first + stretch.count].offset == stretch.offset + stretch.length &&
           stretch.length + entries[first + stretch.count].length <= kStretch);
    return stretch;
}

/// Reads the whole pack once: blobs, then header.
Status PackVerifier::readAll(const PackId &pack, std::span<const PackEntry> entries, qint64 size, PackVerdict &verdict,
                             const std::stop_token &stop)
{
    static_cast<void>(m_packHash.finish());
    qint64 done = 0;
    for (std::size_t first = 0; first < entries.size();) {
        const auto stretch = nextStretch(entries, first);
        SEALIFT_TRY(verifyStretch(pack, entries.subspan(first, stretch.count), stretch, true, verdict, stop));
        done += stretch.length;
        first += stretch.count;
    }
    SEALIFT_TRY(hashRange(pack, done, size - done, verdict, stop));
    if (m_packHash.finish() != pack)
        verdict.faults.append(QStringLiteral("its SHA-256 is not its name: it was changed"));
    if (!verdict.bad.empty())
        verdict.faults.append(
            QStringLiteral("%1 of its %2 blobs are damaged").arg(verdict.bad.size()).arg(entries.size()));
    return {};
}

/// Reads a stretch to the beginning of m_sealed. False: the pack does not give it, which is noted.
Result<bool> PackVerifier::readSealed(const PackId &pack, qint64 offset, qint64 length, PackVerdict &verdict,
                                      const std::stop_token &stop)
{
    const auto size = static_cast<std::size_t>(length);
    if (m_sealed.size() < size)
        m_sealed.resize(size);
    auto read = m_store.read(packObjectName(pack), offset, MutableBytes(m_sealed).first(size), stop);
    if (read) {
        m_progress.bytesRead += length;
        return true;
    }
    if (!isAboutOneObject(read.error()))
        return fail(std::move(read).error());
    verdict.faults.append(read.error().what());
    return false;
}

Status PackVerifier::hashRange(const PackId &pack, qint64 offset, qint64 length, PackVerdict &verdict,
                               const std::stop_token &stop)
{
    while (length > 0) {
        const auto step = std::min(length, kStretch);
        SEALIFT_ASSIGN(const bool isThere, readSealed(pack, offset, step, verdict, stop));
        if (!isThere)
            return {};
        m_packHash.add(ByteView(m_sealed).first(static_cast<std::size_t>(step)));
        offset += step;
        length -= step;
    }
    return {};
}

Status PackVerifier::verifyStretch(const PackId &pack, std::span<const PackEntry> wanted, const Stretch &stretch,
                                   bool hashAll, PackVerdict &verdict, const std::stop_token &stop)
{
    const auto largest = *std::max_element(wanted.begin(), wanted.end(),
                                           [](const auto &a, const auto &b) { return memoryFor(a) < memoryFor(b); });
    if (memoryFor(largest) > kLargest) {
        verdict.faults.append(QStringLiteral("blob %1 is too large to be checked (%2 bytes)")
                                  .arg(largest.id.shortHex())
                                  .arg(memoryFor(largest)));
        return hashAll ? hashRange(pack, stretch.offset, stretch.length, verdict, stop) : Status();
    }
    std::unique_lock turn(m_largeBlobs, std::defer_lock);
    if (memoryFor(largest) > kOrdinary)
        turn.lock();
    SEALIFT_ASSIGN(const bool isThere, readSealed(pack, stretch.offset, stretch.length, verdict, stop));
    if (!isThere) {
        verdict.bad.insert(verdict.bad.end(), wanted.begin(), wanted.end());
        return {};
    }
    const auto sealed = MutableBytes(m_sealed).first(static_cast<std::size_t>(stretch.length));
    if (hashAll)
        m_packHash.add(sealed);
    for (const auto &entry : wanted) {
        if (!isGood(entry, sealed.subspan(static_cast<std::size_t>(entry.offset - stretch.offset), entry.length)))
            verdict.bad.push_back(entry);
    }
    if (turn.owns_lock()) {
        m_sealed = {};
        m_plain = {};
    }
    return {};
}

bool PackVerifier::isGood(const PackEntry &entry, MutableBytes sealed)
{
    if (sealed.size() < BlobSealer::kOverhead)
        return false;
    const auto body = sealed.subspan(BlobSealer::kNonceSize, sealed.size() - BlobSealer::kOverhead);
    if (!m_sealer.open(sealed, body))
        return false;
    ByteView plain = body;
    if (entry.uncompressedLength != 0) {
        if (m_plain.size() < entry.uncompressedLength)
            m_plain.resize(entry.uncompressedLength);
        const auto out = MutableBytes(m_plain).first(entry.uncompressedLength);
        if (!m_decompressor.decompress(body, out))
            return false;
        plain = out;
    }
    return m_blobHash.of(plain) == entry.id;
}

Status PackVerifier::verifyEntries(const PackId &pack, std::span<const PackEntry> entries, qint64 actualSize,
                                   PackVerdict &verdict, const std::stop_token &stop)
{
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (qint64{entries[i].offset} + entries[i].length > actualSize) {
            verdict.bad.push_back(entries[i]);
            continue;
        }
        const Stretch alone{i, 1, entries[i].offset, entries[i].length};
        SEALIFT_TRY(verifyStretch(pack, entries.subspan(i, 1), alone, false, verdict, stop));
    }
    if (!verdict.bad.empty())
        verdict.faults.append(
            QStringLiteral("%1 of its %2 blobs are lost").arg(verdict.bad.size()).arg(entries.size()));
    return {};
}

} // namespace sealift
