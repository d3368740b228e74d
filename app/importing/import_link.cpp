// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/import_link.h"

#include "app/importing/env_import.h"
#include "app/importing/import_draft.h"
#include "models/domain/endpoint_words.h"
#include "models/rules/model_mapping.h"

#include <QJsonDocument>
#include <QStringDecoder>

namespace qcc {

namespace {

const QString kOurs = QStringLiteral("qcc");
const QString kCcSwitch = QStringLiteral("ccswitch");

/// The link as it may be shown: nothing of its parameters.
QString beginningOf(const QUrl &link)
{
    return link.toString(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo).left(100);
}

std::optional<QString> decoded(QByteArray value)
{
    value.replace('+', ' ');
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = utf8.decode(QByteArray::fromPercentEncoding(value));
    return utf8.hasError() ? std::nullopt : std::optional(text);
}

/// A link's parameters, in their order.
class Parameters
{
public:
    /// Reads them; false when one is not coded properly.
    bool read(const QUrl &link);

    /// The first of that name; empty: there is none.
    QString value(const char *name) const;
    QStringList values(const char *name) const;
    /// A name that is not in the list; empty: there is none.
    QString unknown(std::initializer_list<const char *> known) const;
    /// A name outside the list that is there twice; empty: there is none.
    QString repeated(std::initializer_list<const char *> repeatable) const;

private:
    std::vector<std::pair<QString, QString>> m_all;
};

bool contains(std::initializer_list<const char *> names, const QString &name)
{
    return std::any_of(names.begin(), names.end(),
                       [&](const char *one) { return name == QLatin1StringView(one); });
}

bool Parameters::read(const QUrl &link)
{
    const QList<QByteArray> parts = link.query(QUrl::FullyEncoded).toLatin1().split('&');
    for (const QByteArray &part : parts) {
        if (part.isEmpty())
            continue;
        const qsizetype equals = part.indexOf('=');
        const std::optional<QString> name = decoded(part.left(equals < 0 ? part.size() : equals));
        const std::optional<QString> value = decoded(equals < 0 ? QByteArray() : part.mid(equals + 1));
        if (!name || !value)
            return false;
        m_all.emplace_back(*name, *value);
    }
    return true;
}

QString Parameters::value(const char *name) const
{
    return values(name).value(0);
}

QStringList Parameters::values(const char *name) const
{
    QStringList found;
    for (const auto &[one, value] : m_all) {
        if (one == QLatin1StringView(name))
            found += value.trimmed();
    }
    return found;
}

QString Parameters::unknown(std::initializer_list<const char *> known) const
{
    const auto it = std::find_if(m_all.begin(), m_all.end(),
                                 [&](const auto &one) { return !contains(known, one.first); });
    return it == m_all.end() ? QString() : it->first;
}

QString Parameters::repeated(std::initializer_list<const char *> repeatable) const
{
    std::set<QString> seen;
    for (const auto &[name, value] : m_all) {
        if (!seen.insert(name).second && !contains(repeatable, name))
            return name;
    }
    return {};
}

/// What a name of a parameter may look like in a refusal: it is the writer's, and could be long.
QString shown(const QString &name)
{
    return permittedName(name, QStringLiteral("?"));
}

/// "FROM=TO", all of them, or what is wrong.
Result<std::vector<ModelMapping>> mappingsOf(const QStringList &texts)
{
    std::vector<ModelMapping> mappings;
    for (const QString &text : texts) {
        Result<ModelMapping> mapping = parseModelMapping(text);
        if (!mapping)
            return mapping.refusal();
        mappings.push_back(std::move(mapping).value());
    }
    return checkedModelMappings(std::move(mappings));
}

/// Reads one kind of link; refuses with a reason alone.
class LinkReader
{
public:
    explicit LinkReader(const QUrl &link) : m_link(link) {}

    Result<ImportOffer> read();

private:
    Refusal refuse(const QString &why) const
    {
        return {RefusalCode::NothingToImport, beginningOf(m_link), why};
    }
    std::optional<QString> faultOfForm() const;
    Result<ImportOffer> ours();
    Result<ImportOffer> ccSwitch();
    Result<QJsonObject> ccSwitchEnv() const;
    ImportOffer offer() const;

    const QUrl &m_link;
    Parameters m_parameters;
};

std::optional<QString> LinkReader::faultOfForm() const
{
    const QString path = m_link.path();
    const bool isOurs = m_link.scheme() == kOurs && m_link.host() == QLatin1StringView("import") &&
                        (path.isEmpty() || path == QLatin1StringView("/"));
    const bool isCcSwitch = m_link.scheme() == kCcSwitch && m_link.host() == QLatin1StringView("v1") &&
                            path == QLatin1StringView("/import");
    if (!m_link.isValid() || (!isOurs && !isCcSwitch))
        return QStringLiteral("a link like qcc://import?name=…&url=… is needed");
    if (m_link.toEncoded().size() > kLongestLink)
        return QStringLiteral("it is longer than %1 characters").arg(kLongestLink);
    if (!m_link.userInfo().isEmpty() || m_link.port() != -1 || m_link.hasFragment())
        return QStringLiteral("it has parts that do not belong into such a link");
    return std::nullopt;
}

ImportOffer LinkReader::offer() const
{
    ImportOffer offer;
    offer.source = beginningOf(m_link);
    return offer;
}

Result<ImportOffer> LinkReader::ours()
{
    const auto known = {"name", "url", "key", "auth", "description", "map"};
    if (const QString name = m_parameters.unknown(known); !name.isEmpty())
        return refuse(QStringLiteral("its parameter \"%1\" is not known").arg(shown(name)));
    if (const QString name = m_parameters.repeated({"url", "map"}); !name.isEmpty())
        return refuse(QStringLiteral("its parameter \"%1\" is there twice").arg(shown(name)));
    const QStringList urls = m_parameters.values("url");
    if (urls.isEmpty() || urls.size() > kMostLinkAddresses)
        return refuse(QStringLiteral("a parameter \"%1\" is needed").arg(QStringLiteral("url")));
    const QString word = m_parameters.value("auth");
    const std::optional<AuthForm> auth = word.isEmpty() ? AuthForm::XApiKey : authFormFromWord(word);
    if (!auth)
        return refuse(QStringLiteral("\"x-api-key\", \"bearer\" or \"both\" is needed"));
    Result<std::vector<ModelMapping>> mappings = mappingsOf(m_parameters.values("map"));
    if (!mappings)
        return refuse(mappings.refusal().detail);
    std::vector<OfferedEndpoint> endpoints;
    for (const QString &url : urls)
        endpoints.push_back({QString(), url, m_parameters.value("key"), *auth});
    ImportedConfig config = offeredConfig(m_parameters.value("name"), endpoints);
    config.config.description = permittedDescription(m_parameters.value("description"));
    config.config.modelMappings = std::move(mappings).value();
    ImportOffer offered = offer();
    addTo(offered, std::move(config));
    return offered;
}

/// What cc-switch would write for Claude Code: its "config", and over it the single parameters.
Result<QJsonObject> LinkReader::ccSwitchEnv() const
{
    QJsonObject env;
    if (const QString config = m_parameters.value("config"); !config.isEmpty()) {
        // In a query a "+" may have become a space.
        const QByteArray coded = config.toLatin1().replace(' ', '+');
        const auto text = QByteArray::fromBase64Encoding(coded, QByteArray::AbortOnBase64DecodingErrors);
        const QJsonDocument document = text ? QJsonDocument::fromJson(*text) : QJsonDocument();
        if (!document.isObject())
            return refuse(
                QStringLiteral("its parameter \"%1\" is not readable").arg(QStringLiteral("config")));
        env = document.object().value(QLatin1StringView("env")).toObject();
    }
    const QStringList urls = m_parameters.value("endpoint").split(u',', Qt::SkipEmptyParts);
    const std::pair<const char *, QString> single[]{
        {"ANTHROPIC_BASE_URL", urls.value(0).trimmed()},
        {"ANTHROPIC_AUTH_TOKEN", m_parameters.value("apiKey")},
        {"ANTHROPIC_MODEL", m_parameters.value("model")},
        {"ANTHROPIC_DEFAULT_HAIKU_MODEL", m_parameters.value("haikuModel")},
        {"ANTHROPIC_DEFAULT_SONNET_MODEL", m_parameters.value("sonnetModel")},
        {"ANTHROPIC_DEFAULT_OPUS_MODEL", m_parameters.value("opusModel")}};
    for (const auto &[name, value] : single) {
        if (!value.isEmpty())
            env.insert(QLatin1StringView(name), value);
    }
    return env;
}

Result<ImportOffer> LinkReader::ccSwitch()
{
    if (const QString name = m_parameters.repeated({}); !name.isEmpty())
        return refuse(QStringLiteral("its parameter \"%1\" is there twice").arg(shown(name)));
    const bool isForUs = m_parameters.value("resource") == QLatin1StringView("provider") &&
                         m_parameters.value("app") == QLatin1StringView("claude");
    if (!isForUs)
        return refuse(QStringLiteral("it has no providers for Claude Code"));
    const Result<QJsonObject> env = ccSwitchEnv();
    if (!env)
        return env.refusal();
    if (!env->contains(QLatin1StringView("ANTHROPIC_BASE_URL")))
        return refuse(QStringLiteral("a parameter \"%1\" is needed").arg(QStringLiteral("endpoint")));
    QStringList urls = m_parameters.value("endpoint").split(u',', Qt::SkipEmptyParts);
    urls = urls.mid(1, kMostLinkAddresses - 1);
    ImportOffer offered = offer();
    addFromEnv(offered, {m_parameters.value("name"), *env, urls, m_parameters.value("notes")});
    return offered;
}

Result<ImportOffer> LinkReader::read()
{
    if (const std::optional<QString> fault = faultOfForm())
        return refuse(*fault);
    if (!m_parameters.read(m_link))
        return refuse(QStringLiteral("it is not UTF-8"));
    return m_link.scheme() == kOurs ? ours() : ccSwitch();
}

} // namespace

bool isImportLink(const QUrl &link)
{
    return link.scheme() == kOurs || link.scheme() == kCcSwitch;
}

Result<ImportOffer> offerFromLink(const QUrl &link)
{
    return LinkReader(link).read();
}

} // namespace qcc
