// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command_line.h"

namespace qcc {

/// The options that describe an endpoint, shared by `add`, `endpoint add` and `endpoint edit`. Kept alive by
/// the callback of its command. Values that are no such thing at all are wrong usage (CLI11 says so); values
/// that are not permitted are refused by the rules.
class EndpointOptions
{
public:
    enum class Use {
        WithConfig, ///< `add`: none at all, or with --url; the key is asked for
        New,        ///< --url is required; the key is asked for
        Edit,       ///< any of them; the key stays unless --key-prompt or --key-stdin
    };
    void addTo(CLI::App &command, Use use);

    bool hasUrl() const { return m_url->count() > 0; }
    bool wantsKey() const { return m_keyStdin || m_keyPrompt; }
    /// Whether obtainKey() asks a person, or has to and can't.
    bool asksForKey(const CliSession &session) const { return !m_keyStdin || session.console().canAsk(); }
    /// Whether anything is to be changed.
    bool isEmpty() const;

    /// What was given. InvalidUrl, InvalidProxy.
    Result<EndpointPatch> patch() const;
    /// A fresh endpoint with what was given; its id is left to who adopts it.
    Result<Endpoint> endpoint() const;

    /// The key, from stdin or the prompt; @p subject is shown in the prompt. None: the session has been
    /// ended.
    std::optional<Secret> obtainKey(CliSession &session, const QString &subject) const;

private:
    CLI::Option *addText(CLI::App &command, const char *name, const QString &description,
                         const char *typeName);
    CLI::Option *addLimit(CLI::App &command, const char *name, const QString &description);

    std::vector<CLI::Option *> m_all; // owned by the command
    CLI::Option *m_url = nullptr;
    CLI::Option *m_name = nullptr;
    CLI::Option *m_auth = nullptr;
    CLI::Option *m_http = nullptr;
    CLI::Option *m_connect = nullptr;
    CLI::Option *m_header = nullptr;
    CLI::Option *m_idle = nullptr;
    CLI::Option *m_proxy = nullptr;
    CLI::Option *m_caFile = nullptr;
    bool m_keyStdin = false;
    bool m_keyPrompt = false;
};

} // namespace qcc
