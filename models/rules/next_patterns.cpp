// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/next_patterns.h"

#include <QJsonDocument>

namespace qcc {
namespace {

Refusal refuse(const QString &permitted)
{
    return {RefusalCode::InvalidValue, QStringLiteral("next_on"), permitted};
}

/// The body's text without JSON's escapes; nothing when it has none or is not whole.
QString withoutEscapes(QByteArrayView body)
{
    if (!body.contains('\\'))
        return {};
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromRawData(body.data(), body.size()));
    return document.isNull() ? QString() : QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

bool sameButForCase(const NextPattern &a, const NextPattern &b)
{
    return a.status == b.status && a.text.compare(b.text, Qt::CaseInsensitive) == 0;
}

bool isControl(uint character)
{
    return QChar::category(character) == QChar::Other_Control;
}

} // namespace

bool mayMeanNext(int status)
{
    constexpr std::array kOwnMeaning{401, 402, 403, 404, 408, 409, 429};
    return status >= 400 && status <= 499 &&
           std::find(kOwnMeaning.begin(), kOwnMeaning.end(), status) == kOwnMeaning.end();
}

bool meansNext(std::span<const NextPattern> patterns, int status, QByteArrayView body, bool readable)
{
    const auto concerned = [&](const NextPattern &pattern) { return pattern.status == status; };
    if (std::none_of(patterns.begin(), patterns.end(), concerned))
        return false;
    const QString text = readable ? QString::fromUtf8(body) : QString();
    const QString plain = readable ? withoutEscapes(body) : QString();
    return std::any_of(patterns.begin(), patterns.end(), [&](const NextPattern &pattern) {
        return concerned(pattern) &&
               (pattern.text.isEmpty() || text.contains(pattern.text, Qt::CaseInsensitive) ||
                plain.contains(pattern.text, Qt::CaseInsensitive));
    });
}

bool bodyMatters(std::span<const NextPattern> patterns, int status)
{
    bool matters = false;
    for (const NextPattern &pattern : patterns) {
        if (pattern.status == status && pattern.text.isEmpty())
            return false;
        matters |= pattern.status == status;
    }
    return matters;
}

Result<NextPattern> parseNextPattern(const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    bool isNumber = false;
    const int status = (colon < 0 ? text : text.left(colon)).trimmed().toInt(&isNumber);
    if (!isNumber)
        return refuse(QStringLiteral("STATUS or STATUS:TEXT, for example \"400:model unavailable\""));
    return checkedNextPattern({status, colon < 0 ? QString() : text.mid(colon + 1)});
}

QString toText(const NextPattern &pattern)
{
    const QString status = QString::number(pattern.status);
    return pattern.text.isEmpty() ? status : status + u':' + pattern.text;
}

Result<NextPattern> checkedNextPattern(NextPattern pattern)
{
    if (!mayMeanNext(pattern.status))
        return refuse(QStringLiteral("a status from 400 to 499; 401, 402, 403, 404, 408, 409 and 429 lead to "
                                     "the next one anyway"));
    pattern.text = pattern.text.trimmed();
    const QList<uint> characters = pattern.text.toUcs4();
    if (characters.size() > kLongestPatternText)
        return refuse(QStringLiteral("a text of at most %1 characters").arg(kLongestPatternText));
    if (std::any_of(characters.begin(), characters.end(), isControl))
        return refuse(QStringLiteral("a text without control characters"));
    return pattern;
}

Result<std::vector<NextPattern>> checkedNextPatterns(std::vector<NextPattern> patterns)
{
    std::vector<NextPattern> checked;
    for (NextPattern &pattern : patterns) {
        Result<NextPattern> one = checkedNextPattern(std::move(pattern));
        if (!one)
            return one.refusal();
        const bool known = std::any_of(checked.begin(), checked.end(),
                                       [&](const NextPattern &other) { return sameButForCase(*one, other); });
        if (!known)
            checked.push_back(std::move(one).value());
    }
    if (std::ssize(checked) > kMostNextPatterns)
        return refuse(QStringLiteral("at most %1 of them").arg(kMostNextPatterns));
    return checked;
}

} // namespace qcc
