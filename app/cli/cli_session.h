// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "app/cli/instance_access.h"

namespace qcc {

/// One command of a person, from the moment it is understood to the exit code: the console, the way to the
/// settings, and the common endings. Must not know the commands. Main thread.
class CliSession : public QObject
{
    Q_OBJECT
public:
    explicit CliSession(const Console &console) : m_console(console) {}

    const Console &console() const { return m_console; }
    /// Opened at first need. When the home can't be used the command is refused, and this is null.
    InstanceAccess *access();

    /// Submits, then says @p done and ends; or says why not and ends.
    void submit(Command command, const QString &done);
    /// Gives @p show the settings and ends; or says why not and ends.
    void withSettings(std::function<void(const Settings &)> show);
    /// The same for one config, by name.
    void withConfig(const QString &name, std::function<void(const Settings &, const Config &)> show);

    /// Looks before a person is asked for anything: goes on with @p next when the config is there, and the
    /// endpoint, if one is named; else refuses as the command itself would.
    void whenThere(const QString &config, const QString &endpoint, std::function<void()> next);
    /// The same for a name that is to be free.
    void whenFree(const QString &config, std::function<void()> next);

    /// Where the keys of the last submit() lie, if that is a plain file.
    void tellPlainKeyFile();

    void refuse(const Refusal &refusal);
    /// The command line was understood, but can't be carried out like this: exit code 2.
    void refuseUsage(const QString &text);

    /// Ends with @p exitCode; the first ending counts.
    void finish(int exitCode);

private:
    void look(std::function<std::optional<Refusal>(const Settings &)> fault, std::function<void()> next);

    const Console &m_console;
    std::unique_ptr<InstanceAccess> m_access;
    bool m_finished = false;
};

/// What a command line asks for, once CLI11 has understood it.
using CliAction = std::function<void(CliSession &)>;

} // namespace qcc
