// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/channel_checks.h"

#include "models/domain/channel_words.h"
#include "models/rules/authority.h"
#include "models/rules/channel_fields.h"
#include "models/rules/validation.h"

#include <QDir>
#include <QRegularExpression>

namespace qcc {

namespace {

constexpr auto kPort = std::pair{1, 65535};

Refusal refuse(const QString &field, const QString &permitted)
{
    return {RefusalCode::InvalidValue, field, permitted};
}

bool isPlain(const QString &text)
{
    return text.size() <= kLongestChannelText && text.isValidUtf16() &&
           std::none_of(text.begin(), text.end(),
                        [](QChar c) { return c.category() == QChar::Other_Control; });
}

bool matches(const QString &text, const char *pattern)
{
    const QRegularExpression whole(QRegularExpression::anchoredPattern(QLatin1StringView(pattern)));
    return whole.match(text).hasMatch();
}

/// "me@example.org", without a name; nothing that could end a line of SMTP or begin another address.
bool isMailAddress(const QString &text)
{
    return text.size() <= 254 && matches(text, R"([^\s@<>,;:"()\[\]\\]+@[^\s@<>,;:"()\[\]\\]+)") &&
           isPlain(text);
}

bool isHostName(const QString &text)
{
    return isIpLiteral(text) || matches(text, R"([A-Za-z0-9_]([A-Za-z0-9_.-]{0,252}[A-Za-z0-9_])?)");
}

bool mayBePlain(ChannelKind kind)
{
    return kind == ChannelKind::Webhook || kind == ChannelKind::Ntfy;
}

/// Services are spoken to over TLS; what a person runs in their own network may do without.
std::optional<Refusal> plainRefused(ChannelKind kind, const QUrl &url)
{
    if (url.scheme() == QLatin1StringView("https") || mayBePlain(kind) || isLoopbackHost(url.host()))
        return std::nullopt;
    return Refusal{RefusalCode::InvalidUrl, url.host(), QStringLiteral("it must begin with https://")};
}

std::optional<Refusal> checkServer(AlertChannel &channel, const ChannelFields &fields)
{
    channel.server = channel.server.trimmed();
    if (!isPlain(channel.server))
        return refuse(QStringLiteral("server"),
                      QStringLiteral("a text of at most %1 characters").arg(kLongestChannelText));
    if (fields.server == FieldUse::Unused)
        return std::nullopt;
    if (channel.server.isEmpty())
        channel.server = fields.usualServer;
    if (channel.kind == ChannelKind::Mail)
        return isHostName(channel.server)
                   ? std::nullopt
                   : std::optional(refuse(QStringLiteral("server"), QStringLiteral("a mail server's name")));
    const Result<QUrl> url = parseBaseUrl(channel.server);
    if (!url)
        return url.refusal();
    channel.server = url->toString(QUrl::FullyEncoded);
    return plainRefused(channel.kind, *url);
}

std::optional<Refusal> checkMail(AlertChannel &channel)
{
    channel.user = channel.user.trimmed();
    channel.sender = channel.sender.trimmed();
    if (channel.port < kPort.first || channel.port > kPort.second)
        return refuse(QStringLiteral("port"), QStringLiteral("1 to 65535"));
    if (channel.security == MailSecurity::None && !isLoopbackHost(channel.server))
        return refuse(QStringLiteral("security"),
                      QStringLiteral("starttls or tls; none only to this computer"));
    if (!isPlain(channel.user))
        return refuse(QStringLiteral("user"),
                      QStringLiteral("a text of at most %1 characters").arg(kLongestChannelText));
    if (!isMailAddress(channel.sender))
        return refuse(QStringLiteral("sender"), QStringLiteral("one mail address"));
    return std::nullopt;
}

std::optional<Refusal> checkRecipient(ChannelKind kind, const QString &recipient)
{
    const QString field = QStringLiteral("recipients");
    switch (kind) {
    case ChannelKind::Telegram:
        if (!matches(recipient, "-?[0-9]{1,20}|@[A-Za-z][A-Za-z0-9_]{3,31}"))
            return refuse(field, QStringLiteral("a chat's number, or @name of a channel"));
        return std::nullopt;
    case ChannelKind::Ntfy:
        if (!matches(recipient, "[-_A-Za-z0-9]{1,64}"))
            return refuse(field, QStringLiteral("a topic of 1 to 64 letters, digits, - and _"));
        return std::nullopt;
    default:
        if (!isMailAddress(recipient))
            return refuse(field, QStringLiteral("mail addresses"));
        return std::nullopt;
    }
}

std::optional<Refusal> checkRecipients(AlertChannel &channel, const ChannelFields &fields)
{
    QStringList wanted;
    for (const QString &typed : channel.recipients) {
        const QString recipient = typed.trimmed();
        if (recipient.isEmpty() || wanted.contains(recipient))
            continue;
        if (auto refusal = checkRecipient(channel.kind, recipient))
            return refusal;
        wanted << recipient;
    }
    if (wanted.isEmpty() || wanted.size() > fields.mostRecipients)
        return fields.mostRecipients == 1 ? checkRecipient(channel.kind, QString())
                                          : refuse(QStringLiteral("recipients"),
                                                   QStringLiteral("1 to %1").arg(fields.mostRecipients));
    channel.recipients = wanted;
    return std::nullopt;
}

std::optional<Refusal> checkProgram(AlertChannel &channel)
{
    channel.program = channel.program.trimmed();
    if (!QDir::isAbsolutePath(channel.program) || !isPlain(channel.program))
        return refuse(QStringLiteral("program"), QStringLiteral("an absolute path"));
    if (channel.arguments.size() > kMostChannelArguments)
        return refuse(QStringLiteral("arguments"),
                      QStringLiteral("at most %1 of them").arg(kMostChannelArguments));
    if (!std::all_of(channel.arguments.begin(), channel.arguments.end(), isPlain))
        return refuse(QStringLiteral("arguments"),
                      QStringLiteral("a text of at most %1 characters").arg(kLongestChannelText));
    return std::nullopt;
}

std::optional<Refusal> checkWhat(const AlertChannel &channel)
{
    if (channel.alerts.empty() && channel.digest == DigestPace::None)
        return refuse(QStringLiteral("alerts"), QStringLiteral("at least one alert, or a digest"));
    if (channel.quiet && (!channel.quiet->from.isValid() || !channel.quiet->to.isValid() ||
                          channel.quiet->from == channel.quiet->to))
        return refuse(QStringLiteral("quiet"), QStringLiteral("two different times, as in 22:00-08:00"));
    if (!channel.digestAt.isValid())
        return refuse(QStringLiteral("digest_at"), QStringLiteral("a time, as in 09:00"));
    return std::nullopt;
}

/// What the kind doesn't use is as in a new channel, so that channels that do the same are the same.
void forgetUnused(AlertChannel &channel, const ChannelFields &fields)
{
    const AlertChannel fresh;
    if (fields.mail == FieldUse::Unused) {
        channel.port = fresh.port;
        channel.security = fresh.security;
        channel.user.clear();
        channel.sender.clear();
    }
    if (fields.recipients == FieldUse::Unused)
        channel.recipients.clear();
    if (fields.program == FieldUse::Unused) {
        channel.program.clear();
        channel.arguments.clear();
    }
    if (fields.server == FieldUse::Unused && fields.url == FieldUse::Unused)
        channel.server.clear();
}

Result<Secret> checkedAddress(const AlertChannel &channel, Secret address)
{
    const QUrl url(QString::fromUtf8(address.reveal()), QUrl::StrictMode);
    const auto bad = [&](const QString &why) {
        return Refusal{RefusalCode::InvalidUrl, url.isValid() ? url.host() : QString(), why};
    };
    if (!url.isValid() ||
        (url.scheme() != QLatin1StringView("https") && url.scheme() != QLatin1StringView("http")))
        return bad(QStringLiteral("it must begin with https:// or http://"));
    if (url.host().isEmpty())
        return bad(QStringLiteral("the host is missing"));
    if (url.port() == 0)
        return bad(QStringLiteral("the port must be between 1 and 65535"));
    if (url.authority().contains(u'@'))
        return bad(QStringLiteral("user name and password do not belong into it"));
    if (auto refusal = plainRefused(channel.kind, url))
        return *std::move(refusal);
    return address;
}

/// A password may hold spaces and letters of any script, but no line break.
Result<Secret> checkedPassword(const Secret &typed)
{
    QByteArray bytes = typed.reveal();
    while (bytes.endsWith('\n') || bytes.endsWith('\r'))
        bytes.chop(1);
    Secret password(std::move(bytes));
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
    const QByteArray &text = password.reveal();
    if (text.size() > kLongestKey || std::any_of(text.begin(), text.end(), isControl))
        return refuse(toWord(ChannelSecret::Password), QStringLiteral("a text without control characters"));
    return password;
}

} // namespace

Result<AlertChannel> checkedChannel(AlertChannel channel)
{
    const ChannelFields fields = channelFields(channel.kind);
    const Result<QString> name = checkedName(channel.name);
    if (!name)
        return name.refusal();
    channel.name = *name;
    std::optional<Refusal> refusal = checkWhat(channel);
    if (!refusal)
        refusal = checkServer(channel, fields);
    if (!refusal && fields.mail != FieldUse::Unused)
        refusal = checkMail(channel);
    if (!refusal && fields.recipients != FieldUse::Unused)
        refusal = checkRecipients(channel, fields);
    if (!refusal && fields.program != FieldUse::Unused)
        refusal = checkProgram(channel);
    if (refusal)
        return *std::move(refusal);
    forgetUnused(channel, fields);
    return channel;
}

Result<Secret> checkedChannelSecret(const AlertChannel &channel, ChannelSecret which, const Secret &typed)
{
    if (channelFields(channel.kind).of(which) == FieldUse::Unused)
        return refuse(toWord(which), QStringLiteral("a secret that this kind of channel has"));
    Result<Secret> checked =
        which == ChannelSecret::Password ? checkedPassword(typed) : checkedKey(typed, channel.name);
    if (!checked && checked.refusal().code == RefusalCode::InvalidValue)
        return refuse(toWord(which), checked.refusal().detail);
    if (!checked || checked->isEmpty())
        return Refusal{RefusalCode::EmptyKey, channel.name, toWord(which)};
    return which == ChannelSecret::Url ? checkedAddress(channel, std::move(checked).value())
                                       : std::move(checked);
}

QString hostOfAddress(const Secret &url)
{
    const QUrl address(QString::fromUtf8(url.reveal()), QUrl::StrictMode);
    return address.port() < 0 ? address.host()
                              : QStringLiteral("%1:%2").arg(address.host()).arg(address.port());
}

} // namespace qcc
