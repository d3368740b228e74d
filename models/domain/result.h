// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <utility>
#include <variant>

namespace qcc {

/// Why something was refused. The texts for people are made in app/cli and ui; rules and stores only name the
/// case.
enum class RefusalCode {
    UnknownConfig,         ///< subject: the name
    DuplicateConfig,       ///< subject: the name
    InvalidName,           ///< subject: the name, detail: what is wrong with it
    UnknownEndpoint,       ///< subject: the endpoint reference, detail: the config
    DuplicateEndpoint,     ///< subject: the URL, detail: "config/endpoint" that already has this URL and key
    DuplicateEndpointName, ///< subject: the endpoint name, detail: the config
    InvalidUrl,            ///< subject: the URL, detail: what is wrong with it
    InvalidProxy,          ///< subject: the proxy URL, detail: what is wrong with it
    InvalidTimeLimit,      ///< subject: the field, detail: the permitted range
    InvalidValue,          ///< subject: the field or value, detail: what is permitted
    EmptyKey,              ///< subject: the endpoint, config or channel, detail: the channel's secret
    UnknownPriority,       ///< subject: the word
    AlreadyThere,          ///< subject: the config, detail: the priority it already has
    FileUnreadable,        ///< subject: the path, detail: the system's reason
    FileUnwritable,        ///< subject: the path, detail: the system's reason
    FileBroken,            ///< subject: the path, detail: "line L, column C: reason"
    SecretsUnavailable,    ///< subject: the store, detail: the reason
    InstanceRunning,       ///< subject: QCC_HOME, detail: the pid that holds it
    NotRunning,            ///< subject: QCC_HOME
    ListenFailed,          ///< subject: host:port, detail: the system's reason
    ProtocolError,         ///< subject: what was received
    AlreadyActive,         ///< subject: the config
    NotRoutable,           ///< subject: the config, detail: "disabled", "group off", "no endpoints", "no key"
    NotPinned,             ///< nothing to release
    UnknownEvent,          ///< subject: the id
    HistoryUnavailable,    ///< subject: the path, detail: why
    ChangedMeanwhile,      ///< subject: the config, channel or file, or "board"; somebody else changed it
                           ///< after it was shown
    UnknownSession,        ///< subject: its id, detail: how many begin so, where several do
    UnknownChannel,        ///< subject: its name or id
    DuplicateChannel,      ///< subject: its name
    ChannelFailed,         ///< subject: the channel, detail: what its service said; no secret
    NothingToImport,       ///< subject: the file or application, detail: what was looked for
    WrongPassphrase,       ///< subject: the file
    ProgramNotFound,       ///< subject: the program
    NotConnected,          ///< Claude Code was not connected by QCC, so there is nothing to put back
    InTheWay,              ///< subject: the file, detail: what keeps QCC from changing it safely
};

/// A refusal as data: what was refused, and the words that a text about it needs. Never holds a secret.
struct Refusal
{
    RefusalCode code = RefusalCode::InvalidValue;
    QString subject;
    QString detail;
    bool operator==(const Refusal &) const = default;
};

/// A value, or why there is none.
template <typename T> class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::move(value)) {}
    Result(Refusal refusal) : m_state(std::move(refusal)) {}

    bool ok() const { return std::holds_alternative<T>(m_state); }
    explicit operator bool() const { return ok(); }
    const T &value() const & { return std::get<T>(m_state); }
    T &value() & { return std::get<T>(m_state); }
    T &&value() && { return std::get<T>(std::move(m_state)); }
    const Refusal &refusal() const { return std::get<Refusal>(m_state); }
    const T *operator->() const { return &std::get<T>(m_state); }
    T *operator->() { return &std::get<T>(m_state); }
    const T &operator*() const { return value(); }
    T &operator*() { return value(); }

private:
    std::variant<T, Refusal> m_state;
};

/// Success without a value.
struct Done
{
    bool operator==(const Done &) const = default;
};

} // namespace qcc
