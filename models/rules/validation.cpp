// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/validation.h"

#include <QDir>

namespace qcc {

namespace {

Refusal refuse(RefusalCode code, const QString &subject, const QString &detail)
{
    return {code, subject, detail};
}

/// Format characters that hide or turn text around have no place in a name; joiners belong to emoji and Indic
/// scripts.
bool isForbiddenInName(char32_t character)
{
    constexpr char32_t kJoiners[] = {0x200C, 0x200D};
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    case QChar::Other_Format:
        return character != kJoiners[0] && character != kJoiners[1];
    default:
        return false;
    }
}

bool isForbiddenInText(char32_t character)
{
    return character != U'\n' && character != U'\t' && QChar::category(character) == QChar::Other_Control;
}

} // namespace

Result<QString> checkedName(const QString &name)
{
    const QString trimmed = name.trimmed();
    const auto bad = [&](const QString &why) { return refuse(RefusalCode::InvalidName, trimmed, why); };
    const QList<uint> characters = trimmed.toUcs4();
    if (characters.isEmpty())
        return bad(QStringLiteral("it is empty"));
    if (!trimmed.isValidUtf16() ||
        std::any_of(characters.begin(), characters.end(), [](uint c) { return isForbiddenInName(c); }))
        return refuse(RefusalCode::InvalidName, {}, QStringLiteral("it contains control characters"));
    if (characters.size() > kLongestName)
        return bad(QStringLiteral("it is longer than %1 characters").arg(kLongestName));
    if (trimmed.startsWith(u'-')) // no command line could name it
        return bad(QStringLiteral("it begins with '-'"));
    if (trimmed.contains(u'/'))
        return bad(QStringLiteral("it contains '/'"));
    if (std::all_of(characters.begin(), characters.end(), [](uint c) { return c == U'.'; }))
        return bad(QStringLiteral("it consists of dots only"));
    return trimmed;
}

Result<QString> checkedDescription(const QString &text)
{
    const QString trimmed = text.trimmed();
    const QList<uint> characters = trimmed.toUcs4();
    const auto bad = [](const QString &why) {
        return refuse(RefusalCode::InvalidValue, QStringLiteral("description"), why);
    };
    if (characters.size() > kLongestDescription)
        return bad(QStringLiteral("at most %1 characters").arg(kLongestDescription));
    if (std::any_of(characters.begin(), characters.end(), [](uint c) { return isForbiddenInText(c); }))
        return bad(QStringLiteral("no control characters"));
    return trimmed;
}

Result<Secret> checkedKey(const Secret &key, const QString &subject)
{
    Secret trimmed(key.reveal().trimmed());
    if (trimmed.isEmpty())
        return refuse(RefusalCode::EmptyKey, subject, {});
    const auto bad = [](const QString &why) {
        return refuse(RefusalCode::InvalidValue, QStringLiteral("key"), why);
    };
    const QByteArray &bytes = trimmed.reveal();
    if (bytes.size() > kLongestKey)
        return bad(QStringLiteral("at most %1 characters").arg(kLongestKey));
    if (std::any_of(bytes.begin(), bytes.end(), [](char c) { return c <= 0x20 || c >= 0x7F; }))
        return bad(QStringLiteral("printable ASCII characters without spaces or line breaks"));
    return trimmed;
}

Result<QString> checkedCaFile(const QString &path)
{
    if (path.isEmpty() || (QDir::isAbsolutePath(path) && !path.contains(QChar::Null)))
        return path;
    return refuse(RefusalCode::InvalidValue, QStringLiteral("ca_file"), QStringLiteral("an absolute path"));
}

Result<Done> checkTimeLimits(const TimeLimits &limits)
{
    const std::pair<milliseconds, QLatin1StringView> fields[] = {
        {limits.connect, QLatin1StringView("connect_timeout")},
        {limits.header, QLatin1StringView("header_timeout")},
        {limits.idle, QLatin1StringView("idle_timeout")},
    };
    for (const auto &[value, name] : fields) {
        if (value < kShortestTimeLimit || value > kLongestTimeLimit)
            return refuse(RefusalCode::InvalidTimeLimit, name, QStringLiteral("100 ms to 1 h"));
    }
    return Done{};
}

Result<Endpoint> checkedEndpoint(Endpoint endpoint)
{
    Result<QUrl> url = checkedBaseUrl(endpoint.url);
    if (!url)
        return url.refusal();
    Result<QUrl> proxy = checkedOutboundProxy(endpoint.outboundProxy);
    if (!proxy)
        return proxy.refusal();
    if (const Result<Done> limits = checkTimeLimits(endpoint.limits); !limits)
        return limits.refusal();
    if (const Result<QString> caFile = checkedCaFile(endpoint.caFile); !caFile)
        return caFile.refusal();
    endpoint.url = std::move(url).value();
    endpoint.outboundProxy = std::move(proxy).value();
    return endpoint;
}

Result<HistoryRetention> checkedRetention(HistoryRetention retention)
{
    if (retention.requestDays < kFewestRequestDays || retention.requestDays > kMostRequestDays)
        return refuse(RefusalCode::InvalidValue, QStringLiteral("keep_requests_days"),
                      QStringLiteral("%1 to %2").arg(kFewestRequestDays).arg(kMostRequestDays));
    return retention;
}

std::span<const PolicyRange> policyRanges()
{
    static constexpr qint64 kDay = 86'400;
    static constexpr PolicyRange kRanges[] = {
        {QLatin1StringView("failure_threshold"), 1, 1000},
        {QLatin1StringView("success_threshold"), 1, 1000},
        {QLatin1StringView("check_interval"), 1, kDay},
        {QLatin1StringView("cooldown_period"), 0, kDay},
        {QLatin1StringView("recovery_delay"), 0, kDay},
        {QLatin1StringView("max_failovers_per_hour"), 1, 1000},
    };
    return kRanges;
}

} // namespace qcc
