// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_session.h"

#include "app/cli/cli_text.h"
#include "app/cli/refusal_text.h"
#include "app/store/home.h"

#include <QCoreApplication>

#include <cerrno>

namespace qcc {

namespace {

bool bringsKey(const Command &command)
{
    if (const auto *add = std::get_if<AddConfig>(&command))
        return add->endpoint.has_value();
    if (const auto *edit = std::get_if<EditEndpoint>(&command))
        return edit->key.has_value();
    if (const auto *put = std::get_if<PutChannel>(&command))
        return !put->secrets.empty();
    return std::holds_alternative<AddEndpoint>(command);
}

QString aboutPlainKeyFile(const QString &path)
{
    const bool chosen = qEnvironmentVariable("QCC_SECRETS") == QLatin1StringView("file");
    return chosen ? CliText::tr("The key is in %1.").arg(path)
                  : CliText::tr("The key is in %1: no desktop keyring is reachable.").arg(path);
}

std::optional<Refusal> endpointFault(const Config &config, const QString &reference)
{
    const QString wanted = reference.trimmed();
    const bool there =
        std::any_of(config.endpoints.begin(), config.endpoints.end(), [&](const Endpoint &endpoint) {
            return endpoint.id.value == wanted || endpoint.name == wanted;
        });
    if (there || wanted.isEmpty())
        return std::nullopt;
    return Refusal{RefusalCode::UnknownEndpoint, wanted, config.name};
}

} // namespace

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
    const bool withKey = bringsKey(command);
    instance->submit(std::move(command), [this, done, withKey](const Result<Done> &result) {
        if (!result)
            return refuse(result.refusal());
        m_console.print(done);
        if (withKey)
            tellPlainKeyFile();
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

void CliSession::look(std::function<std::optional<Refusal>(const Settings &)> fault,
                      std::function<void()> next)
{
    InstanceAccess *instance = access();
    if (!instance)
        return;
    instance->settings(
        [this, fault = std::move(fault), next = std::move(next)](const Result<Settings> &known) {
            if (!known)
                return refuse(known.refusal());
            if (const std::optional<Refusal> found = fault(*known))
                return refuse(*found);
            next();
        });
}

void CliSession::whenThere(const QString &config, const QString &endpoint, std::function<void()> next)
{
    const auto fault = [name = config.trimmed(), endpoint](const Settings &settings) {
        const Config *found = settings.find(name);
        return found ? endpointFault(*found, endpoint)
                     : std::optional(Refusal{RefusalCode::UnknownConfig, name, QString()});
    };
    look(fault, std::move(next));
}

void CliSession::whenFree(const QString &config, std::function<void()> next)
{
    const auto fault = [name = config.trimmed()](const Settings &settings) {
        return settings.find(name) ? std::optional(Refusal{RefusalCode::DuplicateConfig, name, QString()})
                                   : std::nullopt;
    };
    look(fault, std::move(next));
}

void CliSession::tellPlainKeyFile()
{
    if (const QString file = m_access ? m_access->plainKeyFile() : QString(); !file.isEmpty())
        m_console.print(aboutPlainKeyFile(file));
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
    if (std::exchange(m_finished, true))
        return;
    if (!m_console.printed()) {
        if (m_console.fault() != EPIPE) // `qcc … | head`: who has read enough wants no complaint
            m_console.complain(
                CliText::tr("Cannot write the output: %1.").arg(qt_error_string(m_console.fault())));
        exitCode = exitCode == kExitDone ? kExitRefused : exitCode;
    }
    QCoreApplication::exit(exitCode);
}

} // namespace qcc
