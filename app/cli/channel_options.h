// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/channel_secret_options.h"

namespace qcc {

/// The options that describe an alert channel, shared by `alerts add` and `alerts edit`. Kept alive by the
/// callback of its command. Values that are no such thing at all are wrong usage (CLI11 says so); values that
/// are not permitted are refused by the rules.
class ChannelOptions
{
public:
    enum class Use { New, Edit };
    void addTo(CLI::App &command, Use use);

    /// Whether anything is to be changed.
    bool isEmpty() const;
    /// The first option that @p kind has no use for; empty: none.
    QString misplaced(ChannelKind kind) const;
    /// Of a new channel.
    ChannelKind kind() const;
    /// @p channel with what was given.
    AlertChannel applied(AlertChannel channel) const;
    const ChannelSecretOptions &secrets() const { return m_secrets; }

private:
    CLI::Option *addText(CLI::App &command, const char *name, const QString &description,
                         const char *typeName);
    void addWhat(CLI::App &command);
    void addWay(CLI::App &command);
    void applyWhat(AlertChannel &channel) const;
    void applyWay(AlertChannel &channel) const;

    std::vector<CLI::Option *> m_all; // owned by the command
    CLI::Option *m_kind = nullptr;    ///< of a new one only
    CLI::Option *m_rename = nullptr;  ///< when editing only
    CLI::Option *m_enabled = nullptr;
    CLI::Option *m_alerts = nullptr;
    CLI::Option *m_quiet = nullptr;
    CLI::Option *m_digest = nullptr;
    CLI::Option *m_server = nullptr;
    CLI::Option *m_port = nullptr;
    CLI::Option *m_security = nullptr;
    CLI::Option *m_user = nullptr;
    CLI::Option *m_sender = nullptr;
    CLI::Option *m_recipients = nullptr;
    CLI::Option *m_program = nullptr;
    CLI::Option *m_arguments = nullptr;
    ChannelSecretOptions m_secrets;
};

/// "failover,recovery", "all", "usual", "none". None: a word is no alert's.
std::optional<std::set<AlertKind>> alertsFromText(const QString &text);

/// "22:00-08:00"; none within: "off". None: it is no such thing.
std::optional<std::optional<QuietSpan>> quietFromText(const QString &text);

struct DigestTime
{
    DigestPace pace = DigestPace::None;
    std::optional<QTime> at;
    bool operator==(const DigestTime &) const = default;
};
/// "daily", "daily@09:00", "weekly@09:00", "off". None: it is no such thing.
std::optional<DigestTime> digestFromText(const QString &text);

} // namespace qcc
