// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/configs_file.h"

#include "app/store/config_lists_json.h"
#include "app/store/json_parts.h"
#include "models/domain/endpoint_words.h"
#include "models/rules/endpoint_edit.h"
#include "models/rules/validation.h"

#include <QCryptographicHash>

namespace qcc {

namespace {

constexpr int kVersion = 1;
const QString kEndpoints = QStringLiteral("endpoints");
const QString kId = QStringLiteral("id");
const QString kName = QStringLiteral("name");
const QString kUrl = QStringLiteral("url");
const QString kNextOn = QStringLiteral("next_on");
const QString kModelMappings = QStringLiteral("model_mappings");
const QString kExtraHeaders = QStringLiteral("extra_headers");

template <typename Word>
Word word(const JsonNode &node, const QString &text, std::optional<Word> found, Word otherwise,
          const QString &permitted)
{
    if (!found && !text.isEmpty())
        node.fail(permitted);
    return found.value_or(otherwise);
}

milliseconds timeLimit(const JsonNode &node, milliseconds otherwise)
{
    using Seconds = std::chrono::duration<double>;
    const double limit = node.number(Seconds(otherwise).count(), Seconds(kShortestTimeLimit).count(),
                                     Seconds(kLongestTimeLimit).count());
    return std::chrono::round<milliseconds>(Seconds(limit));
}

/// HTTP versions are written 1 and 2; "1" and "2" are understood as well.
HttpVersion httpVersion(const JsonNode &node)
{
    const QString text = node.value().isDouble() ? QString::number(node.value().toDouble()) : node.text();
    return word(node, text, httpVersionFromWord(text), HttpVersion::Http1,
                QStringLiteral("1 or 2 is needed"));
}

/// The same from reading to reading, for endpoints written by hand.
EndpointId derivedId(const QString &config, const Endpoint &endpoint, size_t position)
{
    const QString seed =
        config + u'\n' + endpoint.name + u'\n' + endpoint.url.toString() + u'\n' + QString::number(position);
    const QByteArray hash = QCryptographicHash::hash(seed.toUtf8(), QCryptographicHash::Sha256);
    return {QString::fromLatin1(hash.first(4).toHex())};
}

/// Reads configs and endpoints into a document, and sees to it that nothing is there twice.
class ConfigsReader
{
public:
    explicit ConfigsReader(ConfigsDocument &document) : m_document(document) {}

    void readConfig(const JsonNode &node);

private:
    void readEndpoint(const JsonNode &node, Config &config);
    EndpointId readId(const JsonNode &node, const Config &config, const Endpoint &endpoint);

    ConfigsDocument &m_document;
};

EndpointId ConfigsReader::readId(const JsonNode &node, const Config &config, const Endpoint &endpoint)
{
    EndpointId id{node.text()};
    if (id.value.isEmpty()) {
        for (size_t position = config.endpoints.size(); id.value.isEmpty() || m_document.keyIds.contains(id);
             ++position)
            id = derivedId(config.name, endpoint, position);
    } else if (m_document.keyIds.contains(id)) {
        node.fail(QStringLiteral("another endpoint has this id already; leave it out to get a new one"));
    }
    return id;
}

void ConfigsReader::readEndpoint(const JsonNode &node, Config &config)
{
    Endpoint endpoint;
    const JsonNode url = node.member(kUrl);
    endpoint.url = accept(url, parseBaseUrl(url.text()));
    const JsonNode auth = node.member(QStringLiteral("auth"));
    endpoint.auth = word(auth, auth.text(), authFormFromWord(auth.text()), AuthForm::XApiKey,
                         QStringLiteral("\"x-api-key\", \"bearer\" or \"both\" is needed"));
    endpoint.http = httpVersion(node.member(QStringLiteral("http")));
    endpoint.limits.connect =
        timeLimit(node.member(QStringLiteral("connect_timeout")), endpoint.limits.connect);
    endpoint.limits.header = timeLimit(node.member(QStringLiteral("header_timeout")), endpoint.limits.header);
    endpoint.limits.idle = timeLimit(node.member(QStringLiteral("idle_timeout")), endpoint.limits.idle);
    const JsonNode proxy = node.member(QStringLiteral("proxy"));
    endpoint.outboundProxy = accept(proxy, parseOutboundProxy(proxy.text()));
    const JsonNode caFile = node.member(QStringLiteral("ca_file"));
    endpoint.caFile = accept(caFile, checkedCaFile(caFile.text()));
    const JsonNode name = node.member(kName);
    endpoint.name = name.text();
    endpoint.id = readId(node.member(kId), config, endpoint);
    if (const auto refusal = settleEndpointName(config, endpoint)) {
        const bool taken = refusal->code == RefusalCode::DuplicateEndpointName;
        name.fail(taken ? QStringLiteral("another endpoint of this config has this name already")
                        : refusal->detail);
    }
    m_document.keyIds[endpoint.id] = node.member(QStringLiteral("key_id")).text(endpoint.id.value);
    config.endpoints.push_back(std::move(endpoint));
}

void ConfigsReader::readConfig(const JsonNode &node)
{
    const JsonNode name = node.member(kName);
    const JsonNode description = node.member(QStringLiteral("description"));
    Config config{accept(name, checkedName(name.text())),
                  accept(description, checkedDescription(description.text())),
                  {}};
    for (const Config &other : m_document.configs) {
        if (other.name.compare(config.name, Qt::CaseInsensitive) == 0)
            name.fail(QStringLiteral("another config has this name already"));
    }
    for (const JsonNode &endpoint : node.member(kEndpoints).elements())
        readEndpoint(endpoint, config);
    config.nextPatterns = readNextPatterns(node.member(kNextOn));
    config.modelMappings = readModelMappings(node.member(kModelMappings));
    config.extraHeaders = readExtraHeaders(node.member(kExtraHeaders));
    m_document.configs.push_back(std::move(config));
}

double inSeconds(milliseconds limit)
{
    return std::chrono::duration<double>(limit).count();
}

QJsonObject endpointObject(QJsonObject object, const Endpoint &endpoint, const QString &keyId)
{
    object.insert(kId, endpoint.id.value);
    object.insert(kName, endpoint.name);
    object.insert(kUrl, endpoint.url.toString(QUrl::FullyEncoded));
    object.insert(QStringLiteral("key_id"), keyId);
    object.insert(QStringLiteral("auth"), toWord(endpoint.auth));
    object.insert(QStringLiteral("http"), endpoint.http == HttpVersion::Http2 ? 2 : 1);
    object.insert(QStringLiteral("connect_timeout"), inSeconds(endpoint.limits.connect));
    object.insert(QStringLiteral("header_timeout"), inSeconds(endpoint.limits.header));
    object.insert(QStringLiteral("idle_timeout"), inSeconds(endpoint.limits.idle));
    setOrRemove(object, QStringLiteral("proxy"), endpoint.outboundProxy.toString(QUrl::FullyEncoded));
    setOrRemove(object, QStringLiteral("ca_file"), endpoint.caFile);
    return object;
}

/// An endpoint's object as it was: by id, or, where it was written by hand without one, by name or URL.
QJsonObject formerEndpoint(const QJsonArray &list, const Endpoint &endpoint)
{
    const QJsonObject withId =
        findObject(list, [&](const QJsonValue &v) { return memberText(v, kId) == endpoint.id.value; });
    if (!withId.isEmpty())
        return withId;
    return findObject(list, [&](const QJsonValue &v) {
        if (!memberText(v, kId).isEmpty())
            return false;
        const Result<QUrl> url = parseBaseUrl(memberText(v, kUrl));
        return memberText(v, kName) == endpoint.name || (url && *url == endpoint.url);
    });
}

} // namespace

Result<ConfigsDocument> parseConfigs(const QString &path, const QByteArray &text)
{
    const Result<QJsonObject> object = parseJsonObject(path, text);
    if (!object)
        return object.refusal();
    ConfigsDocument document{*object, {}, {}};
    JsonReader reader(path, text);
    const JsonNode root(reader, *object);
    root.member(QStringLiteral("version")).whole(kVersion, 1, kVersion);
    ConfigsReader configs(document);
    for (const JsonNode &node : root.member(QStringLiteral("configs")).elements())
        configs.readConfig(node);
    document.alerts = readChannels(root.member(QStringLiteral("alert_channels")));
    if (reader.fault())
        return *reader.fault();
    return document;
}

QJsonObject configsObject(const QJsonObject &before, const std::vector<Config> &configs, const KeyIds &keyIds,
                          const std::function<QString(const QString &)> &formerName)
{
    const QString kConfigs = QStringLiteral("configs");
    const QJsonArray formerConfigs = before.value(kConfigs).toArray();
    QJsonArray list;
    for (const Config &config : configs) {
        QJsonObject object = findObject(formerConfigs, [&](const QJsonValue &v) {
            return memberText(v, kName) == formerName(config.name);
        });
        const QJsonArray formerEndpoints = object.value(kEndpoints).toArray();
        QJsonArray endpoints;
        for (const Endpoint &endpoint : config.endpoints) {
            const auto keyId = keyIds.find(endpoint.id);
            endpoints.append(endpointObject(formerEndpoint(formerEndpoints, endpoint), endpoint,
                                            keyId == keyIds.end() ? endpoint.id.value : keyId->second));
        }
        object.insert(kName, config.name);
        object.insert(QStringLiteral("description"), config.description);
        object.insert(kEndpoints, endpoints);
        setOrRemove(object, kNextOn, nextPatternsArray(object.value(kNextOn).toArray(), config.nextPatterns));
        setOrRemove(object, kModelMappings,
                    modelMappingsArray(object.value(kModelMappings).toArray(), config.modelMappings));
        setOrRemove(object, kExtraHeaders,
                    extraHeadersArray(object.value(kExtraHeaders).toArray(), config.extraHeaders));
        list.append(object);
    }
    QJsonObject object = before;
    object.insert(QStringLiteral("version"), kVersion);
    object.insert(kConfigs, list);
    return object;
}

} // namespace qcc
