// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/address_text.h"

#include "models/text/text.h"

namespace qcc {

namespace {

/// By the name or the number alone: no name is looked up here.
bool isThisComputer(const QUrl &url)
{
    const QString host = url.host(QUrl::FullyEncoded);
    return host == QLatin1StringView("localhost") || host == QLatin1StringView("::1") ||
           host.startsWith(QLatin1StringView("127."));
}

bool isInternational(const QUrl &url)
{
    const QString host = url.host(QUrl::FullyEncoded);
    return host.startsWith(QLatin1StringView("xn--")) || host.contains(QLatin1StringView(".xn--"));
}

} // namespace

QString addressText(const QUrl &url)
{
    const bool isUsual = url.scheme() == QLatin1StringView("https");
    const QString text = url.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo | QUrl::RemoveQuery |
                                      QUrl::RemoveFragment | QUrl::StripTrailingSlash);
    return isUsual ? text.mid(QStringLiteral("https://").size()) : text;
}

QString addressWarning(const QUrl &url)
{
    if (url.scheme() == QLatin1StringView("http") && !isThisComputer(url))
        return Text::tr("not encrypted: others on the way can read the key and all that is sent");
    if (isInternational(url))
        return Text::tr("an international name that may look like another one");
    return {};
}

} // namespace qcc
