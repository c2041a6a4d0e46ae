// Runs a fuzz target without libFuzzer: all seeds, then changed ones for some seconds, the same ones each time. For CI,
// where no clang is assumed; tests/fuzz/run.sh does the real thing.
//
// Usage: fuzz_NAME SECONDS FOLDER...

#include "fuzz/fuzz_target.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

namespace {

using Input = std::vector<std::uint8_t>;

constexpr std::size_t kLongest = std::size_t{1} << 20;
constexpr unsigned kPatience = 20; ///< seconds that one input may take

/// What is being tried, for the handler of signals.
const Input *s_current = nullptr;

/// Keeps the input that ended the program.
void keepInput(int number)
{
    static const char name[] = "fuzz-crash.bin";
    const int file = ::open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file >= 0 && s_current != nullptr) {
        static_cast<void>(!::write(file, s_current->data(), s_current->size()));
        ::close(file);
    }
    static const char words[] = "\nended by a signal; the input is in fuzz-crash.bin\n";
    static_cast<void>(!::write(STDERR_FILENO, words, sizeof words - 1));
    ::signal(number, SIG_DFL);
    ::raise(number);
}

void run(const Input &input)
{
    s_current = &input;
    ::alarm(kPatience);
    LLVMFuzzerTestOneInput(input.data(), input.size());
    ::alarm(0);
    s_current = nullptr;
}

std::vector<Input> seedsIn(const QString &path)
{
    std::vector<Input> seeds;
    const QDir folder(path);
    for (const auto &name : folder.entryList(QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const auto bytes = file.readAll();
        seeds.emplace_back(bytes.begin(), bytes.end());
    }
    return seeds;
}

class Mutator
{
public:
    explicit Mutator(const std::vector<Input> &seeds)
        : m_seeds(seeds)
    {
    }

    Input next()
    {
        auto input = pick();
        const auto changes = 1 + below(6);
        for (std::size_t i = 0; i < changes; ++i)
            change(input);
        input.resize(std::min(input.size(), kLongest));
        return input;
    }

private:
    std::size_t below(std::size_t limit) { return limit == 0 ? 0 : m_random() % limit; }
    const Input &pick() { return m_seeds[below(m_seeds.size())]; }

    /// Headers are where most is decided.
    std::size_t place(const Input &input)
    {
        constexpr std::size_t kHead = 1024;
        return below(below(2) == 0 ? std::min(input.size(), kHead) : input.size());
    }

    void change(Input &input)
    {
        if (input.empty()) {
            input.push_back(static_cast<std::uint8_t>(m_random()));
            return;
        }
        const auto at = place(input);
        const auto offset = static_cast<Input::difference_type>(at);
        switch (below(8)) {
        case 0:
            input[at] = static_cast<std::uint8_t>(input[at] ^ 1U << below(8));
            break;
        case 1:
            input[at] = static_cast<std::uint8_t>(m_random());
            break;
        case 2:
            putNumber(input, at);
            break;
        case 3:
            input.resize(at);
            break;
        case 4: {
            const auto length =
                static_cast<Input::difference_type>(below(std::min<std::size_t>(64, input.size() - at)));
            input.erase(input.begin() + offset, input.begin() + offset + length);
            break;
        }
        case 5: {
            const Input piece(input.begin() + offset, input.begin() + offset +
                                                          static_cast<Input::difference_type>(
                                                              below(std::min<std::size_t>(256, input.size() - at))));
            const auto to = static_cast<Input::difference_type>(place(input));
            input.insert(input.begin() + to, piece.begin(), piece.end());
            break;
        }
        case 6: {
            const auto &other = pick();
            const auto from = below(other.size());
            const auto length = below(std::min<std::size_t>(512, other.size() - from));
            const auto begin = other.begin() + static_cast<Input::difference_type>(from);
            input.insert(input.begin() + offset, begin, begin + static_cast<Input::difference_type>(length));
            break;
        }
        default: {
            static constexpr char kMarks[] = "0123456789-.\"'<>&/\\{}[]:,()= \n";
            input[at] = static_cast<std::uint8_t>(kMarks[below(sizeof kMarks - 1)]);
            break;
        }
        }
    }

    void putNumber(Input &input, std::size_t at)
    {
        static constexpr std::array<std::uint64_t, 10> kNumbers{0,
                                                                1,
                                                                0x7fffffff,
                                                                0x80000000,
                                                                0xffffffff,
                                                                0xfffffffe,
                                                                0x7fffffffffffffff,
                                                                0x8000000000000000,
                                                                0xffffffffffffffff,
                                                                0x100000000};
        const auto number = kNumbers[below(kNumbers.size())];
        const auto width = std::size_t{1} << below(4);
        const bool isBigEndian = below(2) == 0;
        for (std::size_t i = 0; i < width && at + i < input.size(); ++i) {
            const auto shift = 8 * (isBigEndian ? width - 1 - i : i);
            input[at + i] = static_cast<std::uint8_t>(number >> shift);
        }
    }

    const std::vector<Input> &m_seeds;
    std::mt19937 m_random{20260101};
};

} // namespace

int main(int count, char **arguments)
{
    if (count < 3) {
        std::fprintf(stderr, "usage: %s SECONDS FOLDER...\n", arguments[0]);
        return 2;
    }
    for (const int number : {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL, SIGALRM})
        ::signal(number, keepInput);
    std::vector<Input> seeds;
    for (int i = 2; i < count; ++i) {
        auto more = seedsIn(QFile::decodeName(arguments[i]));
        seeds.insert(seeds.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    if (seeds.empty()) {
        std::fprintf(stderr, "there are no seeds\n");
        return 1;
    }
    for (const auto &seed : seeds)
        run(seed);
    run({});
    Mutator mutator(seeds);
    const auto end =
        std::chrono::steady_clock::now() + std::chrono::milliseconds(static_cast<long>(1000 * std::atof(arguments[1])));
    unsigned long runs = 0;
    for (; std::chrono::steady_clock::now() < end; ++runs)
        run(mutator.next());
    std::printf("%zu seeds, %lu changed ones, no finding\n", seeds.size(), runs);
    return 0;
}
