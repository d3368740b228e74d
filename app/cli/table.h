// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"

#include <vector>

namespace qcc {

struct Cell
{
    QString text; ///< made printable by the table
    Paint paint = Paint::Plain;
};

/// Rows whose columns line up in a terminal. Knows nothing of what it shows.
class Table
{
public:
    explicit Table(int indent = 0) : m_indent(indent) {}
    void addRow(std::vector<Cell> cells);
    /// The names of the columns.
    void addHeader(const QStringList &names);
    /// For rows that come later and are to stand under earlier ones.
    void setLeastWidths(std::vector<int> widths) { m_leastWidths = std::move(widths); }
    bool isEmpty() const { return m_rows.empty(); }
    void print(const Console &console) const;
    /// The same as print() would write, painted for @p console.
    QStringList lines(const Console &console) const;

private:
    std::vector<int> widths() const;

    int m_indent;
    std::vector<int> m_leastWidths;
    std::vector<std::vector<Cell>> m_rows;
};

} // namespace qcc
