// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/charts/chart_samples.h"
#include "tests/ui_support/sample_world.h"
#include "ui/base/banner.h"
#include "ui/base/empty_state.h"
#include "ui/base/segmented_control.h"
#include "ui/base/style.h"
#include "ui/charts/chart_legend.h"
#include "ui/charts/config_table.h"
#include "ui/charts/health_chart.h"
#include "ui/charts/health_page.h"
#include "ui/charts/legend_chip.h"
#include "ui/charts/summary_row.h"

#include <QDir>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTranslator>

using namespace qcc;
using namespace qcc::test;

namespace {

struct Stage
{
    explicit Stage(const Settings &settings = sampleSettings())
    {
        instance.setSettings(settings);
        ProxySnapshot snapshot = sampleSnapshot(SampleMood::AllWell);
        instance.setSnapshot(snapshot);
        give(ChartPeriod::Hour);
        page = std::make_unique<HealthPage>(instance, history);
        page->setClock([] { return sampleNow(); });
        page->resize(1000, 700);
    }
    void give(ChartPeriod period)
    {
        const std::vector<QString> names = namesOf(instance.settings());
        history.healthAnswer = sampleHealth(period, names);
        history.statsAnswer = sampleStats(names);
    }
    void show()
    {
        page->show();
        QVERIFY(QTest::qWaitForWindowExposed(page.get()));
        QTRY_VERIFY(chart()->lines().count() > 0);
    }
    HealthChart *chart() const { return page->findChild<HealthChart *>(); }
    ChartLegend *legend() const { return page->findChild<ChartLegend *>(); }
    EmptyState *empty() const { return page->findChild<EmptyState *>(); }
    QString emptyText() const
    {
        QStringList texts;
        for (const QLabel *label : empty()->findChildren<QLabel *>())
            texts += label->text();
        return texts.join(QLatin1Char('\n'));
    }
    LegendChip *chip(const QString &config) const
    {
        for (LegendChip *chip : legend()->chips()) {
            if (chip->config() == config)
                return chip;
        }
        return nullptr;
    }

    FakeInstance instance;
    FakeHistory history;
    std::unique_ptr<HealthPage> page;
};

/// Puts marks around every text, so that one that is not made anew stays without.
class MarkTranslator final : public QTranslator
{
public:
    QString translate(const char *, const char *text, const char *, int) const override
    {
        return QStringLiteral("«%1»").arg(QString::fromUtf8(text));
    }
    bool isEmpty() const override { return false; }
};

} // namespace

class TestHealthPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksByPeriod_data()
    {
        QTest::addColumn<ChartPeriod>("period");
        QTest::newRow("hour") << ChartPeriod::Hour;
        QTest::newRow("day") << ChartPeriod::Day;
        QTest::newRow("week") << ChartPeriod::Week;
    }
    void asksByPeriod()
    {
        QFETCH(ChartPeriod, period);
        Stage stage;
        stage.give(period);
        stage.page->findChildren<SegmentedControl *>().front()->setCurrentIndex(static_cast<int>(period));
        QCOMPARE(stage.page->period(), period);
        QVERIFY2(stage.history.healthQuestions.empty(), "nobody looks");
        stage.show();
        QCOMPARE(stage.history.healthQuestions.size(), size_t(1));
        const HealthQuery &query = stage.history.healthQuestions.front();
        const HealthQuery expected = healthQuery(period, namesOf(sampleSettings()), sampleNow());
        QCOMPARE(query.configs, expected.configs);
        QCOMPARE(query.from, expected.from);
        QCOMPARE(query.to, expected.to);
        QCOMPARE(query.points, expected.points);
    }

    void anotherPeriodIsAskedForAtOnce()
    {
        Stage stage;
        stage.show();
        stage.give(ChartPeriod::Week);
        stage.page->setPeriod(ChartPeriod::Week);
        QCOMPARE(stage.history.healthQuestions.size(), size_t(2));
        QTRY_COMPARE(stage.chart()->contents().answer.piece, pieceOf(ChartPeriod::Week));
        QCOMPARE(stage.page->findChildren<SegmentedControl *>().front()->currentIndex(), 2);
    }

    void anEventIsShownAtOnceButOnlyWhereSomebodyLooks()
    {
        Stage stage;
        stage.show();
        for (int i = 0; i < 5; ++i) // a burst is one question, and one more for what came meanwhile
            Q_EMIT stage.instance.eventHappened(sampleEvents(1).front());
        QCOMPARE(stage.history.healthQuestions.size(), size_t(2));
        QTRY_COMPARE(stage.history.healthQuestions.size(), size_t(3));
        stage.page->hide();
        Q_EMIT stage.instance.eventHappened(sampleEvents(1).front());
        QCOMPARE(stage.history.healthQuestions.size(), size_t(3));
        stage.page->show();
        QTRY_COMPARE(stage.history.healthQuestions.size(), size_t(4));
    }

    void theTimerRunsOnlyWhereSomebodyLooks()
    {
        Stage stage;
        auto *feed = stage.page->findChild<HealthFeed *>();
        auto *timer = feed->findChild<QTimer *>();
        QSignalSpy answered(feed, &HealthFeed::answered);
        feed->refresh();
        QVERIFY(stage.history.healthQuestions.empty());
        QVERIFY(!timer->isActive());
        stage.show();
        QVERIFY(timer->isActive());
        QCOMPARE(timer->intervalAsDuration(), refreshIntervalOf(ChartPeriod::Hour));
        stage.page->setPeriod(ChartPeriod::Week);
        QCOMPARE(timer->intervalAsDuration(), refreshIntervalOf(ChartPeriod::Week));
        timer->setInterval(1); // time goes quicker
        const qsizetype before = answered.size();
        QTRY_VERIFY(answered.size() >= before + 3);
        stage.page->hide();
        QVERIFY(!timer->isActive());
    }

    void theLegendSwitchesLines()
    {
        Stage stage;
        stage.show();
        LegendChip *backup = stage.chip(QStringLiteral("backup"));
        QVERIFY(backup);
        QVERIFY2(stage.chip(QStringLiteral("old-key")), "disabled, but something is known of it");
        QTest::mouseClick(backup, Qt::LeftButton);
        QVERIFY(!backup->isChecked());
        const int line = 2;
        QCOMPARE(stage.chart()->contents().lines[line].config, QStringLiteral("backup"));
        QCOMPARE(stage.chart()->lines().segmentCount(line), 0);
        stage.page->setValue(ChartValue::Latency);
        stage.page->setPeriod(ChartPeriod::Day);
        QTRY_COMPARE(stage.history.healthQuestions.size(), size_t(2));
        QVERIFY2(!stage.chip(QStringLiteral("backup"))->isChecked(), "stays off");
        QTest::keyClick(stage.chip(QStringLiteral("backup")), Qt::Key_Space);
        QVERIFY(stage.chart()->lines().segmentCount(line) > 0);

        Q_EMIT stage.legend()->onlyRequested(QStringLiteral("production"));
        QCOMPARE(stage.chart()->lines().segmentCount(line), 0);
        QVERIFY(stage.chart()->lines().segmentCount(0) > 0);
        Q_EMIT stage.legend()->allRequested();
        QVERIFY(stage.chip(QStringLiteral("backup"))->isChecked());
    }

    void aLineThatIsSwitchedOffIsNotHighlighted()
    {
        Stage stage;
        stage.show();
        LegendChip *backup = stage.chip(QStringLiteral("backup"));
        QSignalSpy highlighted(stage.legend(), &ChartLegend::highlighted);
        QHoverEvent enter(QEvent::HoverEnter, QPointF(5, 5), QPointF(5, 5), QPointF(-1, -1));
        QCoreApplication::sendEvent(backup, &enter);
        QCOMPARE(highlighted.takeLast().front().toString(), QStringLiteral("backup"));
        QTest::mouseClick(backup, Qt::LeftButton);
        QCOMPARE(highlighted.takeLast().front().toString(), QString());
    }

    void aDisabledConfigWithoutSamplesHasNoLine()
    {
        Stage stage;
        std::erase_if(stage.history.healthAnswer.lines,
                      [](const ConfigLine &line) { return line.config == QLatin1StringView("old-key"); });
        stage.show();
        QVERIFY(!stage.chip(QStringLiteral("old-key")));
    }

    void aDragOnTheBoardKeepsTheColours()
    {
        Stage stage;
        stage.show();
        const int before = stage.chip(QStringLiteral("backup"))->number();
        Settings settings = sampleSettings();
        settings.groups.place(QStringLiteral("backup"), Priority::Primary, 0);
        stage.instance.setSettings(settings);
        QCOMPARE(stage.legend()->chips().front()->config(), QStringLiteral("backup"));
        QCOMPARE(stage.legend()->chips().front()->number(), before);
        QCOMPARE(stage.history.healthQuestions.size(), size_t(1));
    }

    void aNewConfigIsAskedFor()
    {
        Stage stage;
        stage.show();
        Settings settings = sampleSettings();
        settings.configs.push_back({QStringLiteral("new"), {}, {}, {}, {}});
        settings.groups.place(QStringLiteral("new"), Priority::Fallback);
        stage.instance.setSettings(settings);
        QCOMPARE(stage.history.healthQuestions.back().configs.back(), QStringLiteral("new"));
        QVERIFY(stage.chip(QStringLiteral("new")));
    }

    void twentyConfigsFitTheLegend()
    {
        Stage stage(manySettings(20));
        stage.page->resize(700, 520);
        stage.show();
        QTRY_VERIFY(stage.legend()->chips().size() >= 15);
        QVERIFY(stage.legend()->height() < 130);
        QVERIFY(stage.chart()->height() >= stage.chart()->minimumSizeHint().height());
    }

    void theSummaryTells()
    {
        Stage stage;
        stage.show();
        QStringList texts;
        for (const QLabel *label : stage.page->findChild<SummaryRow *>()->findChildren<QLabel *>())
            texts += label->text();
        QVERIFY(texts.contains(QStringLiteral("3")));
        QVERIFY(texts.contains(QStringLiteral("11 min")));
        QVERIFY2(texts.filter(QStringLiteral(" of ")).size() == 1, "served, of all");
        auto *table = stage.page->findChild<ConfigTable *>();
        QVERIFY(!table->isVisible());
        stage.page->findChild<QToolButton *>()->click();
        QVERIFY(table->isVisible());
        QCOMPARE(table->rowCount(), 6);
        QCOMPARE(table->item(1, 1)->text(), QStringLiteral("96.8 %"));
    }

    void withoutAChartItSaysWhy_data()
    {
        QTest::addColumn<QString>("situation");
        QTest::addColumn<QString>("text");
        QTest::newRow("no config") << "no config"
                                   << "Add a config";
        QTest::newRow("no sample yet") << "no sample"
                                       << "The first check is under way";
        QTest::newRow("no instance") << "no instance"
                                     << "Nothing is being checked";
        QTest::newRow("the history can't be read") << "refusal"
                                                   << "history can't be read";
        QTest::newRow("no latency") << "no latency"
                                    << "No latency is known";
    }
    void withoutAChartItSaysWhy()
    {
        QFETCH(QString, situation);
        Stage stage;
        if (situation == QLatin1StringView("no config"))
            stage.instance.setSettings({});
        if (situation == QLatin1StringView("refusal"))
            stage.history.refusal = Refusal{RefusalCode::HistoryUnavailable, QStringLiteral("history.db"),
                                            QStringLiteral("disk I/O error")};
        if (situation == QLatin1StringView("no latency"))
            stage.page->setValue(ChartValue::Latency);
        if (situation == QLatin1StringView("no instance"))
            stage.instance.setState({InstanceLink::Lost, std::nullopt});
        for (ConfigLine &line : stage.history.healthAnswer.lines) {
            if (situation != QLatin1StringView("no latency"))
                line.points.clear();
            for (HealthPoint &point : line.points)
                point.latency.reset();
        }
        stage.page->show();
        QFETCH(QString, text);
        QTRY_VERIFY(stage.emptyText().contains(text));
        QVERIFY(stage.empty()->isVisible());
        QVERIFY(!stage.chart()->isVisible());
    }

    void afterAFailureTheOldChartStays()
    {
        Stage stage;
        stage.show();
        stage.history.refusal = Refusal{RefusalCode::HistoryUnavailable, QStringLiteral("history.db"),
                                        QStringLiteral("disk I/O error")};
        auto *banner = stage.page->findChild<Banner *>();
        QVERIFY(!banner->isVisible());
        Q_EMIT stage.instance.eventHappened(sampleEvents(1).front());
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(banner->text().contains(QStringLiteral("disk I/O error")));
        QVERIFY(stage.chart()->isVisible());
        Q_EMIT stage.instance.eventHappened(sampleEvents(1).front());
        QTRY_VERIFY(!banner->isVisible());
    }

    void aSingleSampleIsDrawn()
    {
        Stage stage;
        for (ConfigLine &line : stage.history.healthAnswer.lines)
            line.points = {{sampleNow() - seconds(3), 100, milliseconds(120)}};
        stage.show();
        QVERIFY(stage.chart()->isVisible());
        QCOMPARE(stage.chart()->lines().segmentCount(0), 1);
    }

    void theLanguageChangesLive()
    {
        Stage stage;
        stage.show();
        MarkTranslator marks;
        QCoreApplication::installTranslator(&marks);
        QTRY_VERIFY(stage.chart()->accessibleName().startsWith(QChar(0xAB)));
        for (const QLabel *label : stage.page->findChild<SummaryRow *>()->findChildren<QLabel *>()) {
            if (label->text().contains(QStringLiteral("Saved")))
                QVERIFY(label->text().startsWith(QChar(0xAB)));
        }
        QVERIFY(stage.chip(QStringLiteral("backup"))->accessibleName().startsWith(QChar(0xAB)));
        QVERIFY(stage.page->findChild<QToolButton *>()->text().startsWith(QChar(0xAB)));
        QCoreApplication::removeTranslator(&marks);
        QTRY_COMPARE(stage.chart()->accessibleName(), QStringLiteral("Health of the configs over time"));
    }

    /// Only where QCC_SHOTS names a folder: pictures to look at.
    void pictures_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<Lightness>("lightness");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<ChartPeriod>("period");
        QTest::addColumn<int>("configs");
        const auto row = [](const char *name, Lightness lightness, QSize size, ChartPeriod period,
                            int configs) {
            QTest::newRow(name) << QString::fromLatin1(name) << lightness << size << period << configs;
        };
        row("light-day", Lightness::Light, {1200, 750}, ChartPeriod::Day, 0);
        row("dark-day", Lightness::Dark, {1200, 750}, ChartPeriod::Day, 0);
        row("light-hour-small", Lightness::Light, {700, 520}, ChartPeriod::Hour, 0);
        row("dark-hour-small", Lightness::Dark, {700, 520}, ChartPeriod::Hour, 0);
        row("light-week-20", Lightness::Light, {1200, 750}, ChartPeriod::Week, 20);
        row("dark-week-20-small", Lightness::Dark, {700, 520}, ChartPeriod::Week, 20);
    }
    void pictures()
    {
        if (!qEnvironmentVariableIsSet("QCC_SHOTS"))
            QSKIP("QCC_SHOTS is not set");
        QFETCH(QString, name);
        QFETCH(Lightness, lightness);
        QFETCH(QSize, size);
        QFETCH(ChartPeriod, period);
        QFETCH(int, configs);
        applyTheme(*qApp, lightness == Lightness::Light ? ThemeChoice::Light : ThemeChoice::Dark,
                   Density::Comfortable, lightness);
        Stage stage(configs > 0 ? manySettings(configs) : sampleSettings());
        stage.give(period);
        stage.page->setPeriod(period);
        stage.page->resize(size);
        stage.show();
        const QDir folder(qEnvironmentVariable("QCC_SHOTS"));
        const auto shoot = [&](const char *what) {
            QCoreApplication::processEvents();
            QVERIFY(stage.page->grab().save(
                folder.filePath(QStringLiteral("charts-%1-%2.png").arg(name, QString::fromLatin1(what)))));
        };
        shoot("health");
        stage.chart()->setCursorMoment(sampleOutage(period).first + minutes(3));
        shoot("readout");
        stage.page->setValue(ChartValue::Latency);
        stage.chart()->setCursorMoment(std::nullopt);
        stage.page->findChild<QToolButton *>()->click();
        shoot("latency");
        stage.page->setValue(ChartValue::Health);
        stage.chart()->setHighlighted(namesOf(stage.instance.settings()).front());
        shoot("highlight");
        stage.history.refusal = Refusal{RefusalCode::HistoryUnavailable, QStringLiteral("history.db"),
                                        QStringLiteral("disk I/O error")};
        Q_EMIT stage.instance.eventHappened(sampleEvents(1).front());
        QTRY_VERIFY(stage.page->findChild<Banner *>()->isVisible());
        shoot("failing");
        for (ConfigLine &line : stage.history.healthAnswer.lines)
            line.points.clear();
        stage.page->findChild<QToolButton *>()->click();
        Q_EMIT stage.instance.eventHappened(sampleEvents(1).front());
        QTRY_VERIFY(stage.empty()->isVisible());
        shoot("empty");
    }

    void tabGoesFromTopToBottom()
    {
        Stage stage;
        stage.show();
        stage.page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(stage.page.get()));
        const auto placeOfFocus = [&] {
            return stage.page->focusWidget()->mapTo(stage.page.get(), QPoint(0, 0)).y();
        };
        stage.page->findChildren<SegmentedControl *>().front()->findChild<QAbstractButton *>()->setFocus();
        int last = placeOfFocus();
        for (int i = 0; i < 6; ++i) {
            QTest::keyClick(stage.page->focusWidget(), Qt::Key_Tab);
            QVERIFY(placeOfFocus() >= last);
            last = placeOfFocus();
        }
        QVERIFY(last > stage.chart()->mapTo(stage.page.get(), QPoint(0, 0)).y());
    }

    void everythingHasAName()
    {
        Stage stage;
        stage.show();
        for (const QWidget *widget : stage.page->findChildren<QWidget *>()) {
            if (const auto *button = qobject_cast<const QAbstractButton *>(widget);
                button && button->isVisible())
                QVERIFY(!button->accessibleName().isEmpty() || !button->text().isEmpty());
        }
        QVERIFY(!stage.chart()->accessibleName().isEmpty());
    }
};

QTEST_MAIN(TestHealthPage)
#include "tst_health_page.moc"
