// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/copy_rows.h"

namespace qcc {

QString linesOf(const QAbstractItemModel &model, const QModelIndexList &rows, const std::vector<int> &columns)
{
    QStringList lines;
    for (const QModelIndex &row : rows) {
        QStringList cells;
        for (const int column : columns)
            cells << model.index(row.row(), column, row.parent()).data().toString().simplified();
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace qcc
