// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/claude/byte_edits.h"
#include "app/claude/json_text.h"
#include "models/domain/result.h"

namespace qcc {

/// Whose settings file it is, and so where its variables are and what JSON it takes.
enum class SettingsForm {
    ClaudeCode, ///< "env": {"NAME": "VALUE"}
    Editor      ///< "claudeCode.environmentVariables": [{"name": "NAME", "value": "VALUE"}]
};

/// A variable as its file spells it: the value is raw JSON, with its quotes.
struct RawVariable
{
    QString name;
    QByteArray value;
    bool operator==(const RawVariable &) const = default;
};

/// The variables in the text of a settings file, and the edits that change them and no other byte. Must not
/// know files, nor which variables are ours. A value; any one thread.
class VariableTable
{
public:
    /// FileBroken (line and column) for @p file; InTheWay when the variables have a form that can't be
    /// changed without touching others' bytes.
    static Result<VariableTable> read(const QString &file, const QByteArray &text, SettingsForm form);

    const QByteArray &text() const { return m_text; }
    /// Of a repeated variable the last one, which counts.
    std::optional<QByteArray> raw(const QString &name) const;
    /// Its text; none when it is not there or no text.
    std::optional<QString> value(const QString &name) const;
    /// A member of the document beside the variables, such as "apiKeyHelper".
    bool hasSetting(const QString &name) const;
    /// Whether the file has a place for variables already.
    bool hasTable() const { return m_table.has_value(); }

    /// Replaces the values that are there; the others come behind the last one, in the manner of the file.
    ByteEdits setting(const std::vector<RawVariable> &variables) const;
    /// Takes variables out; comments stay. With @p tableToo also their place, if nothing else is in it.
    ByteEdits removing(const QStringList &names, bool tableToo) const;
    /// Nothing but an empty object, or nothing at all.
    bool isBare() const;

private:
    VariableTable(QByteArray text, SettingsForm form);
    Result<Done> findTable(const QString &file);
    JsonDialect dialect() const;
    QString tableName() const;
    struct Entry
    {
        QString name;
        JsonSpan value;
        size_t index = 0; ///< among the table's elements
    };
    std::optional<Entry> entryOf(const JsonElement &element, size_t index) const;
    const Entry *find(const QString &name) const;
    ByteEdits inserting(const std::vector<RawVariable> &variables) const;
    QByteArray spelled(const RawVariable &variable, const QByteArray &colon) const;

    QByteArray m_text;
    SettingsForm m_form;
    std::optional<JsonContainer> m_root; ///< none: the text is blank
    std::optional<JsonContainer> m_table;
    std::vector<Entry> m_entries;
};

/// Whether two raw values stand for the same: others may spell a text differently when they rewrite a file.
bool sameValue(const QByteArray &left, const QByteArray &right);

} // namespace qcc
