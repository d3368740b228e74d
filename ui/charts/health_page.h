// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_contents.h"
#include "ui/charts/health_feed.h"
#include "ui/charts/mark_shape.h"

#include <QWidget>

class QStackedWidget;
class QToolButton;

namespace qcc {

class Banner;
class ChartLegend;
class ConfigTable;
class EmptyState;
class HealthChart;
class MarkKey;
class SegmentedControl;
class SummaryRow;

/// The health page: how each config did over the last hour, day or week, who was active, and what was
/// switched when. Knows the doors and its own parts; what is drawn how is up to them. Main thread.
class HealthPage final : public QWidget
{
    Q_OBJECT
public:
    HealthPage(InstanceDoor &instance, HistoryDoor &history, QWidget *parent = nullptr);

    ChartPeriod period() const { return m_feed->period(); }
    void setPeriod(ChartPeriod period);
    ChartValue value() const { return m_value; }
    void setValue(ChartValue value);
    /// In place of the wall clock, for tests.
    void setClock(Clock clock) { m_feed->setClock(std::move(clock)); }

Q_SIGNALS:
    void eventActivated(const QString &id); ///< a person wants to read about this event
    void addRequested();                    ///< there is no config; a person wants to add one

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    QLayout *makeHead();
    QWidget *makeChartCard();
    QLayout *makeFoot();
    void wire();
    void wireLegend();
    void retranslate();
    void retranslateEmpty();
    void takeSettings();
    void takeAnswer(const HealthAnswer &answer);
    void takeFailure(const Refusal &refusal);
    void showChart();
    void showKey();
    void showState();
    void hideLine(const QString &config, bool shown);
    void setHidden(HiddenLines hidden);
    void act(const QString &action);
    std::vector<ChartLine> shownLines() const;

    /// What stands in place of the chart.
    enum class Empty { Nothing, NoConfigs, Failing, Reading, NobodyChecks, FirstCheck, NoLatency };
    Empty emptiness() const;

    InstanceDoor &m_instance;
    HealthFeed *m_feed;
    SegmentedControl *m_periods = nullptr;
    SegmentedControl *m_values = nullptr;
    SummaryRow *m_summary = nullptr;
    Banner *m_trouble = nullptr;
    QStackedWidget *m_stack = nullptr;
    HealthChart *m_chart = nullptr;
    EmptyState *m_empty = nullptr;
    MarkKey *m_key = nullptr;
    ChartLegend *m_legend = nullptr;
    QToolButton *m_more = nullptr;
    ConfigTable *m_table = nullptr;
    ChartValue m_value = ChartValue::Health;
    std::optional<HealthAnswer> m_answer;
    std::optional<Refusal> m_refusal;
    HiddenLines m_hidden;
    Empty m_shownEmpty = Empty::Nothing;
};

} // namespace qcc
