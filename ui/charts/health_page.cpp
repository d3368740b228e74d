// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/health_page.h"

#include "ui/base/banner.h"
#include "ui/base/card_frame.h"
#include "ui/base/empty_state.h"
#include "ui/base/grid.h"
#include "ui/base/refusal_sentence.h"
#include "ui/base/segmented_control.h"
#include "ui/charts/chart_legend.h"
#include "ui/charts/config_table.h"
#include "ui/charts/health_chart.h"
#include "ui/charts/mark_key.h"
#include "ui/charts/summary_row.h"

#include <QStackedWidget>
#include <QToolButton>

namespace qcc {

HealthPage::HealthPage(InstanceDoor &instance, HistoryDoor &history, QWidget *parent)
    : QWidget(parent), m_instance(instance), m_feed(new HealthFeed(history, this))
{
    build();
    wire();
    retranslate();
    takeSettings();
}

void HealthPage::build()
{
    // Made in the order in which Tab goes through them.
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(grid::kLarge, grid::kLarge, grid::kLarge, grid::kLarge);
    column->setSpacing(grid::kMedium);
    column->addLayout(makeHead());
    column->addWidget(m_summary = new SummaryRow(this));
    column->addWidget(m_trouble = new Banner(Severity::Warn, this));
    column->addWidget(makeChartCard(), 1);
    column->addWidget(m_legend = new ChartLegend(this));
    column->addLayout(makeFoot());
    column->addWidget(m_table = new ConfigTable(this));
    m_trouble->hide();
    m_table->hide();
}

QLayout *HealthPage::makeHead()
{
    m_periods = new SegmentedControl(this);
    m_values = new SegmentedControl(this);
    auto *row = new QHBoxLayout;
    row->setSpacing(grid::kMedium);
    row->addWidget(m_periods);
    row->addStretch(1);
    row->addWidget(m_values);
    return row;
}

QWidget *HealthPage::makeChartCard()
{
    auto *card = new CardFrame(this);
    m_stack = new QStackedWidget(card);
    m_chart = new HealthChart(m_stack);
    m_empty = new EmptyState(Icon::Health, m_stack);
    m_stack->addWidget(m_chart);
    m_stack->addWidget(m_empty);
    card->body()->addWidget(m_stack);
    card->layout()->setContentsMargins(grid::kSmall, grid::kSmall, grid::kSmall, grid::kSmall);
    card->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    return card;
}

QLayout *HealthPage::makeFoot()
{
    m_more = new QToolButton(this);
    m_more->setCheckable(true);
    m_more->setAutoRaise(true);
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setIcon(icon(Icon::Expand));
    m_key = new MarkKey(this);
    auto *row = new QHBoxLayout;
    row->addWidget(m_more);
    row->addStretch(1);
    row->addWidget(m_key);
    return row;
}

void HealthPage::wire()
{
    connect(m_periods, &SegmentedControl::currentChanged, this,
            [this](int index) { setPeriod(kChartPeriods[static_cast<size_t>(std::clamp(index, 0, 2))]); });
    connect(m_values, &SegmentedControl::currentChanged, this,
            [this](int index) { setValue(index == 0 ? ChartValue::Health : ChartValue::Latency); });
    connect(m_chart, &HealthChart::eventActivated, this, &HealthPage::eventActivated);
    connect(m_more, &QToolButton::toggled, this, [this](bool open) {
        m_table->setVisible(open);
        m_more->setIcon(icon(open ? Icon::Collapse : Icon::Expand));
    });
    connect(m_empty, &EmptyState::actionTriggered, this, &HealthPage::act);
    connect(m_feed, &HealthFeed::answered, this, &HealthPage::takeAnswer);
    connect(m_feed, &HealthFeed::failed, this, &HealthPage::takeFailure);
    connect(m_feed, &HealthFeed::counted, this, [this](const HistoryStats &stats) {
        m_summary->setStats(stats);
        m_table->setStats(stats.configs);
    });
    connect(&m_instance, &InstanceDoor::settingsChanged, this, &HealthPage::takeSettings);
    connect(&m_instance, &InstanceDoor::stateChanged, this, &HealthPage::showState);
    connect(&m_instance, &InstanceDoor::snapshotChanged, this, &HealthPage::showState);
    connect(&m_instance, &InstanceDoor::eventHappened, m_feed, &HealthFeed::refresh);
    wireLegend();
}

void HealthPage::wireLegend()
{
    connect(m_legend, &ChartLegend::toggled, this, &HealthPage::hideLine);
    connect(m_legend, &ChartLegend::allRequested, this, [this] { setHidden({}); });
    connect(m_legend, &ChartLegend::onlyRequested, this, [this](const QString &config) {
        HiddenLines others;
        for (const ChartLine &line : shownLines())
            others.insert(line.config);
        others.erase(config);
        setHidden(std::move(others));
    });
    connect(m_legend, &ChartLegend::highlighted, m_chart, &HealthChart::setHighlighted);
}

void HealthPage::setPeriod(ChartPeriod period)
{
    if (period == m_feed->period())
        return;
    m_feed->setPeriod(period);
    m_periods->setCurrentIndex(static_cast<int>(period));
}

void HealthPage::setValue(ChartValue value)
{
    if (value == m_value)
        return;
    m_value = value;
    m_values->setCurrentIndex(value == ChartValue::Health ? 0 : 1);
    showChart();
}

void HealthPage::takeSettings()
{
    std::vector<QString> names;
    for (const Config &config : m_instance.settings().configs)
        names.push_back(config.name);
    m_feed->setConfigs(std::move(names));
    showChart();
}

void HealthPage::takeAnswer(const HealthAnswer &answer)
{
    m_answer = answer;
    m_refusal.reset();
    showChart();
}

void HealthPage::takeFailure(const Refusal &refusal)
{
    m_refusal = refusal;
    showState();
    retranslateEmpty(); // another reason, maybe
}

/// In the order of the groups. A config's look goes with its place in the list of all configs, which a drag
/// doesn't change. Disabled ones have a line only if something is known of them.
std::vector<ChartLine> HealthPage::shownLines() const
{
    const Settings &settings = m_instance.settings();
    std::vector<ChartLine> lines;
    for (const PriorityGroup &group : settings.groups.all()) {
        for (const QString &name : group.configNames) {
            const Config *config = settings.find(name);
            const bool isKnown = m_answer && !pointsOf({*m_answer, {}, m_value, {}, {}}, name).empty();
            if (config && (group.priority != Priority::Disabled || isKnown))
                lines.push_back({name, static_cast<int>(config - settings.configs.data())});
        }
    }
    return lines;
}

void HealthPage::showChart()
{
    const std::vector<ChartLine> lines = shownLines();
    if (m_answer) {
        const TimePoint now = m_feed->now();
        const milliseconds interval = m_instance.settings().policy.checkInterval;
        m_chart->setContents({*m_answer, lines, m_value,
                              reachOf(m_answer->piece, interval, std::min(now, m_answer->to)), now});
    }
    m_legend->setLines(lines, m_hidden);
    showKey();
    showState();
}

void HealthPage::showKey()
{
    std::set<MarkShape> found;
    if (m_answer) {
        for (const FailoverEvent &event : m_answer->events)
            found.insert(markShape(event));
    }
    m_key->setShapes(std::vector<MarkShape>(found.begin(), found.end()));
}

void HealthPage::hideLine(const QString &config, bool shown)
{
    HiddenLines hidden = m_hidden;
    if (shown)
        hidden.erase(config);
    else
        hidden.insert(config);
    setHidden(std::move(hidden));
}

void HealthPage::setHidden(HiddenLines hidden)
{
    m_hidden = std::move(hidden);
    m_chart->setHidden(m_hidden);
    m_legend->setLines(shownLines(), m_hidden);
}

void HealthPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_feed->setRunning(true);
}

void HealthPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_feed->setRunning(false);
}

void HealthPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    constexpr int kHigh = 640;
    m_legend->setMostRows(height() < kHigh ? 2 : 3);
}

void HealthPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace qcc
