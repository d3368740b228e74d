// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/history.h"

#include <QTableWidget>

namespace qcc {

/// The period per config: mean health, time active, requests served, time to the first byte. Read only.
class ConfigTable final : public QTableWidget
{
    Q_OBJECT
public:
    explicit ConfigTable(QWidget *parent = nullptr);

    void setStats(const std::vector<ConfigStats> &stats);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Column { Config, Health, Active, Requests, FirstByte, ColumnCount };

    void retranslate();
    void showStats();
    void put(int row, Column column, const QString &text);
    int heightOf(int rows) const;

    std::vector<ConfigStats> m_stats;
};

} // namespace qcc
