// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/doctor/redactor.h"

#include <QHostAddress>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

namespace qcc {

namespace {

constexpr qsizetype kShortestWord = 4;

/// Fields whose values are private whatever they hold.
bool isPrivateField(const QString &name)
{
    static const QStringList kPrivate{QStringLiteral("recipients"), QStringLiteral("sender"),
                                      QStringLiteral("user"),       QStringLiteral("arguments"),
                                      QStringLiteral("session"),    QStringLiteral("description"),
                                      QStringLiteral("server"),     QStringLiteral("reason_given")};
    return kPrivate.contains(name);
}

bool isPublicHost(const QString &host)
{
    return host == QLatin1StringView("api.anthropic.com") || host == QLatin1StringView("localhost") ||
           QHostAddress(host).isLoopback();
}

/// What keys and tokens look like, whoever made them.
const QRegularExpression &secretLook()
{
    static const QRegularExpression look(
        QStringLiteral("\\b(?:sk|pk|rk|ghp|gho|xox[abp]|AKIA|AIza)[-_][A-Za-z0-9_\\-]{6,}"
                       "|(?<=Bearer )[^\\s\"',]+"
                       "|\\beyJ[A-Za-z0-9_\\-]{8,}\\.[A-Za-z0-9_\\-.]+"
                       "|\\b[A-Fa-f0-9]{40,}\\b"
                       "|[?&][A-Za-z_\\-]*(?:key|token|sign|secret|password)=[^&\\s\"]+"),
        QRegularExpression::CaseInsensitiveOption);
    return look;
}

QJsonValue hidden(const QJsonValue &value)
{
    const bool empty = value.isNull() || (value.isString() && value.toString().isEmpty()) ||
                       (value.isArray() && value.toArray().isEmpty());
    return empty ? value : QJsonValue(Secret::toDisplay());
}

} // namespace

Redactor::Redactor(const Settings &settings)
{
    for (const Config &config : settings.configs) {
        for (const Endpoint &endpoint : config.endpoints) {
            addHost(endpoint.url.host());
            addHost(endpoint.outboundProxy.host());
        }
        for (const ExtraHeader &header : config.extraHeaders)
            replace(header.value, Secret::toDisplay());
    }
    for (const AlertChannel &channel : settings.channels)
        addHost(channel.server);
}

void Redactor::addHost(const QString &host)
{
    const bool known =
        std::ranges::any_of(m_replacements, [&](const Replacement &r) { return r.word == host; });
    if (!known && host.size() >= kShortestWord && !isPublicHost(host))
        replace(host, QStringLiteral("host-%1.example").arg(++m_hosts));
}

void Redactor::replace(const QString &word, const QString &standIn)
{
    if (word.size() < kShortestWord)
        return;
    m_replacements.push_back({word, standIn});
    std::ranges::stable_sort(m_replacements, std::greater(),
                             [](const Replacement &r) { return r.word.size(); });
}

void Redactor::hide(const Secret &secret)
{
    replace(QString::fromUtf8(secret.reveal()), Secret::toDisplay());
}

QString Redactor::redacted(const QString &text) const
{
    QString result = text;
    for (const Replacement &replacement : m_replacements)
        result.replace(replacement.word, replacement.standIn, Qt::CaseInsensitive);
    return result.replace(secretLook(), Secret::toDisplay());
}

QJsonValue Redactor::redacted(const QJsonValue &value) const
{
    if (value.isString())
        return redacted(value.toString());
    if (value.isArray()) {
        QJsonArray list;
        for (const QJsonValue &item : value.toArray())
            list.append(redacted(item));
        return list;
    }
    if (!value.isObject())
        return value;
    QJsonObject object;
    const QJsonObject given = value.toObject();
    for (auto it = given.begin(); it != given.end(); ++it)
        object.insert(redacted(it.key()), isPrivateField(it.key()) ? hidden(*it) : redacted(*it));
    return object;
}

} // namespace qcc
