// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/secrets/json_file.h"

#include <QJsonArray>

namespace qcc {

/// Reads a settings file's values one by one and remembers the first one that is wrong, with its place in the
/// text. After a fault reading goes on with defaults, so that callers ask once, at the end. Missing and null
/// are the same.
class JsonReader
{
public:
    JsonReader(const QString &file, const QByteArray &text) : m_file(file), m_text(text) {}

    const std::optional<Refusal> &fault() const { return m_fault; }
    void fail(const JsonPath &path, const QString &reason)
    {
        if (!m_fault)
            m_fault = brokenAt(m_file, m_text, path, reason);
    }

private:
    const QString &m_file;
    const QByteArray &m_text;
    std::optional<Refusal> m_fault;
};

/// One value of the document and the way to it.
class JsonNode
{
public:
    JsonNode(JsonReader &reader, QJsonValue value, JsonPath path = {})
        : m_reader(reader), m_value(std::move(value)), m_path(std::move(path))
    {
    }

    bool isMissing() const { return m_value.isUndefined() || m_value.isNull(); }
    const QJsonValue &value() const { return m_value; }
    void fail(const QString &reason) const { m_reader.fail(m_path, reason); }

    /// A member; the value itself must be an object.
    JsonNode member(const QString &name) const;
    /// The array's elements; none when it is missing.
    std::vector<JsonNode> elements() const;

    QString text(const QString &otherwise = {}) const;
    bool flag(bool otherwise) const;
    /// A number within [least, most].
    double number(double otherwise, double least, double most) const;
    /// A whole number within [least, most].
    qint64 whole(qint64 otherwise, qint64 least, qint64 most) const;

private:
    JsonReader &m_reader;
    QJsonValue m_value;
    JsonPath m_path;
};

} // namespace qcc
