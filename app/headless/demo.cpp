// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/demo.h"

#include "app/cli/cli_text.h"
#include "app/store/workspace.h"

#include <QRandomGenerator>

namespace qcc {

namespace {

struct Role
{
    QByteArray name;
    Priority priority;
    const char *description;
};

const std::array kRoles{
    Role{"production", Priority::Primary, QT_TRANSLATE_NOOP("CliText", "simulated provider 1")},
    Role{"backup", Priority::Secondary, QT_TRANSLATE_NOOP("CliText", "simulated provider 2")},
    Role{"emergency", Priority::Fallback, QT_TRANSLATE_NOOP("CliText", "simulated provider 3")}};

/// Nobody waits ten minutes to see what a recovery looks like.
Command quickPolicy()
{
    PolicyPatch patch;
    patch.checkInterval = seconds(5);
    patch.cooldownPeriod = seconds(15);
    patch.recoveryDelay = seconds(15);
    patch.autoRecoveryEnabled = true;
    return EditPolicy{patch};
}

constexpr auto kSecretsChoice = "QCC_SECRETS";

QByteArray randomKey()
{
    return "sk-sim-" + QByteArray::number(QRandomGenerator::system()->generate64(), 16);
}

} // namespace

Demo::~Demo()
{
    if (m_secretsBefore)
        qputenv(kSecretsChoice, *m_secretsBefore);
    else if (m_prepared)
        qunsetenv(kSecretsChoice);
}

Result<Done> Demo::prepare()
{
    if (!m_home.isValid())
        return Refusal{RefusalCode::FileUnwritable, m_home.path(), m_home.errorString()};
    // Said before the first secret is looked for, so that a demo never asks for the desktop's keyring.
    if (!std::exchange(m_prepared, true) && qEnvironmentVariableIsSet(kSecretsChoice))
        m_secretsBefore = qgetenv(kSecretsChoice);
    qputenv(kSecretsChoice, "file");
    for (const Role &role : kRoles) {
        sim::SimOptions options;
        options.name = role.name;
        options.apiKey = randomKey();
        options.events = 20;
        options.interval = milliseconds{60};
        auto provider = std::make_unique<sim::SimProvider>(options);
        if (!provider->listen() || !provider->listenControl())
            return Refusal{RefusalCode::ListenFailed, QString::fromLatin1(role.name),
                           provider->errorString()};
        m_providers.push_back(std::move(provider));
    }
    return addConfigs();
}

Result<Done> Demo::addConfigs()
{
    Result<std::unique_ptr<Workspace>> workspace = Workspace::open(m_home.path());
    if (!workspace)
        return workspace.refusal();
    for (size_t i = 0; i < kRoles.size(); ++i) {
        const sim::SimProvider &provider = *m_providers[i];
        Endpoint endpoint;
        endpoint.name = QStringLiteral("sim-%1").arg(i + 1);
        endpoint.url = provider.url();
        AddConfig add;
        add.name = QString::fromLatin1(kRoles[i].name);
        add.description = CliText::tr(kRoles[i].description);
        add.priority = kRoles[i].priority;
        add.endpoint = NewEndpoint{endpoint, Secret(provider.options().apiKey)};
        const Result<LoadedSettings> added = (*workspace)->apply(Command(std::move(add)));
        if (!added)
            return added.refusal();
    }
    if (const Result<LoadedSettings> quick = (*workspace)->apply(quickPolicy()); !quick)
        return quick.refusal();
    const Result<Secret> token = (*workspace)->localToken();
    if (!token)
        return token.refusal();
    m_token = token->reveal();
    return Done{};
}

void Demo::setBroken(const QString &config, bool broken)
{
    for (const auto &provider : m_providers) {
        if (provider->options().name != config.toUtf8())
            continue;
        sim::Fault unavailable = sim::faultOf(sim::FaultKind::Status);
        unavailable.status = 503;
        provider->setFault(broken ? unavailable : sim::faultOf(sim::FaultKind::None));
    }
}

QStringList Demo::instructions(const QString &proxyUrl) const
{
    QStringList lines;
    lines += CliText::tr("demo with three simulated providers in %1 (removed at the end)").arg(home());
    lines += CliText::tr("stream an answer through the proxy, from another terminal:");
    lines +=
        QStringLiteral(
            "  curl -sNi %1/v1/messages -H 'authorization: Bearer %2' -H 'content-type: application/json' "
            "-d '{\"model\":\"claude-sonnet-4-5\",\"max_tokens\":64,\"stream\":true,"
            "\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}'")
            .arg(proxyUrl, QString::fromLatin1(m_token));
    lines += CliText::tr(
        "break a provider (refuse, hang, reset-in-stream, 529, 401, …), and mend it with \"none\":");
    for (const auto &provider : m_providers) {
        lines += QStringLiteral("  curl -s -X POST %1/_sim/fault/refuse   # %2")
                     .arg(provider->controlUrl().toString(), QString::fromLatin1(provider->options().name));
    }
    lines += CliText::tr("see what QCC knows of them:");
    lines += QStringLiteral("  QCC_HOME=%1 qcc status").arg(home());
    return lines;
}

} // namespace qcc
