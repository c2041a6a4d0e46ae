#include "crypto/multi_buffer_digest.h"

#include "crypto/sha256_lanes.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <cstring>

#if defined(__x86_64__)
#include <cpuid.h>
#endif

namespace sealift {

namespace {

void hashOneByOne(std::span<const ByteView> messages, std::span<Digest> digests)
{
    Sha256 sha;
    for (std::size_t i = 0; i < messages.size(); ++i)
        digests[i] = sha.of(messages[i]);
}

#if defined(__x86_64__)

bool hasShaExtensions()
{
    constexpr unsigned kShaBit = 1U << 29;
    unsigned a = 0;
    unsigned b = 0;
    unsigned c = 0;
    unsigned d = 0;
    return __get_cpuid_count(7, 0, &a, &b, &c, &d) == 1 && (b & kShaBit) != 0;
}

/// One message on its way through a lane: first its whole blocks where they lie, then the end that padding makes of the
/// rest.
class Lane
{
public:
    bool isBusy() const { return m_blocks > 0; }
    std::size_t blocks() const { return m_blocks; }
    const uchar *next() const { return m_next; }
    std::size_t message() const { return m_message; }

    void begin(std::size_t index, ByteView message)
    {
        m_message = index;
        m_next = uchars(message);
        m_blocks = message.size() / lanes::kBlock;
        pad(message);
        m_isAtEnd = false;
        if (m_blocks == 0)
            goToEnd();
    }

    /// True once the message is through.
    bool advance(std::size_t blocks)
    {
        m_next += blocks * lanes::kBlock;
        m_blocks -= blocks;
        if (m_blocks == 0 && !m_isAtEnd) {
            goToEnd();
            return false;
        }
        return m_blocks == 0;
    }

private:
    /// A one bit, zeroes, and the length in bits (FIPS 180-4, section 5.1.1).
    void pad(ByteView message)
    {
        const auto rest = message.size() % lanes::kBlock;
        m_endBlocks = rest + 1 + sizeof(quint64) <= lanes::kBlock ? 1 : 2;
        m_end.fill(0);
        if (rest > 0)
            std::memcpy(m_end.data(), message.data() + (message.size() - rest), rest);
        m_end[rest] = 0x80;
        qToBigEndian<quint64>(static_cast<quint64>(message.size()) * 8,
                              m_end.data() + m_endBlocks * lanes::kBlock - sizeof(quint64));
    }

    void goToEnd()
    {
        m_next = m_end.data();
        m_blocks = m_endBlocks;
        m_isAtEnd = true;
    }

    std::size_t m_message = 0;
    const uchar *m_next = nullptr;
    std::size_t m_blocks = 0;
    std::size_t m_endBlocks = 0;
    bool m_isAtEnd = false;
    std::array<uchar, 2 * lanes::kBlock> m_end{};
};

/// Keeps the lanes busy until all messages are through.
class LaneHasher
{
public:
    LaneHasher(std::span<const ByteView> messages, std::span<Digest> digests, lanes::Compress compress)
        : m_messages(messages)
        , m_digests(digests)
        , m_compress(compress)
    {
    }

    void run()
    {
        for (std::size_t lane = 0; lane < lanes::kLanes; ++lane)
            refill(lane);
        while (const auto blocks = step()) {
            for (std::size_t lane = 0; lane < lanes::kLanes; ++lane) {
                if (m_lanes[lane].isBusy() && m_lanes[lane].advance(blocks)) {
                    takeDigest(lane);
                    refill(lane);
                }
            }
        }
    }

private:
    void refill(std::size_t lane)
    {
        if (m_begun == m_messages.size())
            return;
        for (std::size_t word = 0; word < lanes::kStateWords; ++word)
            m_state[word * lanes::kLanes + lane] = lanes::kInitialState[word];
        m_lanes[lane].begin(m_begun, m_messages[m_begun]);
        ++m_begun;
    }

    /// Takes as many blocks from every busy lane as the shortest has left. 0: all are idle.
    std::size_t step()
    {
        const Lane *shortest = nullptr;
        for (const auto &lane : m_lanes) {
            if (lane.isBusy() && (shortest == nullptr || lane.blocks() < shortest->blocks()))
                shortest = &lane;
        }
        if (shortest == nullptr)
            return 0;
        // An idle lane reads what a busy one reads; nobody looks at what comes of it.
        std::array<const uchar *, lanes::kLanes> next{};
        for (std::size_t lane = 0; lane < lanes::kLanes; ++lane)
            next[lane] = m_lanes[lane].isBusy() ? m_lanes[lane].next() : shortest->next();
        m_compress(m_state.data(), next.data(), shortest->blocks());
        return shortest->blocks();
    }

    void takeDigest(std::size_t lane)
    {
        const auto bytes = uchars(m_digests[m_lanes[lane].message()].mutableBytes());
        for (std::size_t word = 0; word < lanes::kStateWords; ++word)
            qToBigEndian(m_state[word * lanes::kLanes + lane], bytes + word * sizeof(quint32));
    }

    std::span<const ByteView> m_messages;
    std::span<Digest> m_digests;
    const lanes::Compress m_compress;
    std::size_t m_begun = 0;
    std::array<Lane, lanes::kLanes> m_lanes{};
    alignas(64) std::array<quint32, lanes::kStateWords * lanes::kLanes> m_state{};
};

#endif

} // namespace

std::vector<HashUnit> availableHashUnits()
{
    std::vector<HashUnit> units{HashUnit::Single};
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2") != 0)
        units.push_back(HashUnit::Avx2Lanes);
    if (__builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512vl") != 0)
        units.push_back(HashUnit::Avx512Lanes);
#endif
    return units;
}

HashUnit fastestHashUnit()
{
#if defined(__x86_64__)
    static const auto fastest = hasShaExtensions() ? HashUnit::Single : availableHashUnits().back();
    return fastest;
#else
    return HashUnit::Single;
#endif
}

std::size_t lanesOf(HashUnit unit)
{
    return unit == HashUnit::Single ? 1 : lanes::kLanes;
}

void sha256Each(std::span<const ByteView> messages, std::span<Digest> digests, HashUnit unit)
{
    Q_ASSERT(messages.size() == digests.size());
    // Two are as fast one after the other.
    constexpr std::size_t kFewestForLanes = 3;
#if defined(__x86_64__)
    if (unit != HashUnit::Single && messages.size() >= kFewestForLanes) {
        const auto compress = unit == HashUnit::Avx512Lanes ? lanes::compressByAvx512 : lanes::compressByAvx2;
        LaneHasher(messages, digests, compress).run();
        return;
    }
#endif
    hashOneByOne(messages, digests);
}

} // namespace sealift
