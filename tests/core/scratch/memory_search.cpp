#include "core/scratch/memory_search.h"

#include <QFile>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

#include <fcntl.h>
#include <strings.h>
#include <sys/mman.h>
#include <unistd.h>

namespace sealift::test {

namespace {

constexpr std::size_t kBuffer = std::size_t{4} << 20;
constexpr std::size_t kSchedule = 240; // 15 round keys
constexpr unsigned char kMask = 0xa5;
constexpr qint64 kLargestMapping = qint64{1} << 30;

unsigned char multiply(unsigned a, unsigned b)
{
    unsigned product = 0;
    for (; b != 0; b >>= 1U) {
        if ((b & 1U) != 0)
            product ^= a;
        a = (a << 1U) ^ ((a & 0x80U) != 0 ? 0x11bU : 0U);
    }
    return static_cast<unsigned char>(product);
}

/// FIPS 197, section 5.1.1.
std::array<unsigned char, 256> makeSbox()
{
    std::array<unsigned char, 256> box{};
    for (unsigned value = 0; value < 256; ++value) {
        unsigned inverse = 0;
        for (unsigned candidate = 1; candidate < 256 && value != 0; ++candidate) {
            if (multiply(value, candidate) == 1)
                inverse = candidate;
        }
        const auto byte = static_cast<unsigned char>(inverse);
        box[value] = static_cast<unsigned char>(byte ^ std::rotl(byte, 1) ^ std::rotl(byte, 2) ^ std::rotl(byte, 3) ^
                                                std::rotl(byte, 4) ^ 0x63);
    }
    return box;
}

/// Whether the words from the ninth on follow from those before them.
bool isSchedule(const unsigned char *memory)
{
    static const auto box = makeSbox();
    unsigned constant = 1;
    for (std::size_t word = 8; word < kSchedule / 4; ++word) {
        const auto *before = memory + 4 * (word - 1);
        std::array<unsigned char, 4> next{before[0], before[1], before[2], before[3]};
        if (word % 8 == 0) {
            next = {static_cast<unsigned char>(box[before[1]] ^ constant), box[before[2]], box[before[3]],
                    box[before[0]]};
            constant = multiply(constant, 2);
        } else if (word % 8 == 4) {
            next = {box[before[0]], box[before[1]], box[before[2]], box[before[3]]};
        }
        for (std::size_t i = 0; i < 4; ++i) {
            if (memory[4 * word + i] != (memory[4 * (word - 8) + i] ^ next[i]))
                return false;
        }
    }
    return true;
}

bool isBlank(const unsigned char *memory)
{
    return std::all_of(memory, memory + 16, [memory](unsigned char byte) { return byte == *memory; });
}

int countHalves(const unsigned char *memory, std::size_t size, const QList<MaskedKey> &keys)
{
    int count = 0;
    for (std::size_t at = 0; at + MaskedKey::kSize / 2 <= size; ++at) {
        for (const auto &key : keys)
            count += key.halfIsAt(memory + at) ? 1 : 0;
    }
    return count;
}

} // namespace

MaskedKey::MaskedKey(const unsigned char *plain)
{
    for (std::size_t i = 0; i < kSize; ++i)
        m_bytes[i] = plain[i] ^ kMask;
}

bool MaskedKey::halfIsAt(const unsigned char *memory) const
{
    constexpr std::size_t kHalf = kSize / 2;
    for (const std::size_t half : {std::size_t{0}, kHalf}) {
        std::size_t same = 0;
        while (same < kHalf && memory[same] == (m_bytes[half + same] ^ kMask))
            ++same;
        if (same == kHalf)
            return true;
    }
    return false;
}

void MaskedKey::unmask(unsigned char *to) const
{
    for (std::size_t i = 0; i < kSize; ++i)
        to[i] = m_bytes[i] ^ kMask;
}

MemorySearch::MemorySearch()
    : m_buffer(static_cast<unsigned char *>(
          ::mmap(nullptr, kBuffer, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)))
{
    // A mapping of its own, and in no core file.
    ::madvise(m_buffer, kBuffer, MADV_DONTDUMP);
}

MemorySearch::~MemorySearch()
{
    ::explicit_bzero(m_buffer, kBuffer);
    ::munmap(m_buffer, kBuffer);
}

/// Pieces overlap by a schedule's length.
template <typename Each>
void MemorySearch::forEachPiece(int file, qint64 begin, qint64 end, const Each &each)
{
    while (begin < end) {
        const auto wanted = std::min<qint64>(kBuffer, end - begin);
        const auto got = ::pread(file, m_buffer, static_cast<std::size_t>(wanted), begin);
        if (got <= 0)
            return;
        each(m_buffer, static_cast<std::size_t>(got));
        if (begin + got >= end || got <= static_cast<ssize_t>(kSchedule))
            return;
        begin += got - static_cast<ssize_t>(kSchedule);
    }
}

template <typename Each>
void MemorySearch::forEachOwnPiece(const Each &each)
{
    QFile maps(QStringLiteral("/proc/self/maps"));
    const int memory = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    if (memory < 0 || !maps.open(QIODevice::ReadOnly))
        qFatal("cannot read this process's memory");
    const auto lines = maps.readAll().split('\n');
    for (const auto &line : lines) {
        const auto range = line.split(' ').first().split('-');
        const auto begin = range.value(0).toLongLong(nullptr, 16);
        const auto end = range.value(1).toLongLong(nullptr, 16);
        const auto own = reinterpret_cast<qint64>(m_buffer);
        if (!line.contains(" rw") || end - begin > kLargestMapping)
            continue;
        // The kernel may have joined the buffer's mapping with its neighbours.
        forEachPiece(memory, begin, std::min(end, std::max(begin, own)), each);
        if (begin <= own && own < end)
            forEachPiece(memory, own + static_cast<qint64>(kBuffer), end, each);
        else if (own <= begin)
            forEachPiece(memory, begin, end, each);
    }
    ::close(memory);
}

QList<MaskedKey> MemorySearch::expandedKeys()
{
    QList<MaskedKey> keys;
    forEachOwnPiece([&keys](const unsigned char *memory, std::size_t size) {
        for (std::size_t at = 0; at + kSchedule <= size; at += 4) {
            if (isBlank(memory + at) || !isSchedule(memory + at))
                continue;
            if (const MaskedKey key(memory + at); !keys.contains(key))
                keys.append(key);
        }
    });
    return keys;
}

int MemorySearch::countInMemory(const QList<MaskedKey> &keys)
{
    int count = 0;
    forEachOwnPiece([&](const unsigned char *memory, std::size_t size) { count += countHalves(memory, size, keys); });
    return count;
}

int MemorySearch::countInFile(const QString &path, const QList<MaskedKey> &keys)
{
    int count = 0;
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    forEachPiece(file, 0, QFile(path).size(),
                 [&](const unsigned char *memory, std::size_t size) { count += countHalves(memory, size, keys); });
    ::close(file);
    return count;
}

bool MemorySearch::fileHolds(const QString &path, const QByteArray &bytes)
{
    bool found = false;
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    forEachPiece(file, 0, QFile(path).size(), [&](const unsigned char *memory, std::size_t size) {
        found = found || ::memmem(memory, size, bytes.constData(), static_cast<std::size_t>(bytes.size())) != nullptr;
    });
    ::close(file);
    return found;
}

} // namespace sealift::test
