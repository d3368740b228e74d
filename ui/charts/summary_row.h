// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/history.h"

#include <QWidget>

class QLabel;

namespace qcc {

/// The period in four numbers: failovers, mean time to recovery, saved by spill-over, requests served.
class SummaryRow final : public QWidget
{
    Q_OBJECT
public:
    explicit SummaryRow(QWidget *parent = nullptr);

    void setStats(const HistoryStats &stats);
    /// Unknown yet: dashes.
    void clear();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Tile { Failovers, Recovery, Saved, Served, TileCount };
    struct Labels
    {
        QLabel *value = nullptr;
        QLabel *caption = nullptr;
    };

    QWidget *makeTile(Labels &labels);
    void retranslate();
    void showValues();
    void showTile(Tile tile, const QString &value, const QString &caption, const QString &hint);
    void restyle();

    std::array<Labels, TileCount> m_tiles;
    std::optional<HistoryStats> m_stats;
};

} // namespace qcc
