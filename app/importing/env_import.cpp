// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/env_import.h"

#include "app/importing/import_draft.h"
#include "models/rules/extra_headers.h"
#include "models/rules/validation.h"

#include <QRegularExpression>

namespace qcc {

namespace {

constexpr int kUsualPort = 7860;
const QString kOfficialUrl = QStringLiteral("https://api.anthropic.com");
/// What other local proxies put in the place of a key.
const QString kManagedKey = QStringLiteral("PROXY_MANAGED");

QString text(const QJsonObject &env, const char *name)
{
    return env.value(QLatin1StringView(name)).toString().trimmed();
}

bool isSet(const QJsonObject &env, const char *name)
{
    const QString value = env.value(QLatin1StringView(name)).toVariant().toString().trimmed().toLower();
    return !value.isEmpty() && value != QLatin1StringView("0") && value != QLatin1StringView("false");
}

bool isLoopback(const QUrl &url)
{
    const QString host = url.host();
    return host == QLatin1StringView("localhost") || host == QLatin1StringView("::1") ||
           host.startsWith(QLatin1StringView("127."));
}

/// A cloud that Claude Code reaches by a protocol of its own; empty: none.
QString otherCloud(const QJsonObject &env)
{
    if (isSet(env, "CLAUDE_CODE_USE_BEDROCK"))
        return QStringLiteral("Amazon Bedrock");
    if (isSet(env, "CLAUDE_CODE_USE_VERTEX"))
        return QStringLiteral("Google Vertex AI");
    if (isSet(env, "CLAUDE_CODE_USE_FOUNDRY"))
        return QStringLiteral("Microsoft Foundry");
    return {};
}

/// Why these can't become a config; empty: they can.
QString obstacle(const QJsonObject &env)
{
    if (const QString cloud = otherCloud(env); !cloud.isEmpty())
        return QStringLiteral("it goes through %1, which has a protocol of its own").arg(cloud);
    if (leadsToQcc(env))
        return QStringLiteral("it leads to QCC itself");
    const QString url = text(env, "ANTHROPIC_BASE_URL");
    const QString token = text(env, "ANTHROPIC_AUTH_TOKEN");
    if (isLoopback(QUrl(url)) && token == kManagedKey)
        return QStringLiteral("it leads to another program on this computer, which has the keys");
    const bool hasKey = !token.isEmpty() || !text(env, "ANTHROPIC_API_KEY").isEmpty();
    return url.isEmpty() && !hasKey ? QStringLiteral("it signs in with an account, not with a key")
                                    : QString();
}

OfferedEndpoint endpointOf(const QJsonObject &env)
{
    const QString token = text(env, "ANTHROPIC_AUTH_TOKEN");
    const QString key = text(env, "ANTHROPIC_API_KEY");
    OfferedEndpoint endpoint;
    endpoint.url = baseAddress(text(env, "ANTHROPIC_BASE_URL"));
    if (endpoint.url.isEmpty())
        endpoint.url = kOfficialUrl;
    endpoint.key = token.isEmpty() ? key : token;
    if (!token.isEmpty())
        endpoint.auth = token == key ? AuthForm::Both : AuthForm::Bearer;
    return endpoint;
}

std::vector<ModelMapping> mappingsOf(const QJsonObject &env)
{
    const QString haiku = text(env, "ANTHROPIC_DEFAULT_HAIKU_MODEL");
    return meaningfulMappings(
        {{QStringLiteral("claude-*opus*"), text(env, "ANTHROPIC_DEFAULT_OPUS_MODEL")},
         {QStringLiteral("claude-*sonnet*"), text(env, "ANTHROPIC_DEFAULT_SONNET_MODEL")},
         {QStringLiteral("claude-*haiku*"),
          haiku.isEmpty() ? text(env, "ANTHROPIC_SMALL_FAST_MODEL") : haiku},
         {QStringLiteral("claude-*"), text(env, "ANTHROPIC_MODEL")}});
}

/// One "Name: value" a line; what is not permitted is named in a note.
std::vector<ExtraHeader> headersOf(const QJsonObject &env, const QString &origin, ImportOffer &offer)
{
    std::vector<ExtraHeader> headers;
    const QStringList lines = text(env, "ANTHROPIC_CUSTOM_HEADERS").split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        if (Result<ExtraHeader> header = parseExtraHeader(line))
            headers.push_back(std::move(header).value());
        else
            offer.notes.push_back(
                QStringLiteral("a header of \"%1\" was left out: %2")
                    .arg(origin, line.section(u':', 0, 0).trimmed().left(kLongestHeaderName)));
    }
    Result<std::vector<ExtraHeader>> checked = checkedExtraHeaders(std::move(headers));
    return checked ? std::move(checked).value() : std::vector<ExtraHeader>();
}

QUrl proxyOf(const QJsonObject &env)
{
    for (const char *name : {"HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"}) {
        const Result<QUrl> proxy = parseOutboundProxy(text(env, name));
        if (proxy && !proxy->isEmpty())
            return *proxy;
    }
    return {};
}

} // namespace

bool leadsToQcc(const QJsonObject &env)
{
    static const QRegularExpression token(QStringLiteral("^qcc-[0-9a-f]{64}$"));
    const QUrl url(text(env, "ANTHROPIC_BASE_URL"));
    return token.match(text(env, "ANTHROPIC_AUTH_TOKEN")).hasMatch() ||
           token.match(text(env, "ANTHROPIC_API_KEY")).hasMatch() ||
           (isLoopback(url) && url.port() == kUsualPort);
}

void addFromEnv(ImportOffer &offer, const OfferedEnv &offered)
{
    if (const QString why = obstacle(offered.env); !why.isEmpty())
        return addTo(offer, unusableConfig(offered.origin, why));
    std::vector<OfferedEndpoint> endpoints{endpointOf(offered.env)};
    for (const QString &url : offered.urls) {
        OfferedEndpoint further = endpoints.front();
        further.url = baseAddress(url);
        endpoints.push_back(further);
    }
    ImportedConfig config = offeredConfig(offered.origin, endpoints);
    if (config.verdict != ImportVerdict::Unusable) {
        config.config.description = permittedDescription(offered.remark);
        config.config.modelMappings = mappingsOf(offered.env);
        config.config.extraHeaders = headersOf(offered.env, offered.origin, offer);
        for (DraftEndpoint &draft : config.config.endpoints)
            draft.endpoint.outboundProxy = proxyOf(offered.env);
    }
    addTo(offer, std::move(config));
}

} // namespace qcc
