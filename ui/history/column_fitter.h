// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

#include <vector>

namespace qcc {

/// How wide a column is, and what becomes of it where there is no room.
struct FittedColumn
{
    int column = 0;
    QString sample;      ///< as wide as what usually stands there
    int dispensable = 0; ///< 0: always shown; of the others the highest goes first
    int stretch = 0;     ///< its share of the room that is left
};

/// Gives a header's columns widths that suit the view: all of them where they fit, else without the
/// dispensable ones. A person may drag them until the view's width changes. Knows no model.
class ColumnFitter final : public QObject
{
    Q_OBJECT
public:
    /// @p view: the one whose viewport the columns fill.
    ColumnFitter(QAbstractScrollArea *view, QHeaderView *header);

    void setColumns(std::vector<FittedColumn> columns);
    void fit();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    int widthOf(const FittedColumn &column) const;
    std::vector<FittedColumn> shownIn(int width) const;

    QAbstractScrollArea *m_view;
    QHeaderView *m_header;
    std::vector<FittedColumn> m_columns;
    int m_fittedWidth = -1;
};

} // namespace qcc
