// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/table.h"

#include "app/cli/display_width.h"

namespace qcc {

void Table::addRow(std::vector<Cell> cells)
{
    for (Cell &cell : cells)
        cell.text = printable(cell.text);
    while (!cells.empty() && cells.back().text.isEmpty())
        cells.pop_back(); // no spaces at the end of a line
    m_rows.push_back(std::move(cells));
}

std::vector<int> Table::widths() const
{
    std::vector<int> widths = m_leastWidths;
    for (const auto &row : m_rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], displayWidth(row[i].text));
    }
    return widths;
}

void Table::addHeader(const QStringList &names)
{
    std::vector<Cell> cells;
    for (const QString &name : names)
        cells.push_back({name, Paint::Faint});
    addRow(std::move(cells));
}

QStringList Table::lines(const Console &console) const
{
    const std::vector<int> columns = widths();
    QStringList lines;
    for (const auto &row : m_rows) {
        QString line(m_indent, QLatin1Char(' '));
        for (size_t i = 0; i < row.size(); ++i) {
            const QString gap =
                i + 1 < row.size() ? padded(row[i].text, columns[i] + 2).mid(row[i].text.size()) : QString();
            line += console.painted(row[i].text, row[i].paint) + gap;
        }
        lines << line;
    }
    return lines;
}

void Table::print(const Console &console) const
{
    for (const QString &line : lines(console))
        console.print(line);
}

} // namespace qcc
