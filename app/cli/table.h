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
    bool isEmpty() const { return m_rows.empty(); }
    void print(const Console &console) const;

private:
    std::vector<int> widths() const;

    int m_indent;
    std::vector<std::vector<Cell>> m_rows;
};

} // namespace qcc
