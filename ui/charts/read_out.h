// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/line_style.h"

#include <QWidget>

namespace qcc {

/// What the chart tells of one moment.
struct ReadOut
{
    struct Row
    {
        QString config;
        QString value;
        LineStyle style;
        bool isActive = false; ///< requests went there
        bool operator==(const Row &) const = default;
    };
    QString moment;
    std::vector<Row> rows;
    bool operator==(const ReadOut &) const = default;
};

/// For a screen reader: "14:35:10. production (active): 100 %. backup: 50 %."
QString spokenText(const ReadOut &readOut);

/// The small panel beside the pointer. The mouse goes through it.
class ReadOutPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit ReadOutPanel(QWidget *parent);

    void show(const ReadOut &readOut, int x, const QRect &room);
    const ReadOut &readOut() const { return m_readOut; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int rowsPerColumn() const;
    int columnWidth() const;
    int rowHeight() const;
    void paintRow(QPainter &painter, const ReadOut::Row &row, const QRect &area) const;

    ReadOut m_readOut;
    int m_columns = 1;
};

} // namespace qcc
