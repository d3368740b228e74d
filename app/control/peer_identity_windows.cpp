// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/peer_identity.h"

#include <windows.h>

namespace qcc {

namespace {

/// A handle that is closed at the end of a scope; null: none.
class Handle
{
public:
    explicit Handle(HANDLE handle) : m_handle(handle) {}
    ~Handle()
    {
        if (m_handle)
            ::CloseHandle(m_handle);
    }
    Handle(const Handle &) = delete;
    Handle &operator=(const Handle &) = delete;

    HANDLE get() const { return m_handle; }

private:
    HANDLE m_handle;
};

/// TOKEN_USER of a process with the identifier behind it; empty when it can't be told.
std::vector<char> userOf(HANDLE process)
{
    HANDLE opened = nullptr;
    if (!process || !::OpenProcessToken(process, TOKEN_QUERY, &opened))
        return {};
    const Handle token(opened);
    DWORD size = 0;
    ::GetTokenInformation(token.get(), TokenUser, nullptr, 0, &size);
    std::vector<char> user(size);
    if (size == 0 || !::GetTokenInformation(token.get(), TokenUser, user.data(), size, &size))
        return {};
    return user;
}

PSID sidOf(std::vector<char> &user)
{
    return reinterpret_cast<TOKEN_USER *>(user.data())->User.Sid;
}

/// The process at the other end of a named pipe: of which end we have is found out by asking for both.
DWORD processAtOtherEnd(HANDLE pipe)
{
    ULONG server = 0;
    ULONG client = 0;
    if (::GetNamedPipeServerProcessId(pipe, &server) && server != ::GetCurrentProcessId())
        return server;
    return ::GetNamedPipeClientProcessId(pipe, &client) ? client : server;
}

} // namespace

bool peerIsSameUser(qintptr socketDescriptor)
{
    const DWORD peer = processAtOtherEnd(reinterpret_cast<HANDLE>(socketDescriptor));
    const Handle process(peer ? ::OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, peer) : nullptr);
    std::vector<char> theirs = userOf(process.get());
    std::vector<char> ours = userOf(::GetCurrentProcess());
    return !theirs.empty() && !ours.empty() && ::EqualSid(sidOf(theirs), sidOf(ours));
}

} // namespace qcc
