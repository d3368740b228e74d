// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/channel_json.h"

#include "models/domain/channel_words.h"
#include "models/domain/field_reader.h"
#include "models/domain/words.h"

namespace qcc {

namespace {

using Field = QLatin1StringView;

QJsonArray alertsToJson(const std::set<AlertKind> &alerts)
{
    QJsonArray list;
    for (const AlertKind kind : alerts)
        list << toWord(kind);
    return list;
}

std::set<AlertKind> alertsFrom(FieldReader &in)
{
    std::set<AlertKind> alerts;
    for (const QJsonValue &word : in.array(Field("alerts"))) {
        if (const std::optional<AlertKind> kind = alertKindFromWord(word.toString()))
            alerts.insert(*kind);
        else
            in.reject(Field("alerts"));
    }
    return alerts;
}

QStringList textsFrom(FieldReader &in, Field key)
{
    QStringList texts;
    for (const QJsonValue &text : in.array(key)) {
        if (!text.isString())
            in.reject(key);
        texts << text.toString();
    }
    return texts;
}

Result<QuietSpan> quietFromJson(const QJsonObject &object)
{
    FieldReader in(object);
    const QuietSpan span{in.word(Field("from"), timeFromWord), in.word(Field("to"), timeFromWord)};
    return in.result(span);
}

int portFrom(FieldReader &in)
{
    const qint64 port = in.count(Field("port"));
    if (port > std::numeric_limits<quint16>::max())
        in.reject(Field("port"));
    return static_cast<int>(port);
}

ChannelSecrets secretsFrom(FieldReader &in)
{
    ChannelSecrets secrets;
    const QJsonObject object = in.object(Field("secrets"));
    for (auto it = object.begin(); it != object.end(); ++it) {
        const std::optional<ChannelSecret> which = channelSecretFromWord(it.key());
        if (which && it.value().isString())
            secrets.emplace(*which, Secret(it.value().toString().toUtf8()));
        else
            in.reject(Field("secrets"));
    }
    return secrets;
}

} // namespace

QJsonObject toJson(const AlertChannel &channel)
{
    QJsonObject object{{Field("id"), channel.id},
                       {Field("name"), channel.name},
                       {Field("kind"), toWord(channel.kind)},
                       {Field("enabled"), channel.enabled},
                       {Field("alerts"), alertsToJson(channel.alerts)},
                       {Field("digest"), toWord(channel.digest)},
                       {Field("digest_at"), toWord(channel.digestAt)},
                       {Field("server"), channel.server},
                       {Field("port"), channel.port},
                       {Field("security"), toWord(channel.security)},
                       {Field("user"), channel.user},
                       {Field("sender"), channel.sender},
                       {Field("recipients"), QJsonArray::fromStringList(channel.recipients)},
                       {Field("program"), channel.program},
                       {Field("arguments"), QJsonArray::fromStringList(channel.arguments)}};
    if (channel.quiet)
        object.insert(Field("quiet"), QJsonObject{{Field("from"), toWord(channel.quiet->from)},
                                                  {Field("to"), toWord(channel.quiet->to)}});
    return object;
}

Result<AlertChannel> channelFromJson(const QJsonObject &object)
{
    FieldReader in(object);
    AlertChannel channel;
    channel.id = in.text(Field("id"));
    channel.name = in.text(Field("name"));
    channel.kind = in.word(Field("kind"), channelKindFromWord);
    channel.enabled = in.flag(Field("enabled"));
    channel.alerts = alertsFrom(in);
    channel.quiet = in.optionalNested(Field("quiet"), quietFromJson);
    channel.digest = in.word(Field("digest"), digestPaceFromWord);
    channel.digestAt = in.word(Field("digest_at"), timeFromWord);
    channel.server = in.text(Field("server"));
    channel.port = portFrom(in);
    channel.security = in.word(Field("security"), mailSecurityFromWord);
    channel.user = in.text(Field("user"));
    channel.sender = in.text(Field("sender"));
    channel.recipients = textsFrom(in, Field("recipients"));
    channel.program = in.text(Field("program"));
    channel.arguments = textsFrom(in, Field("arguments"));
    return in.result(std::move(channel));
}

QJsonObject toJson(const PutChannel &put)
{
    QJsonObject secrets;
    for (const auto &[which, secret] : put.secrets)
        secrets.insert(toWord(which), QString::fromUtf8(secret.reveal()));
    QJsonObject object{{Field("channel"), toJson(put.channel)}, {Field("secrets"), secrets}};
    if (put.before)
        object.insert(Field("before"), toJson(*put.before));
    return object;
}

Result<PutChannel> putChannelFromJson(const QJsonObject &object)
{
    FieldReader in(object);
    PutChannel put;
    put.before = in.optionalNested(Field("before"), channelFromJson);
    put.channel = in.nested(Field("channel"), channelFromJson);
    put.secrets = secretsFrom(in);
    return in.result(std::move(put));
}

} // namespace qcc
