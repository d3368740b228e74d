// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_contents.h"
#include "ui/charts/line_set.h"
#include "ui/charts/plot_frame.h"

#include <QChartView>
#include <QPixmap>

class QValueAxis;

namespace qcc {

class BandStrip;
class ChartRuler;
class MarkItem;

/// The chart itself: lines, grid, the strip of active configs, the marks of events, and a cursor that reads
/// out a moment by mouse or keyboard (arrows, Ctrl+arrows from event to event, Enter opens the event). Shows
/// what it is given; asks nobody. Main thread.
class HealthChart final : public QChartView
{
    Q_OBJECT
public:
    explicit HealthChart(QWidget *parent = nullptr);

    void setContents(const ChartContents &contents);
    const ChartContents &contents() const { return m_contents; }
    void setHidden(const HiddenLines &hidden);
    /// The others fade; empty: none.
    void setHighlighted(const QString &config);

    /// None: nothing is read out.
    void setCursorMoment(std::optional<TimePoint> moment);
    std::optional<TimePoint> cursorMoment() const { return m_moment; }

    const PlotFrame &frame() const { return m_frame; }
    const LineSet &lines() const { return m_lines; }
    std::vector<MarkItem *> marks() const { return m_marks; }
    QSize minimumSizeHint() const override { return {320, 140}; }

Q_SIGNALS:
    void eventActivated(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void retranslate();
    void layOut();
    void drawAnew();
    std::vector<double> valueTicks() const;
    QString tickText(double value) const;
    QFont labelFont() const;
    void showRuler(const std::vector<double> &ticks);
    void showBands(const QRectF &strip);
    void showMarks();
    void showLines();
    void showPens();
    void showCursor();
    void paintCursor(QPainter &painter) const;
    void moveCursor(int pieces);
    void jumpToEvent(int direction);
    void activateEvent();
    bool handlesKey(int key, bool withControl);

    QValueAxis *m_xAxis;
    QValueAxis *m_yAxis;
    LineSet m_lines;
    ChartRuler *m_ruler;
    BandStrip *m_strip;
    ReadOutPanel *m_panel;
    std::vector<MarkItem *> m_marks;
    ChartContents m_contents;
    HiddenLines m_hidden;
    QString m_highlighted;
    PlotFrame m_frame;
    QPixmap m_layer; ///< all but the cursor, as drawn last; null: to be drawn
    std::optional<TimePoint> m_moment;
    bool m_showsFocus = false; ///< it came by keyboard
};

} // namespace qcc
