// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/channel_words.h"

#include "models/domain/enumerator.h"

namespace qcc {

QString toWord(ChannelKind kind)
{
    switch (kind) {
    case ChannelKind::Webhook:
        return QStringLiteral("webhook");
    case ChannelKind::Slack:
        return QStringLiteral("slack");
    case ChannelKind::DingTalk:
        return QStringLiteral("dingtalk");
    case ChannelKind::Feishu:
        return QStringLiteral("feishu");
    case ChannelKind::WeCom:
        return QStringLiteral("wecom");
    case ChannelKind::Telegram:
        return QStringLiteral("telegram");
    case ChannelKind::Discord:
        return QStringLiteral("discord");
    case ChannelKind::Ntfy:
        return QStringLiteral("ntfy");
    case ChannelKind::Mail:
        return QStringLiteral("mail");
    case ChannelKind::Command:
        return QStringLiteral("command");
    }
    Q_UNREACHABLE();
}

std::optional<ChannelKind> channelKindFromWord(const QString &word)
{
    return enumeratorFor(word, kLastChannelKind);
}

QString toWord(MailSecurity security)
{
    switch (security) {
    case MailSecurity::StartTls:
        return QStringLiteral("starttls");
    case MailSecurity::Tls:
        return QStringLiteral("tls");
    case MailSecurity::None:
        return QStringLiteral("none");
    }
    Q_UNREACHABLE();
}

std::optional<MailSecurity> mailSecurityFromWord(const QString &word)
{
    return enumeratorFor(word, MailSecurity::None);
}

QString toWord(DigestPace pace)
{
    switch (pace) {
    case DigestPace::None:
        return QStringLiteral("none");
    case DigestPace::Daily:
        return QStringLiteral("daily");
    case DigestPace::Weekly:
        return QStringLiteral("weekly");
    }
    Q_UNREACHABLE();
}

std::optional<DigestPace> digestPaceFromWord(const QString &word)
{
    return enumeratorFor(word, DigestPace::Weekly);
}

QString toWord(ChannelSecret secret)
{
    switch (secret) {
    case ChannelSecret::Url:
        return QStringLiteral("url");
    case ChannelSecret::Signing:
        return QStringLiteral("signing");
    case ChannelSecret::Token:
        return QStringLiteral("token");
    case ChannelSecret::Password:
        return QStringLiteral("password");
    }
    Q_UNREACHABLE();
}

std::optional<ChannelSecret> channelSecretFromWord(const QString &word)
{
    return enumeratorFor(word, ChannelSecret::Password);
}

QString toWord(QTime time)
{
    return time.toString(QStringLiteral("HH:mm"));
}

std::optional<QTime> timeFromWord(const QString &word)
{
    const QTime time = QTime::fromString(word, QStringLiteral("H:mm"));
    return time.isValid() ? std::optional(time) : std::nullopt;
}

} // namespace qcc
