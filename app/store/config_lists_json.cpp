// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/config_lists_json.h"

#include "app/store/json_parts.h"
#include "models/rules/extra_headers.h"
#include "models/rules/model_mapping.h"
#include "models/rules/next_patterns.h"

namespace qcc {

namespace {

const QString kStatus = QStringLiteral("status");
const QString kText = QStringLiteral("text");
const QString kFrom = QStringLiteral("from");
const QString kTo = QStringLiteral("to");
const QString kName = QStringLiteral("name");
const QString kValue = QStringLiteral("value");

void checkCount(const JsonNode &node, size_t count, qsizetype most)
{
    if (qsizetype(count) > most)
        node.fail(QStringLiteral("at most %1 of them").arg(most));
}

} // namespace

std::vector<NextPattern> readNextPatterns(const JsonNode &node)
{
    std::vector<NextPattern> patterns;
    for (const JsonNode &element : node.elements()) {
        const JsonNode status = element.member(kStatus);
        const JsonNode text = element.member(kText);
        const auto number = static_cast<int>(status.whole(0, 400, 499));
        const JsonNode &at = status.isMissing() ? element : mayMeanNext(number) ? text : status;
        patterns.push_back(accept(at, checkedNextPattern({number, text.text()})));
    }
    checkCount(node, patterns.size(), kMostNextPatterns);
    return patterns;
}

QJsonArray nextPatternsArray(const QJsonArray &former, const std::vector<NextPattern> &patterns)
{
    QJsonArray list;
    for (const NextPattern &pattern : patterns) {
        QJsonObject one = findObject(former, [&](const QJsonValue &v) {
            return v[kStatus].toInt() == pattern.status && memberText(v, kText) == pattern.text;
        });
        one.insert(kStatus, pattern.status);
        setOrRemove(one, kText, pattern.text);
        list.append(one);
    }
    return list;
}

std::vector<ModelMapping> readModelMappings(const JsonNode &node)
{
    std::vector<ModelMapping> mappings;
    for (const JsonNode &element : node.elements()) {
        const JsonNode to = element.member(kTo);
        const ModelMapping typed{element.member(kFrom).text(), to.text()};
        mappings.push_back(accept(to.isMissing() ? element : to, checkedModelMapping(typed)));
    }
    checkCount(node, mappings.size(), kMostModelMappings);
    return mappings;
}

QJsonArray modelMappingsArray(const QJsonArray &former, const std::vector<ModelMapping> &mappings)
{
    QJsonArray list;
    for (const ModelMapping &mapping : mappings) {
        QJsonObject one = findObject(former, [&](const QJsonValue &v) {
            return memberText(v, kFrom) == mapping.from && memberText(v, kTo) == mapping.to;
        });
        one.insert(kFrom, mapping.from);
        one.insert(kTo, mapping.to);
        list.append(one);
    }
    return list;
}

std::vector<ExtraHeader> readExtraHeaders(const JsonNode &node)
{
    std::vector<ExtraHeader> headers;
    for (const JsonNode &element : node.elements()) {
        const JsonNode value = element.member(kValue);
        const ExtraHeader typed{element.member(kName).text(), value.text()};
        headers.push_back(accept(value.isMissing() ? element : value, checkedExtraHeader(typed)));
    }
    checkCount(node, headers.size(), kMostExtraHeaders);
    return headers;
}

QJsonArray extraHeadersArray(const QJsonArray &former, const std::vector<ExtraHeader> &headers)
{
    QJsonArray list;
    for (const ExtraHeader &header : headers) {
        QJsonObject one = findObject(former, [&](const QJsonValue &v) {
            return memberText(v, kName) == header.name && memberText(v, kValue) == header.value;
        });
        one.insert(kName, header.name);
        one.insert(kValue, header.value);
        list.append(one);
    }
    return list;
}

} // namespace qcc
