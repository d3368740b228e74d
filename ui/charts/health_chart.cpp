// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/health_chart.h"

#include "ui/base/grid.h"
#include "ui/charts/band_strip.h"
#include "ui/charts/chart_ruler.h"
#include "ui/charts/mark_item.h"

#include <QChart>
#include <QFontMetricsF>
#include <QLegend>
#include <QValueAxis>

namespace qcc {

namespace {

constexpr double kHealthMargin = 6; ///< per cent above and below, for lines that are moved apart
constexpr double kWidestSpread = 9; ///< per cent between the first and the last of lines that lie together
constexpr double kSpread = 0.9;     ///< per cent between neighbours

QChart *makeChart()
{
    auto *chart = new QChart;
    chart->legend()->hide();
    chart->setBackgroundVisible(false);
    chart->setPlotAreaBackgroundVisible(false);
    chart->setMargins({});
    chart->setAnimationOptions(QChart::NoAnimation);
    return chart;
}

QValueAxis *makeAxis(QChart *chart, Qt::Alignment side)
{
    auto *axis = new QValueAxis;
    axis->setVisible(false);
    chart->addAxis(axis, side);
    return axis;
}

double milliseconds1970(TimePoint moment)
{
    return double(moment.time_since_epoch().count());
}

} // namespace

HealthChart::HealthChart(QWidget *parent)
    : QChartView(makeChart(), parent), m_xAxis(makeAxis(chart(), Qt::AlignBottom)),
      m_yAxis(makeAxis(chart(), Qt::AlignLeft)), m_lines(*chart(), *m_xAxis, *m_yAxis),
      m_ruler(new ChartRuler(chart())), m_strip(new BandStrip(chart())), m_panel(new ReadOutPanel(viewport()))
{
    setFrameShape(QFrame::NoFrame);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setRenderHint(QPainter::Antialiasing);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    connect(scene(), &QGraphicsScene::changed, this, &HealthChart::drawAnew);
    retranslate();
}

void HealthChart::retranslate()
{
    setAccessibleName(m_contents.value == ChartValue::Health ? tr("Health of the configs over time")
                                                             : tr("Latency of the configs over time"));
}

void HealthChart::setContents(const ChartContents &contents)
{
    if (contents == m_contents)
        return;
    m_contents = contents;
    retranslate();
    layOut();
    showLines();
    drawAnew();
    showCursor();
}

void HealthChart::setHidden(const HiddenLines &hidden)
{
    if (hidden == m_hidden)
        return;
    m_hidden = hidden;
    layOut();
    showLines();
    drawAnew();
    showCursor();
}

void HealthChart::setHighlighted(const QString &config)
{
    m_highlighted = config;
    showPens();
    drawAnew();
}

QFont HealthChart::labelFont() const
{
    QFont small = font();
    small.setPointSizeF(std::max(small.pointSizeF() * 0.9, 7.0));
    return small;
}

std::vector<double> HealthChart::valueTicks() const
{
    if (m_contents.value == ChartValue::Health)
        return {0, 25, 50, 75, 100};
    return niceTicks(highestValue(m_contents, m_hidden));
}

QString HealthChart::tickText(double value) const
{
    return value == 0 && m_contents.value == ChartValue::Latency ? QLocale().toString(0)
                                                                 : valueText(value, m_contents.value);
}

void HealthChart::layOut()
{
    const QFontMetricsF metrics(labelFont());
    const std::vector<double> ticks = valueTicks();
    double labels = 0;
    for (const double tick : ticks)
        labels = std::max(labels, metrics.horizontalAdvance(tickText(tick)));
    const double stripHeight = std::ceil(metrics.height()) + 1;
    const double below = stripHeight + metrics.height() + 3 * grid::kUnit;
    const QRectF whole(QPointF(0, 0), QSizeF(viewport()->size()));
    m_frame.plot = whole.adjusted(std::ceil(labels) + grid::kMedium, MarkItem::kSize + 2 * grid::kUnit,
                                  -grid::kLarge, -below);
    m_frame.from = m_contents.answer.from;
    m_frame.to = m_contents.answer.to;
    const bool isHealth = m_contents.value == ChartValue::Health;
    m_frame.lowest = isHealth ? -kHealthMargin : 0;
    m_frame.highest = isHealth ? 100 + kHealthMargin : ticks.back();
    if (m_frame.isEmpty())
        return;
    chart()->setPlotArea(m_frame.plot);
    m_xAxis->setRange(milliseconds1970(m_frame.from), milliseconds1970(m_frame.to));
    m_yAxis->setRange(m_frame.lowest, m_frame.highest);
    showRuler(ticks);
    showBands({m_frame.plot.left(), m_frame.plot.bottom() + grid::kUnit, m_frame.plot.width(), stripHeight});
    showMarks();
}

void HealthChart::showRuler(const std::vector<double> &ticks)
{
    const QFontMetricsF metrics(labelFont());
    const double widest = metrics.horizontalAdvance(tickTimeText(QTime(22, 40), QLocale()));
    const int most = static_cast<int>(m_frame.plot.width() / (widest + grid::kHuge));
    ChartRuler::Contents contents{
        m_frame,     timeTicks(m_frame.from, m_frame.to, most, QLocale()),
        {},          m_frame.plot.bottom() + std::ceil(metrics.height()) + 2 * grid::kUnit + 1,
        labelFont(), palette()};
    for (const double tick : ticks)
        contents.values.push_back({tick, tickText(tick)});
    m_ruler->setContents(contents);
}

void HealthChart::showBands(const QRectF &strip)
{
    const Colors &colors = colorsFor(palette());
    BandStrip::Contents contents{m_frame, strip, {}, labelFont(), palette()};
    for (ActiveSpan span : m_contents.answer.spans) {
        span.to = std::min(span.to, m_contents.now);
        const LineStyle style = lineStyle(numberOf(m_contents, span.config), colors);
        contents.bands.push_back({span, style, spanSentence(span, m_contents.now)});
    }
    m_strip->setContents(contents);
}

void HealthChart::showMarks()
{
    const std::vector<MarkCluster> clusters =
        markClusters(m_contents.answer.events, m_frame, MarkItem::kSize + 2);
    while (m_marks.size() > clusters.size()) {
        delete m_marks.back();
        m_marks.pop_back();
    }
    while (m_marks.size() < clusters.size()) {
        m_marks.push_back(new MarkItem(chart()));
        connect(m_marks.back(), &MarkItem::clicked, this, &HealthChart::eventActivated);
    }
    for (size_t i = 0; i < clusters.size(); ++i) {
        m_marks[i]->setContents(clusters[i], m_frame, palette());
        m_marks[i]->setToolTipFor(m_contents.now);
    }
}

void HealthChart::showLines()
{
    const auto shown = static_cast<double>(
        std::count_if(m_contents.lines.begin(), m_contents.lines.end(),
                      [this](const ChartLine &line) { return !m_hidden.contains(line.config); }));
    // Lines of the same health would hide each other: they are drawn a little apart. The read-out is exact.
    const double spread =
        m_contents.value == ChartValue::Health ? std::min(kSpread, kWidestSpread / std::max(shown, 1.0)) : 0;
    m_lines.setCount(static_cast<int>(m_contents.lines.size()));
    showPens();
    double place = (shown - 1) / 2;
    for (int i = 0; i < m_lines.count(); ++i) {
        const QString &config = m_contents.lines[static_cast<size_t>(i)].config;
        const bool visible = !m_hidden.contains(config);
        m_lines.setVisible(i, visible);
        m_lines.setLine(i, visible ? lineSegments(pointsOf(m_contents, config), m_contents.value,
                                                  m_contents.reach, place * spread)
                                   : std::vector<Segment>{});
        place -= visible ? 1 : 0;
    }
}

void HealthChart::showPens()
{
    const Colors &colors = colorsFor(palette());
    const bool someIs = std::any_of(m_contents.lines.begin(), m_contents.lines.end(),
                                    [this](const ChartLine &line) { return line.config == m_highlighted; });
    for (int i = 0; i < m_lines.count(); ++i) {
        const ChartLine &line = m_contents.lines[static_cast<size_t>(i)];
        LineStyle style = lineStyle(line.number, colors);
        const bool isIt = line.config == m_highlighted;
        if (someIs && !isIt)
            style.color.setAlphaF(0.2F);
        m_lines.setPen(i, linePen(style, isIt ? 3.2 : 2));
    }
}

void HealthChart::drawAnew()
{
    m_layer = {};
    viewport()->update();
}

/// Lines take their time (dashed ones most), and the cursor moves with each move of the mouse: they are drawn
/// once into a layer.
void HealthChart::paintEvent(QPaintEvent *event)
{
    const QSize size = viewport()->size() * devicePixelRatioF();
    if (m_layer.isNull() || m_layer.size() != size) {
        m_layer = QPixmap(size);
        m_layer.setDevicePixelRatio(devicePixelRatioF());
        m_layer.fill(Qt::transparent);
        QPainter painter(&m_layer);
        painter.setRenderHints(renderHints());
        render(&painter, QRectF(viewport()->rect()), viewport()->rect());
    }
    QPainter painter(viewport());
    painter.setClipRegion(event->region());
    painter.drawPixmap(0, 0, m_layer);
    paintCursor(painter);
}

void HealthChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    layOut();
    showCursor();
}

void HealthChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    switch (event->type()) {
    case QEvent::LanguageChange:
    case QEvent::LocaleChange:
        retranslate();
        [[fallthrough]];
    case QEvent::PaletteChange:
    case QEvent::FontChange:
    case QEvent::StyleChange:
        layOut();
        showPens();
        drawAnew();
        showCursor();
        break;
    default:
        break;
    }
}

} // namespace qcc
