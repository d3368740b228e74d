// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/error_body.h"

#include "models/rules/json_text.h"

#include <array>

namespace qcc {
namespace {

constexpr qsizetype kLongestErrorType = 64;

/// Lower case. Whole phrases, not single words: a 400 about a prompt that speaks of credit must stay the
/// client's own.
constexpr std::array kCreditPhrases{
    "credit balance",
    "insufficient_quota",
    "insufficient quota",
    "insufficient_balance",
    "insufficient balance",
    "insufficient_credit",
    "insufficient credit",
    "insufficient_user_quota",
    "insufficient funds",
    "insufficient_funds",
    "out of credit",
    "no credit",
    "not enough credit",
    "not enough balance",
    "not enough quota",
    "exceeded your current quota",
    "quota exceeded",
    "quota_exceeded",
    "exceeded quota",
    "quota has been exhausted",
    "quota exhausted",
    "quota is not enough",
    "out of quota",
    "balance is too low",
    "balance too low",
    "balance is not enough",
    "balance_not_enough",
    "billing_error",
    "billing hard limit",
    "billing_hard_limit",
    "payment required",
    "payment_required",
    "余额不足",
    "余额已用",
    "额度不足",
    "额度已用",
    "额度已耗尽",
    "配额不足",
    "配额已用",
    "已欠费",
    "账户欠费",
    "欠费",
};

bool isIdentifier(const QByteArray &text)
{
    return !text.isEmpty() && text.size() <= kLongestErrorType &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '_' || c == '-' || c == '.';
           });
}

} // namespace

QString errorTypeOf(QByteArrayView body)
{
    const std::optional<QByteArrayView> error = jsonMember(body, "error");
    if (!error)
        return {};
    for (const char *key : {"type", "code"}) {
        const std::optional<QByteArrayView> raw = jsonMember(*error, key);
        const QByteArray text = raw ? jsonString(*raw).value_or(QByteArray()) : QByteArray();
        if (isIdentifier(text))
            return QString::fromLatin1(text);
    }
    return {};
}

bool speaksOfCredit(QByteArrayView body)
{
    QByteArray text = body.toByteArray();
    // Chinese phrases may come escaped ("\u4f59…").
    if (text.contains("\\u")) {
        const QJsonDocument document = QJsonDocument::fromJson(text);
        if (document.isObject())
            text = document.toJson(QJsonDocument::Compact);
    }
    text = text.toLower();
    return std::any_of(kCreditPhrases.begin(), kCreditPhrases.end(),
                       [&](const char *phrase) { return text.contains(phrase); });
}

bool isErrorObject(QByteArrayView body)
{
    const std::optional<QByteArrayView> type = jsonMember(body, "type");
    if (type && *type == "\"error\"")
        return true;
    const std::optional<QByteArrayView> error = jsonMember(body, "error");
    if (error && !error->isEmpty() && *error != "\"\"" && (error->front() == '{' || error->front() == '"'))
        return true;
    const std::optional<QByteArrayView> success = jsonMember(body, "success");
    return success && *success == "false";
}

} // namespace qcc
