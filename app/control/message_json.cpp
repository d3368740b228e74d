// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/message_json.h"

#include "app/control/channel_json.h"
#include "app/control/command_json.h"
#include "app/control/control_limits.h"
#include "app/control/enum_words.h"
#include "app/control/probe_json.h"
#include "app/control/session_json.h"
#include "app/control/switch_json.h"
#include "models/domain/field_reader.h"

#include <QJsonDocument>

namespace qcc {

namespace {

using Field = QLatin1StringView;

QByteArray line(QJsonObject object)
{
    object.insert(Field("v"), kControlProtocolVersion);
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

Refusal otherVersion(qint64 version)
{
    return {RefusalCode::ProtocolError, QStringLiteral("version"), QString::number(version)};
}

Result<Secret> secretAt(Field key, const QJsonObject &data)
{
    FieldReader in(data);
    const QString text = in.text(key);
    return in.ok() ? Result<Secret>(Secret(text.toUtf8())) : in.refusal();
}

/// The object of a line, if both sides speak the same version.
Result<QJsonObject> parse(const QByteArray &bytes)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (!document.isObject())
        return Refusal{RefusalCode::ProtocolError, QStringLiteral("JSON"), error.errorString()};
    const qint64 version = document.object().value(Field("v")).toInteger(-1);
    if (version != kControlProtocolVersion)
        return otherVersion(version);
    return document.object();
}

struct RequestEncoder
{
    QByteArray operator()(const Command &command) const
    {
        return line({{Field("ask"), QStringLiteral("submit")}, {Field("command"), toJson(command)}});
    }
    QByteArray operator()(AskSettings) const { return line({{Field("ask"), QStringLiteral("settings")}}); }
    QByteArray operator()(AskStatus) const { return line({{Field("ask"), QStringLiteral("status")}}); }
    QByteArray operator()(AskToken) const { return line({{Field("ask"), QStringLiteral("token")}}); }
    QByteArray operator()(AskStop) const { return line({{Field("ask"), QStringLiteral("stop")}}); }
    QByteArray operator()(const AskSwitch &ask) const
    {
        return line({{Field("ask"), QStringLiteral("switch")}, {Field("switch"), toJson(ask.command)}});
    }
    QByteArray operator()(AskReleasePin) const
    {
        return line({{Field("ask"), QStringLiteral("release-pin")}});
    }
    QByteArray operator()(const AskCheck &ask) const
    {
        return line({{Field("ask"), QStringLiteral("check")}, {Field("config"), ask.config}});
    }
    QByteArray operator()(const AskProbe &ask) const
    {
        QJsonObject question = toJson(ask.draft);
        question.insert(Field("ask"), QStringLiteral("probe"));
        return line(question);
    }
    QByteArray operator()(const AskKey &ask) const
    {
        return line({{Field("ask"), QStringLiteral("key")}, {Field("endpoint"), ask.endpoint.value}});
    }
    QByteArray operator()(AskRenewToken) const
    {
        return line({{Field("ask"), QStringLiteral("renew-token")}});
    }
    QByteArray operator()(AskSessions) const { return line({{Field("ask"), QStringLiteral("sessions")}}); }
    QByteArray operator()(const AskMoveSession &ask) const
    {
        QJsonObject question = toJson(ask.command);
        question.insert(Field("ask"), QStringLiteral("move-session"));
        return line(question);
    }
    QByteArray operator()(const AskTestChannel &ask) const
    {
        QJsonObject question = toJson(ask.draft);
        question.insert(Field("ask"), QStringLiteral("test-channel"));
        return line(question);
    }
    QByteArray operator()(const AskServe &ask) const
    {
        return line({{Field("ask"), QStringLiteral("serve")}, {Field("on"), ask.on}});
    }
    QByteArray operator()(const AskListen &ask) const
    {
        return line(
            {{Field("ask"), QStringLiteral("listen")}, {Field("host"), ask.host}, {Field("port"), ask.port}});
    }
    QByteArray operator()(const AskWatch &ask) const
    {
        return line(
            {{Field("ask"), QStringLiteral("watch")}, {Field("every_ms"), qint64(ask.every.count())}});
    }
};

Result<ControlRequest> submitFrom(FieldReader &in)
{
    const QJsonObject command = in.object(Field("command"));
    if (!in.ok())
        return in.refusal();
    Result<Command> decoded = commandFromJson(command);
    if (!decoded)
        return decoded.refusal();
    return ControlRequest(std::move(decoded).value());
}

Result<ControlRequest> switchFrom(FieldReader &in)
{
    const QJsonObject command = in.object(Field("switch"));
    if (!in.ok())
        return in.refusal();
    Result<SwitchConfig> decoded = switchFromJson(command);
    if (!decoded)
        return decoded.refusal();
    return ControlRequest(AskSwitch{std::move(decoded).value()});
}

Result<ControlRequest> checkFrom(FieldReader &in)
{
    const AskCheck check{in.text(Field("config"))};
    return in.ok() ? Result<ControlRequest>(ControlRequest(check)) : in.refusal();
}

Result<ControlRequest> probeFrom(FieldReader &in)
{
    Result<ProbeEndpoint> draft = probeFromJson(in);
    if (!draft)
        return draft.refusal();
    return ControlRequest(AskProbe{std::move(draft).value()});
}

Result<ControlRequest> keyFrom(FieldReader &in)
{
    const AskKey ask{EndpointId{in.text(Field("endpoint"))}};
    return in.ok() ? Result<ControlRequest>(ControlRequest(ask)) : in.refusal();
}

Result<ControlRequest> moveSessionFrom(FieldReader &in)
{
    const AskMoveSession ask{moveSessionFromJson(in)};
    return in.ok() ? Result<ControlRequest>(ControlRequest(ask)) : in.refusal();
}

Result<ControlRequest> testChannelFrom(FieldReader &in)
{
    Result<PutChannel> draft = putChannelFromJson(in.whole());
    if (!draft)
        return draft.refusal();
    return ControlRequest(AskTestChannel{std::move(draft).value()});
}

Result<ControlRequest> serveFrom(FieldReader &in)
{
    const AskServe ask{in.flag(Field("on"))};
    return in.ok() ? Result<ControlRequest>(ControlRequest(ask)) : in.refusal();
}

Result<ControlRequest> listenFrom(FieldReader &in)
{
    const QString host = in.text(Field("host"));
    const qint64 port = in.count(Field("port"));
    if (port > std::numeric_limits<quint16>::max())
        in.reject(Field("port"));
    return in.ok() ? Result<ControlRequest>(ControlRequest(AskListen{host, static_cast<quint16>(port)}))
                   : in.refusal();
}

Result<ControlRequest> watchFrom(FieldReader &in)
{
    const milliseconds every(in.count(Field("every_ms")));
    if (every < kShortestWatchPace || every > kLongestWatchPace)
        in.reject(Field("every_ms"));
    return in.ok() ? Result<ControlRequest>(ControlRequest(AskWatch{every})) : in.refusal();
}

template <typename Ask> Result<ControlRequest> plainFrom(FieldReader &)
{
    ControlRequest request(std::in_place_type<Ask>);
    return Result<ControlRequest>(std::move(request));
}

struct Question
{
    Field word;
    Result<ControlRequest> (*decode)(FieldReader &in);
};

constexpr std::array kQuestions{
    Question{Field("submit"), submitFrom},
    Question{Field("switch"), switchFrom},
    Question{Field("check"), checkFrom},
    Question{Field("probe"), probeFrom},
    Question{Field("key"), keyFrom},
    Question{Field("move-session"), moveSessionFrom},
    Question{Field("test-channel"), testChannelFrom},
    Question{Field("serve"), serveFrom},
    Question{Field("listen"), listenFrom},
    Question{Field("watch"), watchFrom},
    Question{Field("renew-token"), plainFrom<AskRenewToken>},
    Question{Field("settings"), plainFrom<AskSettings>},
    Question{Field("status"), plainFrom<AskStatus>},
    Question{Field("sessions"), plainFrom<AskSessions>},
    Question{Field("token"), plainFrom<AskToken>},
    Question{Field("stop"), plainFrom<AskStop>},
    Question{Field("release-pin"), plainFrom<AskReleasePin>},
};

} // namespace

QByteArray encodeRequest(const ControlRequest &request)
{
    return std::visit(RequestEncoder{}, request);
}

Result<ControlRequest> decodeRequest(const QByteArray &bytes)
{
    const Result<QJsonObject> object = parse(bytes);
    if (!object)
        return object.refusal();
    FieldReader in(*object);
    const QString ask = in.text(Field("ask"));
    const auto question =
        std::find_if(kQuestions.begin(), kQuestions.end(), [&](const Question &q) { return ask == q.word; });
    if (question != kQuestions.end())
        return question->decode(in);
    in.reject(Field("ask"));
    return in.refusal();
}

QByteArray encodeReply(const Result<QJsonObject> &reply)
{
    if (reply)
        return line({{Field("ok"), true}, {Field("data"), *reply}});
    return line({{Field("ok"), false}, {Field("refusal"), toJson(reply.refusal())}});
}

Result<QJsonObject> decodeReply(const QByteArray &bytes)
{
    const Result<QJsonObject> object = parse(bytes);
    if (!object)
        return object.refusal();
    FieldReader in(*object);
    if (in.flag(Field("ok"))) {
        const QJsonObject data = in.object(Field("data"));
        return in.ok() ? Result<QJsonObject>(data) : in.refusal();
    }
    const QJsonObject refusal = in.object(Field("refusal"));
    if (!in.ok())
        return in.refusal();
    if (const std::optional<Refusal> decoded = refusalFromJson(refusal))
        return *decoded;
    in.reject(Field("refusal"));
    return in.refusal();
}

QJsonObject tokenToJson(const Secret &token)
{
    return {{Field("token"), QString::fromLatin1(token.reveal())}};
}

Result<Secret> tokenFromJson(const QJsonObject &data)
{
    return secretAt(Field("token"), data);
}

QJsonObject revealedKeyToJson(const Secret &key)
{
    return {{Field("key"), QString::fromUtf8(key.reveal())}};
}

Result<Secret> revealedKeyFromJson(const QJsonObject &data)
{
    return secretAt(Field("key"), data);
}

QJsonObject toJson(const Refusal &refusal)
{
    return {{Field("code"), toWord(refusal.code)},
            {Field("subject"), refusal.subject},
            {Field("detail"), refusal.detail}};
}

std::optional<Refusal> refusalFromJson(const QJsonObject &object)
{
    FieldReader in(object);
    const Refusal refusal{in.word(Field("code"), refusalCodeFromWord), in.text(Field("subject")),
                          in.text(Field("detail"))};
    return in.ok() ? std::optional(refusal) : std::nullopt;
}

} // namespace qcc
