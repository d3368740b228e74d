// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/claude/variable_table.h"

#include "app/claude/json_layout.h"
#include "app/secrets/json_locator.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace qcc {

namespace {

QString placed(const QByteArray &text, qsizetype offset, const QString &reason)
{
    return lineAndColumn(text, offset) + QStringLiteral(": ") + reason;
}

} // namespace

VariableTable::VariableTable(QByteArray text, SettingsForm form) : m_text(std::move(text)), m_form(form) {}

JsonDialect VariableTable::dialect() const
{
    return m_form == SettingsForm::ClaudeCode ? JsonDialect::Strict : JsonDialect::WithComments;
}

QString VariableTable::tableName() const
{
    return m_form == SettingsForm::ClaudeCode ? QStringLiteral("env")
                                              : QStringLiteral("claudeCode.environmentVariables");
}

Result<VariableTable> VariableTable::read(const QString &file, const QByteArray &text, SettingsForm form)
{
    VariableTable table(text, form);
    if (const std::optional<JsonFault> fault = faultIn(text, table.dialect()))
        return Refusal{RefusalCode::FileBroken, file, placed(text, fault->offset, fault->reason)};
    if (const Result<Done> found = table.findTable(file); !found)
        return found.refusal();
    return table;
}

Result<Done> VariableTable::findTable(const QString &file)
{
    const std::optional<qsizetype> root = rootOf(m_text, dialect());
    if (!root)
        return Done{};
    m_root = containerAt(m_text, *root, dialect());
    if (!m_root || !m_root->isObject)
        return Refusal{RefusalCode::FileBroken, file,
                       placed(m_text, *root, QStringLiteral("an object { … } is needed"))};
    const JsonElement *member = lastMember(m_text, *m_root, tableName());
    if (!member)
        return Done{};
    m_table = containerAt(m_text, member->value.begin, dialect());
    const bool wantsObject = m_form == SettingsForm::ClaudeCode;
    if (!m_table || m_table->isObject != wantsObject)
        return Refusal{
            RefusalCode::InTheWay, file,
            placed(m_text, member->value.begin,
                   wantsObject ? QStringLiteral("\"env\" holds no object { … }")
                               : QStringLiteral("\"claudeCode.environmentVariables\" holds no list [ … ]"))};
    for (size_t i = 0; i < m_table->elements.size(); ++i) {
        if (const std::optional<Entry> entry = entryOf(m_table->elements[i], i))
            m_entries.push_back(*entry);
    }
    return Done{};
}

std::optional<VariableTable::Entry> VariableTable::entryOf(const JsonElement &element, size_t index) const
{
    if (element.key)
        return Entry{stringIn(m_text, *element.key).value_or(QString()), element.value, index};
    const std::optional<JsonContainer> pair = containerAt(m_text, element.value.begin, dialect());
    if (!pair || !pair->isObject)
        return std::nullopt;
    const JsonElement *name = lastMember(m_text, *pair, QStringLiteral("name"));
    const JsonElement *value = lastMember(m_text, *pair, QStringLiteral("value"));
    if (!name || !value)
        return std::nullopt;
    return Entry{stringIn(m_text, name->value).value_or(QString()), value->value, index};
}

const VariableTable::Entry *VariableTable::find(const QString &name) const
{
    const auto found = std::find_if(m_entries.rbegin(), m_entries.rend(),
                                    [&](const Entry &entry) { return entry.name == name; });
    return found == m_entries.rend() ? nullptr : &*found;
}

std::optional<QByteArray> VariableTable::raw(const QString &name) const
{
    const Entry *entry = find(name);
    return entry ? std::optional(entry->value.in(m_text).toByteArray()) : std::nullopt;
}

std::optional<QString> VariableTable::value(const QString &name) const
{
    const Entry *entry = find(name);
    return entry ? stringIn(m_text, entry->value) : std::nullopt;
}

bool VariableTable::hasSetting(const QString &name) const
{
    return m_root && lastMember(m_text, *m_root, name) != nullptr;
}

bool VariableTable::isBare() const
{
    return !m_root || (m_root->elements.empty() && m_root->contentEnd == m_root->span.begin + 1);
}

ByteEdits VariableTable::setting(const std::vector<RawVariable> &variables) const
{
    ByteEdits edits;
    std::vector<RawVariable> missing;
    for (const RawVariable &variable : variables) {
        if (const Entry *entry = find(variable.name)) {
            const QByteArray now = entry->value.in(m_text).toByteArray();
            if (now != variable.value)
                edits.push_back({entry->value.begin, now, variable.value});
        } else {
            missing.push_back(variable);
        }
    }
    if (!missing.empty()) {
        const ByteEdits added = inserting(missing);
        edits.insert(edits.end(), added.begin(), added.end());
    }
    std::sort(edits.begin(), edits.end(),
              [](const ByteEdit &left, const ByteEdit &right) { return left.offset < right.offset; });
    return edits;
}

QByteArray VariableTable::spelled(const RawVariable &variable, const QByteArray &colon) const
{
    if (m_form == SettingsForm::ClaudeCode)
        return jsonString(variable.name) + colon + variable.value;
    return "{ \"name\"" + colon + jsonString(variable.name) + ", \"value\"" + colon + variable.value + " }";
}

ByteEdits VariableTable::inserting(const std::vector<RawVariable> &variables) const
{
    const JsonLayout outside = usualLayout(m_text);
    const JsonLayout inRoot = m_root ? layoutOf(m_text, *m_root, outside) : outside.deeper();
    const JsonLayout inTable = m_table && m_table->isObject ? layoutOf(m_text, *m_table, inRoot) : inRoot;
    QByteArrayList elements;
    for (const RawVariable &variable : variables)
        elements << spelled(variable, inTable.colon);
    if (m_table)
        return appending(m_text, *m_table, inRoot, elements);

    const QByteArrayView brackets = m_form == SettingsForm::ClaudeCode ? "{}" : "[]";
    const QByteArray member =
        jsonString(tableName()) + inRoot.colon + newContainer(inRoot, brackets, elements);
    if (m_root)
        return appending(m_text, *m_root, outside, {member});
    const QByteArray document = newContainer(outside, "{}", {member});
    return {{m_text.size(), {}, document + outside.before}};
}

ByteEdits VariableTable::removing(const QStringList &names, bool tableToo) const
{
    if (!m_table)
        return {};
    std::set<size_t> indices;
    for (const QString &name : names) {
        if (const Entry *entry = find(name))
            indices.insert(entry->index);
    }
    if (tableToo && !hasComments(m_text, *m_table) && indices.size() == m_table->elements.size()) {
        const size_t index =
            static_cast<size_t>(lastMember(m_text, *m_root, tableName()) - m_root->elements.data());
        return takingOut(m_text, *m_root, {index});
    }
    return indices.empty() ? ByteEdits() : takingOut(m_text, *m_table, indices);
}

bool sameValue(const QByteArray &left, const QByteArray &right)
{
    const auto parsed = [](const QByteArray &raw) {
        return QJsonDocument::fromJson("[" + raw + "]").array();
    };
    return left == right || (!parsed(left).isEmpty() && parsed(left) == parsed(right));
}

} // namespace qcc
