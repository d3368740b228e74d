// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/channels_json.h"

#include "app/store/json_parts.h"
#include "models/domain/channel_words.h"
#include "models/domain/words.h"
#include "models/rules/channel_checks.h"
#include "models/rules/channel_edit.h"

#include <QCryptographicHash>

namespace qcc {

namespace {

const QString kId = QStringLiteral("id");
const QString kName = QStringLiteral("name");
const QString kAlerts = QStringLiteral("alerts");
const QString kQuiet = QStringLiteral("quiet");
const QString kFrom = QStringLiteral("from");
const QString kTo = QStringLiteral("to");
const QString kKindNeeded = QStringLiteral("a kind of channel, as in \"webhook\", is needed");
const QString kSecretIds = QStringLiteral("secret_ids");

template <typename Parse>
auto wordAt(const JsonNode &node, Parse parse,
            typename std::invoke_result_t<Parse, const QString &>::value_type otherwise,
            const QString &permitted)
{
    const auto found = parse(node.text());
    if (!found && !node.isMissing())
        node.fail(permitted);
    return found.value_or(otherwise);
}

QTime timeAt(const JsonNode &node, QTime otherwise)
{
    return wordAt(node, timeFromWord, otherwise, QStringLiteral("a time, as in \"09:00\", is needed"));
}

QStringList textsAt(const JsonNode &node)
{
    QStringList texts;
    for (const JsonNode &element : node.elements())
        texts << element.text();
    return texts;
}

std::set<AlertKind> alertsAt(const JsonNode &node)
{
    if (node.isMissing())
        return usualAlerts();
    std::set<AlertKind> alerts;
    for (const JsonNode &element : node.elements()) {
        if (const std::optional<AlertKind> kind = alertKindFromWord(element.text()))
            alerts.insert(*kind);
        else
            element.fail(QStringLiteral("an alert's name, as in \"failover\", is needed"));
    }
    return alerts;
}

std::optional<QuietSpan> quietAt(const JsonNode &node)
{
    if (node.isMissing())
        return std::nullopt;
    return QuietSpan{timeAt(node.member(kFrom), {}), timeAt(node.member(kTo), {})};
}

AlertChannel typedChannel(const JsonNode &node)
{
    const auto member = [&](const char *name) { return node.member(QLatin1StringView(name)); };
    AlertChannel channel;
    channel.id = node.member(kId).text().trimmed();
    channel.name = node.member(kName).text();
    const JsonNode kind = member("kind");
    if (kind.isMissing())
        kind.fail(kKindNeeded);
    channel.kind = wordAt(kind, channelKindFromWord, ChannelKind::Webhook, kKindNeeded);
    channel.enabled = member("enabled").flag(true);
    channel.alerts = alertsAt(node.member(kAlerts));
    channel.quiet = quietAt(node.member(kQuiet));
    channel.digest = wordAt(member("digest"), digestPaceFromWord, DigestPace::None,
                            QStringLiteral("\"none\", \"daily\" or \"weekly\" is needed"));
    channel.digestAt = timeAt(member("digest_at"), channel.digestAt);
    channel.server = member("server").text();
    channel.port = static_cast<int>(member("port").whole(channel.port, 1, 65535));
    channel.security = wordAt(member("security"), mailSecurityFromWord, channel.security,
                              QStringLiteral("\"starttls\", \"tls\" or \"none\" is needed"));
    channel.user = member("user").text();
    channel.sender = member("sender").text();
    channel.recipients = textsAt(member("recipients"));
    channel.program = member("program").text();
    channel.arguments = textsAt(member("arguments"));
    return channel;
}

QString faultyField(const Refusal &refusal)
{
    return refusal.code == RefusalCode::InvalidName  ? kName
           : refusal.code == RefusalCode::InvalidUrl ? QStringLiteral("server")
                                                     : refusal.subject;
}

/// The same from reading to reading, for channels written by hand.
QString derivedId(const AlertChannel &channel, size_t position)
{
    const QString seed = QStringLiteral("%1\n%2\n%3").arg(channel.name, toWord(channel.kind)).arg(position);
    return QString::fromLatin1(
        QCryptographicHash::hash(seed.toUtf8(), QCryptographicHash::Sha256).first(4).toHex());
}

class ChannelsReader
{
public:
    void read(const JsonNode &node);
    ChannelsDocument take() { return std::move(m_document); }

private:
    bool has(const QString &id) const { return m_document.secretIds.contains(id); }
    void settleId(const JsonNode &node, AlertChannel &channel) const;
    void readSecretIds(const JsonNode &node, const QString &id);

    ChannelsDocument m_document;
};

void ChannelsReader::settleId(const JsonNode &node, AlertChannel &channel) const
{
    if (!channel.id.isEmpty() && has(channel.id))
        node.fail(QStringLiteral("another channel has this id already; leave it out to get a new one"));
    for (size_t position = m_document.channels.size(); channel.id.isEmpty() || has(channel.id); ++position)
        channel.id = derivedId(channel, position);
}

void ChannelsReader::readSecretIds(const JsonNode &node, const QString &id)
{
    std::map<ChannelSecret, QString> &names = m_document.secretIds[id];
    for (const ChannelSecret which : kChannelSecrets) {
        if (const QString name = node.member(toWord(which)).text(); !name.isEmpty())
            names.emplace(which, name);
    }
}

void ChannelsReader::read(const JsonNode &node)
{
    Result<AlertChannel> checked = checkedChannel(typedChannel(node));
    if (!checked) {
        const JsonNode place = node.member(faultyField(checked.refusal()));
        accept(place, std::move(checked));
        return;
    }
    AlertChannel channel = std::move(checked).value();
    for (const AlertChannel &other : m_document.channels) {
        if (other.name.compare(channel.name, Qt::CaseInsensitive) == 0)
            node.member(kName).fail(QStringLiteral("another channel has this name already"));
    }
    settleId(node.member(kId), channel);
    readSecretIds(node.member(kSecretIds), channel.id);
    m_document.channels.push_back(std::move(channel));
}

QJsonObject secretIdsObject(QJsonObject object, const std::map<ChannelSecret, QString> &names)
{
    for (const ChannelSecret which : kChannelSecrets) {
        const auto name = names.find(which);
        setOrRemove(object, toWord(which), name == names.end() ? QString() : name->second);
    }
    return object;
}

void insertWays(QJsonObject &object, const AlertChannel &channel)
{
    const ChannelFields fields = channelFields(channel.kind);
    setOrRemove(object, QStringLiteral("server"), channel.server);
    if (fields.mail != FieldUse::Unused) {
        object.insert(QStringLiteral("port"), channel.port);
        object.insert(QStringLiteral("security"), toWord(channel.security));
    }
    setOrRemove(object, QStringLiteral("user"), channel.user);
    setOrRemove(object, QStringLiteral("sender"), channel.sender);
    setOrRemove(object, QStringLiteral("recipients"), QJsonArray::fromStringList(channel.recipients));
    setOrRemove(object, QStringLiteral("program"), channel.program);
    setOrRemove(object, QStringLiteral("arguments"), QJsonArray::fromStringList(channel.arguments));
}

void insertTimes(QJsonObject &object, const AlertChannel &channel)
{
    QJsonObject quiet;
    if (channel.quiet) {
        quiet = object.value(kQuiet).toObject();
        quiet.insert(kFrom, toWord(channel.quiet->from));
        quiet.insert(kTo, toWord(channel.quiet->to));
    }
    setOrRemove(object, kQuiet, quiet);
    object.insert(QStringLiteral("digest"), toWord(channel.digest));
    object.insert(QStringLiteral("digest_at"), toWord(channel.digestAt));
}

QJsonObject channelObject(QJsonObject object, const AlertChannel &channel)
{
    QJsonArray alerts;
    for (const AlertKind kind : channel.alerts)
        alerts << toWord(kind);
    object.insert(kId, channel.id);
    object.insert(kName, channel.name);
    object.insert(QStringLiteral("kind"), toWord(channel.kind));
    object.insert(QStringLiteral("enabled"), channel.enabled);
    object.insert(kAlerts, alerts);
    insertTimes(object, channel);
    insertWays(object, channel);
    return object;
}

/// A channel's object as it was: by id, or, where it was written by hand without one, by name.
QJsonObject formerChannel(const QJsonArray &list, const AlertChannel &channel)
{
    const QJsonObject withId =
        findObject(list, [&](const QJsonValue &v) { return memberText(v, kId) == channel.id; });
    return !withId.isEmpty() ? withId : findObject(list, [&](const QJsonValue &v) {
        return memberText(v, kId).isEmpty() && memberText(v, kName) == channel.name;
    });
}

} // namespace

ChannelsDocument readChannels(const JsonNode &list)
{
    ChannelsReader reader;
    for (const JsonNode &node : list.elements())
        reader.read(node);
    ChannelsDocument document = reader.take();
    if (document.channels.size() > kMostChannels)
        list.fail(QStringLiteral("at most %1 of them").arg(kMostChannels));
    return document;
}

QJsonArray channelsArray(const QJsonArray &former, const ChannelsDocument &document)
{
    QJsonArray list;
    for (const AlertChannel &channel : document.channels) {
        QJsonObject object = channelObject(formerChannel(former, channel), channel);
        const auto names = document.secretIds.find(channel.id);
        setOrRemove(object, kSecretIds,
                    secretIdsObject(object.value(kSecretIds).toObject(),
                                    names == document.secretIds.end() ? std::map<ChannelSecret, QString>()
                                                                      : names->second));
        list.append(object);
    }
    return list;
}

} // namespace qcc
