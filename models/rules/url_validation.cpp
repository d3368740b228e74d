// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/validation.h"

namespace qcc {

namespace {

constexpr qsizetype kLongestUrl = 2000; // characters
constexpr auto kHttp = QLatin1StringView("http");
constexpr auto kHttps = QLatin1StringView("https");
constexpr auto kSocks5 = QLatin1StringView("socks5");
constexpr auto kAuthorityMark = QLatin1StringView("://");

/// The text without what may be secret in it: user info, query and fragment.
QString displayable(QString text)
{
    const auto secretTail = [](QChar c) { return c == u'?' || c == u'#'; };
    text.erase(std::find_if(text.cbegin(), text.cend(), secretTail), text.cend());
    const qsizetype at = text.lastIndexOf(u'@');
    if (at < 0)
        return text;
    const qsizetype mark = text.indexOf(kAuthorityMark);
    const QString scheme = mark >= 0 && mark < at ? text.left(mark + kAuthorityMark.size()) : QString();
    return scheme + text.mid(at + 1);
}

bool containsSpaces(const QString &text)
{
    return std::any_of(text.begin(), text.end(),
                       [](QChar c) { return c.isSpace() || c.category() == QChar::Other_Control; });
}

/// "http:/x" and "https:x" lack a slash or two: what they should be. Empty for all else.
QString withItsSlashes(const QString &shown)
{
    for (const QLatin1StringView scheme : {kHttps, kHttp}) {
        if (!shown.startsWith(scheme + u':', Qt::CaseInsensitive))
            continue;
        QString rest = shown.mid(scheme.size() + 1);
        while (rest.startsWith(u'/'))
            rest.remove(0, 1);
        const QUrl guess(scheme + kAuthorityMark + rest, QUrl::StrictMode);
        return guess.isValid() && !guess.host().isEmpty() ? scheme + kAuthorityMark + rest : QString();
    }
    return {};
}

/// "write https://api.anthropic.com" where that would be a URL, else what is wanted in general.
QString adviceWithoutScheme(const QString &shown)
{
    if (const QString mended = withItsSlashes(shown); !mended.isEmpty())
        return QStringLiteral("write %1").arg(mended);
    const QUrl guess(kHttps + kAuthorityMark + shown, QUrl::StrictMode);
    if (!guess.isValid() || guess.host().isEmpty())
        return QStringLiteral("it must begin with https:// or http://");
    const bool local = guess.host() == QLatin1StringView("localhost") || guess.host().startsWith(u"127.");
    return QStringLiteral("write %1://%2").arg(local ? kHttp : kHttps, shown);
}

/// QUrl's reason without the source text it appends, which may hold a password.
QString reasonOf(const QUrl &url)
{
    const QString reason = url.errorString().section(QLatin1StringView("; source was"), 0, 0);
    return reason.isEmpty() ? QStringLiteral("it is empty") : reason;
}

QString withoutSlashesAtEnd(QString path)
{
    while (path.endsWith(u'/'))
        path.chop(1);
    return path;
}

/// What base URLs and proxies share; @p subject is the displayable URL.
std::optional<Refusal> authorityFault(const QUrl &url, RefusalCode code, const QString &subject)
{
    const auto bad = [&](const QString &why) { return Refusal{code, subject, why}; };
    if (url.host().isEmpty())
        return bad(QStringLiteral("the host is missing"));
    if (url.port() == 0)
        return bad(QStringLiteral("the port must be between 1 and 65535"));
    if (url.authority().contains(u'@'))
        return bad(QStringLiteral("user name and password do not belong into it"));
    if (url.hasQuery() || url.hasFragment())
        return bad(QStringLiteral("it must end before '?' or '#'"));
    if (containsSpaces(url.path(QUrl::FullyDecoded)))
        return bad(QStringLiteral("it contains spaces"));
    return std::nullopt;
}

/// A QUrl from what a person typed, or why QUrl would not take it.
Result<QUrl> parsed(const QString &text, RefusalCode code)
{
    const QString shown = displayable(text);
    const auto bad = [&](const QString &why) { return Refusal{code, shown.left(kLongestName), why}; };
    if (text.isEmpty())
        return bad(QStringLiteral("it is empty"));
    if (text.size() > kLongestUrl)
        return bad(QStringLiteral("it is longer than %1 characters").arg(kLongestUrl));
    if (containsSpaces(text))
        return Refusal{code, containsSpaces(shown) ? shown.simplified() : shown,
                       QStringLiteral("it contains spaces")};
    QUrl url(text, QUrl::StrictMode);
    if (!url.isValid())
        return Refusal{code, shown, reasonOf(url)};
    return url;
}

} // namespace

Result<QUrl> parseBaseUrl(const QString &text)
{
    const QString trimmed = text.trimmed();
    const bool named = trimmed.contains(kAuthorityMark);
    if (!trimmed.isEmpty() && !named && !containsSpaces(trimmed))
        return Refusal{RefusalCode::InvalidUrl, displayable(trimmed),
                       adviceWithoutScheme(displayable(trimmed))};
    const Result<QUrl> url = parsed(trimmed, RefusalCode::InvalidUrl);
    return url ? checkedBaseUrl(*url) : url;
}

Result<QUrl> checkedBaseUrl(const QUrl &url)
{
    const QString shown = displayable(url.toString());
    const auto bad = [&](const QString &why) { return Refusal{RefusalCode::InvalidUrl, shown, why}; };
    if (!url.isValid())
        return bad(reasonOf(url));
    if (url.scheme() != kHttp && url.scheme() != kHttps) {
        const bool named = url.toString().contains(kAuthorityMark);
        return bad(named ? QStringLiteral("it must begin with https:// or http://")
                         : adviceWithoutScheme(shown));
    }
    if (auto fault = authorityFault(url, RefusalCode::InvalidUrl, shown))
        return *std::move(fault);
    QUrl normal = url;
    normal.setPath(withoutSlashesAtEnd(url.path(QUrl::FullyEncoded)), QUrl::StrictMode);
    if (url.port() == (url.scheme() == kHttps ? 443 : 80))
        normal.setPort(-1);
    return normal;
}

Result<QUrl> parseOutboundProxy(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return QUrl();
    const Result<QUrl> url = parsed(trimmed, RefusalCode::InvalidProxy);
    return url ? checkedOutboundProxy(*url) : url;
}

Result<QUrl> checkedOutboundProxy(const QUrl &url)
{
    if (url.isEmpty() && url.errorString().isEmpty())
        return QUrl();
    const QString shown = displayable(url.toString());
    const auto bad = [&](const QString &why) { return Refusal{RefusalCode::InvalidProxy, shown, why}; };
    if (!url.isValid())
        return bad(reasonOf(url));
    if (url.scheme() != kHttp && url.scheme() != kSocks5)
        return bad(QStringLiteral("write http://host:port or socks5://host:port"));
    if (auto fault = authorityFault(url, RefusalCode::InvalidProxy, shown))
        return *std::move(fault);
    if (url.port() < 0)
        return bad(QStringLiteral("the port is missing"));
    QUrl normal = url;
    normal.setPath(withoutSlashesAtEnd(url.path()));
    if (!normal.path().isEmpty())
        return bad(QStringLiteral("it must end after the port"));
    return normal;
}

} // namespace qcc
