// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/silent_terminal.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <termios.h>
#include <unistd.h>

namespace qcc {

namespace {

constexpr std::array kEndingSignals{SIGINT, SIGTERM, SIGHUP, SIGQUIT};

/// Makes signals that would end the process only interrupt the read, so that the echo can be put back first.
class InterruptingSignals
{
public:
    InterruptingSignals()
    {
        struct sigaction interrupt = {};
        interrupt.sa_handler = [](int) {};
        for (size_t i = 0; i < kEndingSignals.size(); ++i)
            ::sigaction(kEndingSignals[i], &interrupt, &m_before[i]); // without SA_RESTART
    }
    ~InterruptingSignals()
    {
        for (size_t i = 0; i < kEndingSignals.size(); ++i)
            ::sigaction(kEndingSignals[i], &m_before[i], nullptr);
    }
    InterruptingSignals(const InterruptingSignals &) = delete;
    InterruptingSignals &operator=(const InterruptingSignals &) = delete;

private:
    std::array<struct sigaction, kEndingSignals.size()> m_before{};
};

class EchoOff
{
public:
    explicit EchoOff(int descriptor) : m_descriptor(descriptor)
    {
        m_known = ::tcgetattr(descriptor, &m_before) == 0;
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO | ECHONL);
        m_known = m_known && ::tcsetattr(descriptor, TCSAFLUSH, &silent) == 0;
    }
    ~EchoOff()
    {
        if (m_known)
            ::tcsetattr(m_descriptor, TCSAFLUSH, &m_before);
    }
    EchoOff(const EchoOff &) = delete;
    EchoOff &operator=(const EchoOff &) = delete;
    bool works() const { return m_known; }

private:
    int m_descriptor;
    termios m_before{};
    bool m_known = false;
};

/// Reads until @p isEnd says so of what was read last, or the input ends. The buffer never moves, so no copy
/// stays behind.
template <typename IsEnd> std::optional<Secret> readUntil(int descriptor, qsizetype longest, IsEnd isEnd)
{
    QByteArray bytes;
    bytes.reserve(longest + 1);
    std::array<char, 512> chunk;
    bool good = true;
    for (bool ended = false; good && !ended;) {
        const ssize_t count = ::read(descriptor, chunk.data(), chunk.size());
        const qsizetype room = longest - bytes.size();
        ended = count == 0 || count > room || (count > 0 && isEnd(chunk[static_cast<size_t>(count) - 1]));
        good = count >= 0;
        if (good)
            bytes.append(chunk.data(), std::min<qsizetype>(count, room));
    }
    chunk.fill('\0');
    Secret secret(std::move(bytes)); // wiped with it when it is no good
    return good ? std::optional(std::move(secret)) : std::nullopt;
}

} // namespace

std::optional<Secret> readLineSilently(int descriptor, qsizetype longest, const std::function<void()> &ask)
{
    const InterruptingSignals signalsInterrupt;
    const EchoOff echoOff(descriptor);
    if (!echoOff.works())
        return std::nullopt;
    ask();
    std::optional<Secret> line = readUntil(descriptor, longest, [](char last) { return last == '\n'; });
    return line && !line->isEmpty() ? std::move(line) : std::nullopt; // nothing at all is Ctrl-D
}

std::optional<Secret> readAllSecret(int descriptor, qsizetype longest)
{
    return readUntil(descriptor, longest, [](char) { return false; });
}

} // namespace qcc
