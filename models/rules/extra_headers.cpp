// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/extra_headers.h"

#include "models/rules/header_rules.h"

#include <QStringList>

namespace qcc {

namespace {

Refusal refuse(const QString &permitted)
{
    return {RefusalCode::InvalidValue, QStringLiteral("extra_headers"), permitted};
}

/// tchar of RFC 9110 section 5.6.2.
bool isNameCharacter(QChar c)
{
    static const QString marks = QStringLiteral("!#$%&'*+-.^_`|~");
    const char16_t code = c.unicode();
    return (code >= u'a' && code <= u'z') || (code >= u'A' && code <= u'Z') ||
           (code >= u'0' && code <= u'9') || marks.contains(c);
}

bool isValueCharacter(QChar c)
{
    return c == u'\t' || (c.unicode() >= 0x20 && c.unicode() < 0x7F);
}

bool isFieldName(const QString &name)
{
    return !name.isEmpty() && name.size() <= kLongestHeaderName &&
           std::all_of(name.begin(), name.end(), isNameCharacter);
}

/// What carries a key under many names: "Authorization", "x-goog-api-key", "CF-Access-Client-Secret".
bool namesCredential(const QString &name)
{
    static const QStringList kWords{
        QStringLiteral("authorization"), QStringLiteral("token"),     QStringLiteral("secret"),
        QStringLiteral("password"),      QStringLiteral("cookie"),    QStringLiteral("credential"),
        QStringLiteral("credentials"),   QStringLiteral("apikey"),    QStringLiteral("cookie2"),
        QStringLiteral("signature"),     QStringLiteral("passphrase")};
    static const QStringList kBeforeKey{QStringLiteral("api"), QStringLiteral("auth"),
                                        QStringLiteral("access"), QStringLiteral("subscription")};
    const QStringList parts = name.toLower().replace(u'_', u'-').split(u'-');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (kWords.contains(parts[i]) || (i > 0 && parts[i] == u"key" && kBeforeKey.contains(parts[i - 1])))
            return true;
    }
    return false;
}

bool looksLikeKey(const QString &value)
{
    return value.startsWith(QLatin1StringView("bearer "), Qt::CaseInsensitive) ||
           value.startsWith(QLatin1StringView("basic "), Qt::CaseInsensitive) ||
           value.startsWith(QLatin1StringView("sk-"));
}

bool sameName(const ExtraHeader &a, const ExtraHeader &b)
{
    return a.name.compare(b.name, Qt::CaseInsensitive) == 0;
}

} // namespace

Result<ExtraHeader> parseExtraHeader(const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    if (colon < 0)
        return refuse(QStringLiteral("NAME: VALUE, for example \"x-team: compilers\""));
    return checkedExtraHeader({text.left(colon), text.mid(colon + 1)});
}

QString toText(const ExtraHeader &header)
{
    return header.name + QLatin1StringView(": ") + header.value;
}

Result<ExtraHeader> checkedExtraHeader(ExtraHeader header)
{
    header = {header.name.trimmed(), header.value.trimmed()};
    if (!isFieldName(header.name))
        return refuse(QStringLiteral("a name of 1 to %1 letters, digits and marks such as \"-\"")
                          .arg(kLongestHeaderName));
    if (!staysOnTheWay(header.name.toLatin1()))
        return refuse(QStringLiteral("a header that QCC does not set itself"));
    if (namesCredential(header.name) || looksLikeKey(header.value))
        return refuse(QStringLiteral("no key or password; those belong to an endpoint"));
    if (header.value.isEmpty() || header.value.size() > kLongestHeaderValue ||
        !std::all_of(header.value.begin(), header.value.end(), isValueCharacter))
        return refuse(
            QStringLiteral("a value of 1 to %1 plain characters in one line").arg(kLongestHeaderValue));
    return header;
}

Result<std::vector<ExtraHeader>> checkedExtraHeaders(std::vector<ExtraHeader> headers)
{
    std::vector<ExtraHeader> checked;
    for (ExtraHeader &header : headers) {
        Result<ExtraHeader> one = checkedExtraHeader(std::move(header));
        if (!one)
            return one.refusal();
        const auto known = std::find_if(checked.begin(), checked.end(),
                                        [&](const ExtraHeader &other) { return sameName(other, *one); });
        if (known == checked.end())
            checked.push_back(std::move(one).value());
        else if (known->value != one->value)
            return refuse(QStringLiteral("every name once"));
    }
    if (std::ssize(checked) > kMostExtraHeaders)
        return refuse(QStringLiteral("at most %1 of them").arg(kMostExtraHeaders));
    return checked;
}

} // namespace qcc
