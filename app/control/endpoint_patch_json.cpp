// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/endpoint_patch_json.h"

#include "app/control/settings_json.h"
#include "models/domain/endpoint_words.h"
#include "models/domain/field_reader.h"

namespace qcc {

namespace {

using Field = QLatin1StringView;

void insertText(QJsonObject &object, Field key, const std::optional<QString> &text)
{
    if (text)
        object.insert(key, *text);
}

void insertUrl(QJsonObject &object, Field key, const std::optional<QUrl> &url)
{
    if (url)
        object.insert(key, url->toString(QUrl::FullyEncoded));
}

void insertLimit(QJsonObject &object, Field key, const std::optional<milliseconds> &limit)
{
    if (limit)
        object.insert(key, qint64(limit->count()));
}

std::optional<QUrl> optionalUrl(FieldReader &in, Field key)
{
    const std::optional<QString> text = in.optionalText(key);
    return text ? std::optional(QUrl(*text, QUrl::StrictMode)) : std::nullopt;
}

std::optional<milliseconds> optionalLimit(FieldReader &in, Field key)
{
    return in.has(key) ? std::optional(milliseconds(in.count(key))) : std::nullopt;
}

} // namespace

/// Latin-1 keeps every byte of a key; a provider's keys are ASCII anyway (they stand in a header).
QString keyToJson(const Secret &key)
{
    return QString::fromLatin1(key.reveal());
}

Secret keyFromJson(QString text)
{
    QByteArray bytes = text.toLatin1();
    text.fill(QChar::Null);
    return Secret(std::move(bytes));
}

QJsonObject toJson(const NewEndpoint &added)
{
    QJsonObject object = toJson(added.endpoint);
    object.insert(Field("key"), keyToJson(added.key));
    return object;
}

Result<NewEndpoint> newEndpointFromJson(const QJsonObject &object)
{
    Result<Endpoint> endpoint = endpointFromJson(object);
    if (!endpoint)
        return endpoint.refusal();
    FieldReader in(object);
    NewEndpoint added{std::move(endpoint).value(), keyFromJson(in.text(Field("key")))};
    return in.ok() ? Result<NewEndpoint>(std::move(added)) : in.refusal();
}

QJsonObject toJson(const DraftEndpoint &draft)
{
    QJsonObject object = toJson(draft.endpoint);
    if (draft.key)
        object.insert(Field("key"), keyToJson(*draft.key));
    return object;
}

Result<DraftEndpoint> draftEndpointFromJson(const QJsonObject &object)
{
    Result<Endpoint> endpoint = endpointFromJson(object);
    if (!endpoint)
        return endpoint.refusal();
    FieldReader in(object);
    DraftEndpoint draft{std::move(endpoint).value(), {}};
    if (in.has(Field("key")))
        draft.key = keyFromJson(in.text(Field("key")));
    return in.ok() ? Result<DraftEndpoint>(std::move(draft)) : in.refusal();
}

QJsonObject toJson(const EndpointPatch &patch)
{
    QJsonObject object;
    insertText(object, Field("name"), patch.name);
    insertUrl(object, Field("url"), patch.url);
    if (patch.auth)
        object.insert(Field("auth"), toWord(*patch.auth));
    if (patch.http)
        object.insert(Field("http"), toWord(*patch.http));
    insertLimit(object, Field("connect_ms"), patch.connectLimit);
    insertLimit(object, Field("header_ms"), patch.headerLimit);
    insertLimit(object, Field("idle_ms"), patch.idleLimit);
    insertUrl(object, Field("proxy"), patch.outboundProxy);
    insertText(object, Field("ca_file"), patch.caFile);
    return object;
}

Result<EndpointPatch> endpointPatchFromJson(const QJsonObject &object)
{
    FieldReader in(object);
    EndpointPatch patch;
    patch.name = in.optionalText(Field("name"));
    patch.url = optionalUrl(in, Field("url"));
    if (in.has(Field("auth")))
        patch.auth = in.word(Field("auth"), authFormFromWord);
    if (in.has(Field("http")))
        patch.http = in.word(Field("http"), httpVersionFromWord);
    patch.connectLimit = optionalLimit(in, Field("connect_ms"));
    patch.headerLimit = optionalLimit(in, Field("header_ms"));
    patch.idleLimit = optionalLimit(in, Field("idle_ms"));
    patch.outboundProxy = optionalUrl(in, Field("proxy"));
    patch.caFile = in.optionalText(Field("ca_file"));
    return in.ok() ? Result<EndpointPatch>(patch) : in.refusal();
}

} // namespace qcc
