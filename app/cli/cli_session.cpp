// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_session.h"

#include "app/cli/refusal_text.h"
#include "app/store/home.h"

#include <QCoreApplication>

namespace qcc {

InstanceAccess *CliSession::access()
{
    if (m_access)
        return m_access.get();
    const Result<QString> home = findHome(qccHomePath());
    if (!home) {
        refuse(home.refusal());
        return nullptr;
    }
    m_access = std::make_unique<InstanceAccess>(*home);
    return m_access.get();
}

void CliSession::submit(Command command, const QString &done)
{
    InstanceAccess *instance = access();
    if (!instance)
        return;
    instance->submit(std::move(command), [this, done](const Result<Done> &result) {
        if (!result)
            return refuse(result.refusal());
        m_console.print(done);
        finish(kExitDone);
    });
}

void CliSession::withSettings(std::function<void(const Settings &)> show)
{
    InstanceAccess *instance = access();
    if (!instance)
        return;
    instance->settings([this, show = std::move(show)](const Result<Settings> &settings) {
        if (!settings)
            return refuse(settings.refusal());
        show(*settings);
        finish(kExitDone);
    });
}

void CliSession::withConfig(const QString &name, std::function<void(const Settings &, const Config &)> show)
{
    withSettings([this, name, show = std::move(show)](const Settings &settings) {
        if (const Config *config = settings.find(name.trimmed()))
            return show(settings, *config);
        refuse({RefusalCode::UnknownConfig, name.trimmed(), QString()});
    });
}

void CliSession::refuse(const Refusal &refusal)
{
    m_console.complain(refusalText(refusal));
    finish(exitCodeFor(refusal));
}

void CliSession::refuseUsage(const QString &text)
{
    m_console.complain(text);
    finish(kExitWrongUsage);
}

void CliSession::finish(int exitCode)
{
    if (!std::exchange(m_finished, true))
        QCoreApplication::exit(exitCode);
}

} // namespace qcc
