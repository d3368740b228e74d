// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/channel_secret_options.h"

#include "app/cli/cli_text.h"
#include "app/cli/refusal_text.h"
#include "models/domain/channel_words.h"
#include "models/rules/channel_fields.h"
#include "models/text/channel_text.h"

namespace qcc {

namespace {

void noneGiven(CliSession &session, const AlertChannel &channel, ChannelSecret which)
{
    session.console().complain(CliText::tr("%1 of \"%2\" was not given; nothing was changed.")
                                   .arg(secretFieldName(channel.kind, which), channel.name));
    session.finish(kExitRefused);
}

} // namespace

ChannelSecretOptions::Option &ChannelSecretOptions::option(ChannelSecret secret)
{
    return *std::find_if(m_options.begin(), m_options.end(),
                         [&](const Option &option) { return option.secret == secret; });
}

void ChannelSecretOptions::addTo(CLI::App &command, bool editing)
{
    const auto addPair = [&](ChannelSecret secret, const QString &piped, const QString &asked) {
        const std::string name = "--" + toWord(secret).toStdString();
        CLI::Option *onStdin = command.add_flag(name + "-stdin", option(secret).piped, help(piped))
                                   ->disable_flag_override(); // its value would be repeated on stderr
        command.add_flag(name + "-prompt", option(secret).asked, help(asked))
            ->disable_flag_override()
            ->excludes(onStdin);
    };
    addPair(ChannelSecret::Url, CliText::tr("Read the webhook's whole address from stdin"),
            CliText::tr("Ask for the webhook's address"));
    addPair(ChannelSecret::Token, CliText::tr("Read the token from stdin"), CliText::tr("Ask for the token"));
    addPair(ChannelSecret::Password, CliText::tr("Read the mail server's password from stdin"),
            CliText::tr("Ask for the mail server's password"));
    addPair(ChannelSecret::Signing, CliText::tr("Read the signing secret from stdin"),
            CliText::tr("Ask for the signing secret"));
    if (!editing)
        return;
    command
        .add_flag("--no-signing", option(ChannelSecret::Signing).removed,
                  help(CliText::tr("Don't sign any more")))
        ->disable_flag_override();
    command
        .add_flag("--no-token", option(ChannelSecret::Token).removed, help(CliText::tr("Forget the token")))
        ->disable_flag_override();
}

bool ChannelSecretOptions::isEmpty() const
{
    return std::none_of(m_options.begin(), m_options.end(), [](const Option &o) { return o.isGiven(); });
}

QString ChannelSecretOptions::misplaced(ChannelKind kind) const
{
    for (const Option &option : m_options) {
        if (option.isGiven() && channelFields(kind).of(option.secret) == FieldUse::Unused)
            return QStringLiteral("--") + toWord(option.secret) +
                   (option.piped ? QStringLiteral("-stdin") : QStringLiteral("-prompt"));
    }
    return {};
}

bool ChannelSecretOptions::readPiped(CliSession &session, ChannelSecrets &into) const
{
    const auto count =
        std::count_if(m_options.begin(), m_options.end(), [](const Option &o) { return o.piped; });
    if (count == 0)
        return true;
    const std::optional<Secret> all =
        session.console().readSecret(CliText::tr("Secrets, one a line (they are not shown): "));
    QByteArrayView rest = all ? QByteArrayView(all->reveal()) : QByteArrayView();
    for (const Option &option : m_options) {
        if (!option.piped)
            continue;
        const qsizetype end = count == 1 ? -1 : QByteArrayView(rest).indexOf('\n');
        const QByteArrayView line = end < 0 ? rest : rest.first(end);
        into.emplace(option.secret, Secret(line.toByteArray()));
        rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
    }
    return all.has_value();
}

std::optional<ChannelSecrets> ChannelSecretOptions::obtain(CliSession &session, const AlertChannel &channel,
                                                           bool isNew) const
{
    ChannelSecrets secrets;
    if (!readPiped(session, secrets)) {
        session.refuseUsage(CliText::tr("Nothing could be read from stdin."));
        return std::nullopt;
    }
    for (const Option &option : m_options) {
        if (option.removed)
            secrets.emplace(option.secret, Secret());
        const bool missing = isNew && isRequired(channel, option.secret) && !secrets.contains(option.secret);
        if (!option.asked && !missing)
            continue;
        if (!session.console().canAsk()) {
            session.refuseUsage(CliText::tr("There is no terminal to ask on; pipe it in with --%1-stdin.")
                                    .arg(toWord(option.secret)));
            return std::nullopt;
        }
        std::optional<Secret> typed =
            session.console().askSecret(CliText::tr("%1 for %2 (it is not shown): ")
                                            .arg(secretFieldName(channel.kind, option.secret), channel.name));
        if (!typed) {
            noneGiven(session, channel, option.secret);
            return std::nullopt;
        }
        secrets.insert_or_assign(option.secret, std::move(*typed));
    }
    return secrets;
}

} // namespace qcc
