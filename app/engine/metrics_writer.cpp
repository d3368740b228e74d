// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/metrics_writer.h"

namespace qcc {

namespace {

QByteArray escapedLabel(const QString &text)
{
    return text.toUtf8().replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
}

} // namespace

QByteArray MetricsWriter::number(double value)
{
    constexpr int kDigits = 15; // every whole number up to 10^15 stands as it is
    return QByteArray::number(value, 'g', kDigits);
}

void MetricsWriter::family(const char *name, const char *type, const char *help)
{
    m_name = name;
    m_text += "# HELP " + m_name + ' ' + QByteArray(help).replace('\\', "\\\\").replace('\n', "\\n") +
              "\n# TYPE " + m_name + ' ' + type + '\n';
}

void MetricsWriter::write(const char *suffix, std::initializer_list<Label> labels, const QByteArray &value)
{
    m_text += m_name + suffix;
    char before = '{';
    for (const auto &[name, text] : labels) {
        m_text += before;
        m_text += name + QByteArray("=\"") + escapedLabel(text) + '"';
        before = ',';
    }
    if (labels.size() > 0)
        m_text += '}';
    m_text += ' ' + value + '\n';
}

} // namespace qcc
