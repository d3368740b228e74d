// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <initializer_list>
#include <utility>

namespace qcc {

/// Writes Prometheus' text format 0.0.4: families with HELP and TYPE, samples with escaped labels. Source:
/// "Exposition formats" of the Prometheus documentation. A value.
class MetricsWriter
{
public:
    using Label = std::pair<const char *, QString>;

    /// Begins a family; its samples follow. @p type: "counter", "gauge" or "histogram".
    void family(const char *name, const char *type, const char *help);
    /// A sample of the family, whole numbers without a point.
    void sample(std::initializer_list<Label> labels, double value) { write("", labels, number(value)); }
    void count(std::initializer_list<Label> labels, quint64 value)
    {
        write("", labels, QByteArray::number(value));
    }
    /// One of a histogram's samples: "_bucket", "_sum", "_count".
    void part(const char *suffix, std::initializer_list<Label> labels, double value)
    {
        write(suffix, labels, number(value));
    }
    QByteArray takeText() { return std::move(m_text); }

private:
    static QByteArray number(double value);
    void write(const char *suffix, std::initializer_list<Label> labels, const QByteArray &value);

    QByteArray m_text;
    QByteArray m_name;
};

} // namespace qcc
