// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/charts/chart_samples.h"
#include "tests/ui_support/sample_world.h"
#include "ui/charts/health_chart.h"
#include "ui/charts/mark_item.h"

#include <QElapsedTimer>
#include <QImage>
#include <QSignalSpy>
#include <QTest>

using namespace qcc;
using namespace qcc::test;

namespace {

ChartContents contentsOf(ChartPeriod period, const std::vector<QString> &names,
                         ChartValue value = ChartValue::Health)
{
    ChartContents contents{sampleHealth(period, names), {}, value, {}, sampleNow()};
    for (size_t i = 0; i < names.size(); ++i)
        contents.lines.push_back({names[i], static_cast<int>(i)});
    contents.reach = reachOf(contents.answer.piece, seconds(60), sampleNow());
    return contents;
}

std::vector<QString> threeNames()
{
    return {QStringLiteral("production"), QStringLiteral("team-gateway"), QStringLiteral("backup")};
}

void show(HealthChart &chart, const ChartContents &contents)
{
    chart.resize(900, 400);
    chart.setContents(contents);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
}

QPoint pointOf(const HealthChart &chart, TimePoint moment)
{
    return QPoint(qRound(chart.frame().x(moment)), qRound(chart.frame().plot.center().y()));
}

const ReadOutPanel *panelOf(const HealthChart &chart)
{
    return chart.findChild<ReadOutPanel *>();
}

} // namespace

class TestHealthChart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyGapIsAnotherSegment()
    {
        HealthChart chart;
        show(chart, contentsOf(ChartPeriod::Day, threeNames()));
        QCOMPARE(chart.lines().count(), 3);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(chart.lines().segmentCount(i), 2);
        chart.setHidden({QStringLiteral("backup")});
        QCOMPARE(chart.lines().segmentCount(2), 0);
        chart.setHidden({});
        QCOMPARE(chart.lines().segmentCount(2), 2);
        chart.setContents(contentsOf(ChartPeriod::Day, {QStringLiteral("production")}));
        QCOMPARE(chart.lines().count(), 1);
        QCOMPARE(chart.chart()->series().size(), 2);
    }

    void theMouseReadsOutAMoment()
    {
        HealthChart chart;
        show(chart, contentsOf(ChartPeriod::Hour, threeNames()));
        const TimePoint moment = sampleOutage(ChartPeriod::Hour).first + minutes(2);
        QTest::mouseMove(chart.viewport(), pointOf(chart, moment));
        QTRY_VERIFY(panelOf(chart)->isVisible());
        const ReadOut &readOut = panelOf(chart)->readOut();
        QCOMPARE(readOut.rows.size(), size_t(3));
        QCOMPARE(readOut.rows[0].config, QStringLiteral("production"));
        QCOMPARE(readOut.rows[0].value, QStringLiteral("0 %"));
        QVERIFY(!readOut.rows[0].isActive);
        QCOMPARE(readOut.rows[2].value, QStringLiteral("100 %"));
        QVERIFY(readOut.rows[2].isActive);
        QVERIFY(chart.viewport()->rect().contains(panelOf(chart)->geometry()));

        QTest::mouseMove(chart.viewport(), pointOf(chart, sampleGap(ChartPeriod::Hour).first + minutes(3)));
        QTRY_COMPARE(panelOf(chart)->readOut().rows[0].value, QStringLiteral("no data"));
        chart.setHidden({QStringLiteral("production")});
        QCOMPARE(panelOf(chart)->readOut().rows.size(), size_t(2));
        QTest::mouseMove(chart.viewport(), QPoint(2, 2));
        QTRY_VERIFY(!panelOf(chart)->isVisible());
    }

    void theReadOutOfManyFitsASmallChart()
    {
        HealthChart chart;
        show(chart, contentsOf(ChartPeriod::Week, namesOf(manySettings(20))));
        chart.resize(640, 230);
        chart.setCursorMoment(sampleNow() - std::chrono::hours(50));
        QTRY_VERIFY(panelOf(chart)->isVisible());
        QCOMPARE(panelOf(chart)->size(), panelOf(chart)->sizeHint());
        QVERIFY(chart.viewport()->rect().contains(panelOf(chart)->geometry()));
    }

    void theKeyboardReadsOutToo()
    {
        HealthChart chart;
        const ChartContents contents = contentsOf(ChartPeriod::Hour, threeNames());
        show(chart, contents);
        chart.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&chart));
        chart.clearFocus();
        chart.setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(chart.cursorMoment());
        QCOMPARE(*chart.cursorMoment(), sampleNow());
        QVERIFY(chart.accessibleDescription().contains(QStringLiteral("team-gateway (active): 100 %.")));
        QTest::keyClick(&chart, Qt::Key_Left);
        QCOMPARE(*chart.cursorMoment(), sampleNow() - pieceOf(ChartPeriod::Hour));
        QTest::keyClick(&chart, Qt::Key_Home);
        QCOMPARE(*chart.cursorMoment(), contents.answer.from);
        QTest::keyClick(&chart, Qt::Key_Left);
        QCOMPARE(*chart.cursorMoment(), contents.answer.from);

        QSignalSpy activated(&chart, &HealthChart::eventActivated);
        QTest::keyClick(&chart, Qt::Key_Return);
        QCOMPARE(activated.size(), 0);
        QTest::keyClick(&chart, Qt::Key_Right, Qt::ControlModifier); // the failover
        QTest::keyClick(&chart, Qt::Key_Right, Qt::ControlModifier); // the recovery
        QCOMPARE(*chart.cursorMoment(), sampleOutage(ChartPeriod::Hour).second);
        QTest::keyClick(&chart, Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated[0][0].toString(), contents.answer.events[1].id);
        QTest::keyClick(&chart, Qt::Key_Escape);
        QVERIFY(!chart.cursorMoment());
        QVERIFY(chart.accessibleDescription().isEmpty());
    }

    void aMarkTellsAndCanBeClicked()
    {
        HealthChart chart;
        ChartContents contents = contentsOf(ChartPeriod::Hour, threeNames());
        contents.answer.events[2].reason = QStringLiteral("<b>made</b> up");
        show(chart, contents);
        QCOMPARE(chart.marks().size(), size_t(3));
        const MarkItem *failover = chart.marks().front();
        QVERIFY(failover->toolTip().contains(QStringLiteral("Failover from production to backup")));
        QVERIFY(failover->toolTip().contains(QStringLiteral("&lt;b&gt;made")));

        QSignalSpy activated(&chart, &HealthChart::eventActivated);
        const QPointF middle = failover->shape().boundingRect().center();
        QTest::mouseClick(chart.viewport(), Qt::LeftButton, {}, middle.toPoint());
        QTRY_COMPARE(activated.size(), 1);
        QCOMPARE(activated[0][0].toString(), contents.answer.events[2].id);
    }

    void latencyHasAScaleOfItsLines()
    {
        HealthChart chart;
        show(chart, contentsOf(ChartPeriod::Hour, threeNames(), ChartValue::Latency));
        QCOMPARE(chart.frame().lowest, 0.0);
        const double all = chart.frame().highest;
        QVERIFY(all >= highestValue(chart.contents(), {}));
        chart.setHidden({QStringLiteral("team-gateway"), QStringLiteral("backup")});
        QVERIFY(chart.frame().highest < all);
    }

    void manyConfigsOverAWeekStaySmooth_data()
    {
        QTest::addColumn<ChartValue>("value");
        QTest::newRow("health") << ChartValue::Health;
        QTest::newRow("latency") << ChartValue::Latency;
    }
    void manyConfigsOverAWeekStaySmooth()
    {
        QFETCH(ChartValue, value);
        HealthChart chart;
        const ChartContents contents = contentsOf(ChartPeriod::Week, namesOf(manySettings(20)), value);
        QElapsedTimer clock;
        clock.start();
        show(chart, contents);
        chart.resize(1100, 600);
        QImage image(chart.size(), QImage::Format_ARGB32_Premultiplied);
        chart.QWidget::render(&image);
        QTextStream(stdout) << "first show: " << clock.restart() << " ms\n";
        constexpr int kTimes = 20;
        for (int i = 0; i < kTimes; ++i) {
            chart.setCursorMoment(contents.answer.from + std::chrono::hours(i));
            chart.QWidget::render(&image);
        }
        QTextStream(stdout) << "move of the cursor: " << double(clock.restart()) / kTimes << " ms\n";
        for (int i = 0; i < kTimes; ++i) {
            ChartContents changed = contents;
            changed.answer.lines[3].points.back().percentage = i;
            chart.setContents(changed);
            chart.QWidget::render(&image);
        }
        QTextStream(stdout) << "update and paint: " << double(clock.elapsed()) / kTimes << " ms\n";
        QCOMPARE(chart.lines().count(), 20);
        size_t points = 0;
        for (const ConfigLine &line : contents.answer.lines)
            points = std::max(points, line.points.size());
        QVERIFY(points <= kMostChartPoints);
    }
};

QTEST_MAIN(TestHealthChart)
#include "tst_health_chart.moc"
