// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/endpoint_options.h"

#include "app/cli/argument_values.h"
#include "app/cli/cli_text.h"
#include "app/cli/refusal_text.h"
#include "models/domain/endpoint_words.h"
#include "models/rules/validation.h"

#include <QFileInfo>

namespace qcc {

namespace {

std::optional<QString> given(const CLI::Option *option)
{
    return option->count() > 0 ? std::optional(QString::fromStdString(option->as<std::string>()))
                               : std::nullopt;
}

std::optional<milliseconds> givenLimit(const CLI::Option *option)
{
    const std::optional<QString> text = given(option);
    return text ? durationFromText(*text) : std::nullopt;
}

std::string mustBeDuration(const std::string &text)
{
    if (durationFromText(QString::fromStdString(text)))
        return {};
    return help(CliText::tr("\"%1\" is no time; write it like 10, 1.5s, 500ms or 2m")
                    .arg(QString::fromStdString(text)));
}

/// Relative to where the person is, not to where the instance was started.
QString absoluteUnlessEmpty(const QString &path)
{
    return path.isEmpty() ? path : QFileInfo(path).absoluteFilePath();
}

} // namespace

CLI::Option *EndpointOptions::addText(CLI::App &command, const char *name, const QString &description,
                                      const char *typeName)
{
    const std::string text = help(description);
    CLI::Option *option = command.add_option(name, text)->type_name(typeName)->expected(1);
    m_all.push_back(option);
    return option;
}

CLI::Option *EndpointOptions::addLimit(CLI::App &command, const char *name, const QString &description)
{
    return addText(command, name, description, "TIME")->check(CLI::Validator(mustBeDuration, std::string()));
}

void EndpointOptions::addTo(CLI::App &command, Use use)
{
    const bool editing = use == Use::Edit;
    m_url = addText(command, "--url", CliText::tr("Base URL, such as https://api.anthropic.com"), "URL");
    m_name =
        addText(command, "--name", CliText::tr("Name of the endpoint (default: the URL's host)"), "TEXT");
    m_auth = addText(command, "--auth",
                     CliText::tr("How the key is sent: x-api-key (default), bearer or both"), "FORM")
                 ->check(CLI::IsMember({"x-api-key", "bearer", "both"}));
    m_http = addText(command, "--http", CliText::tr("HTTP version: 1 (default) or 2"), "VERSION")
                 ->check(CLI::IsMember({"1", "2"}));
    m_connect =
        addLimit(command, "--connect-timeout", CliText::tr("Longest wait for a connection (default: 10 s)"));
    m_header = addLimit(command, "--header-timeout",
                        CliText::tr("Longest wait for an answer to begin (default: 90 s)"));
    m_idle =
        addLimit(command, "--idle-timeout", CliText::tr("Longest silence inside an answer (default: 150 s)"));
    m_proxy = addText(command, "--proxy",
                      CliText::tr("Reach it through http://HOST:PORT or socks5://HOST:PORT (\"\": directly)"),
                      "URL");
    m_caFile =
        addText(command, "--ca-file",
                CliText::tr("PEM file with the only authorities to trust (\"\": the system's)"), "FILE");
    std::vector<CLI::Option *> dependent = m_all;
    dependent.push_back(
        command.add_flag("--key-stdin", m_keyStdin, help(CliText::tr("Read the key from stdin")))
            ->disable_flag_override()); // "--key-stdin=KEY" would be repeated on stderr
    if (editing) {
        CLI::Option *prompt =
            command.add_flag("--key-prompt", m_keyPrompt, help(CliText::tr("Ask for a new key")))
                ->disable_flag_override();
        prompt->excludes(dependent.back());
    }
    if (use == Use::New)
        m_url->required();
    if (use == Use::WithConfig) {
        for (CLI::Option *option : dependent) {
            if (option != m_url)
                option->needs(m_url);
        }
    }
}

bool EndpointOptions::isEmpty() const
{
    return !wantsKey() &&
           std::none_of(m_all.begin(), m_all.end(), [](const CLI::Option *o) { return o->count() > 0; });
}

Result<EndpointPatch> EndpointOptions::patch() const
{
    EndpointPatch patch;
    patch.name = given(m_name);
    if (const auto text = given(m_url)) {
        const Result<QUrl> url = parseBaseUrl(*text);
        if (!url)
            return url.refusal();
        patch.url = *url;
    }
    if (const auto text = given(m_proxy)) {
        const Result<QUrl> proxy = parseOutboundProxy(*text);
        if (!proxy)
            return proxy.refusal();
        patch.outboundProxy = *proxy;
    }
    if (const auto word = given(m_auth))
        patch.auth = authFormFromWord(*word);
    if (const auto word = given(m_http))
        patch.http = httpVersionFromWord(*word);
    patch.connectLimit = givenLimit(m_connect);
    patch.headerLimit = givenLimit(m_header);
    patch.idleLimit = givenLimit(m_idle);
    if (const auto path = given(m_caFile))
        patch.caFile = absoluteUnlessEmpty(*path);
    return patch;
}

Result<Endpoint> EndpointOptions::endpoint() const
{
    const Result<EndpointPatch> given = patch();
    if (!given)
        return given.refusal();
    Endpoint endpoint;
    endpoint.name = given->name.value_or(QString());
    endpoint.url = given->url.value_or(QUrl());
    endpoint.auth = given->auth.value_or(endpoint.auth);
    endpoint.http = given->http.value_or(endpoint.http);
    endpoint.limits.connect = given->connectLimit.value_or(endpoint.limits.connect);
    endpoint.limits.header = given->headerLimit.value_or(endpoint.limits.header);
    endpoint.limits.idle = given->idleLimit.value_or(endpoint.limits.idle);
    endpoint.outboundProxy = given->outboundProxy.value_or(QUrl());
    endpoint.caFile = given->caFile.value_or(QString());
    return endpoint;
}

std::optional<Secret> EndpointOptions::obtainKey(CliSession &session, const QString &subject) const
{
    const Console &console = session.console();
    const QString question = CliText::tr("Key for %1 (it is not shown): ").arg(subject);
    if (!m_keyStdin && !console.canAsk()) {
        session.refuseUsage(
            CliText::tr(
                "No key for \"%1\": there is no terminal to ask on; pipe the key in with --key-stdin.")
                .arg(subject));
        return std::nullopt;
    }
    std::optional<Secret> key = m_keyStdin ? console.readSecret(question) : console.askSecret(question);
    if (key)
        return key;
    console.complain(CliText::tr("No key was given for \"%1\"; nothing was changed.").arg(subject));
    session.finish(kExitRefused);
    return std::nullopt;
}

} // namespace qcc
