// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/silent_terminal.h"

#include <windows.h>

#include <io.h>

namespace qcc {

namespace {

HANDLE handleOf(int descriptor)
{
    return reinterpret_cast<HANDLE>(::_get_osfhandle(descriptor));
}

class EchoOff
{
public:
    explicit EchoOff(HANDLE console) : m_console(console)
    {
        m_known = ::GetConsoleMode(console, &m_before) &&
                  ::SetConsoleMode(console, (m_before & ~DWORD(ENABLE_ECHO_INPUT)) | ENABLE_LINE_INPUT |
                                                ENABLE_PROCESSED_INPUT);
    }
    ~EchoOff()
    {
        if (m_known)
            ::SetConsoleMode(m_console, m_before);
    }
    EchoOff(const EchoOff &) = delete;
    EchoOff &operator=(const EchoOff &) = delete;

    bool works() const { return m_known; }

private:
    HANDLE m_console;
    DWORD m_before = 0;
    bool m_known = false;
};

} // namespace

/// A console gives UTF-16, whatever its code page is. After Ctrl-C there is nothing to read.
std::optional<Secret> readLineSilently(int descriptor, qsizetype longest, const std::function<void()> &ask)
{
    const HANDLE console = handleOf(descriptor);
    const EchoOff echoOff(console);
    if (!echoOff.works())
        return std::nullopt;
    ask();
    std::vector<wchar_t> typed(static_cast<size_t>(longest));
    DWORD count = 0;
    const bool read =
        ::ReadConsoleW(console, typed.data(), static_cast<DWORD>(typed.size()), &count, nullptr) && count > 0;
    QString line = QString::fromWCharArray(typed.data(), read ? static_cast<qsizetype>(count) : 0);
    ::SecureZeroMemory(typed.data(), typed.size() * sizeof(wchar_t));
    Secret secret(line.toUtf8().left(longest));
    line.fill(u'\0');
    return read ? std::optional(std::move(secret)) : std::nullopt;
}

std::optional<Secret> readAllSecret(int descriptor, qsizetype longest)
{
    QByteArray bytes;
    bytes.reserve(longest + 1); // so that it never moves, and no copy stays behind
    std::array<char, 512> chunk;
    int count = 0;
    while ((count = ::_read(descriptor, chunk.data(), static_cast<unsigned>(chunk.size()))) > 0 &&
           bytes.size() < longest)
        bytes.append(chunk.data(), std::min<qsizetype>(count, longest - bytes.size()));
    chunk.fill('\0');
    Secret secret(std::move(bytes));
    return count >= 0 ? std::optional(std::move(secret)) : std::nullopt;
}

} // namespace qcc
