// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_support/fake_doors.h"
#include "tests/ui_support/sample_world.h"
#include "ui/base/style.h"
#include "ui/board/board_page.h"
#include "ui/board/simulation_strip.h"
#include "ui/board/welcome_page.h"

#include <QTest>

namespace qcc::test {

namespace {

const std::vector<std::pair<QString, SampleMood>> kMoods{
    {QStringLiteral("all-well"), SampleMood::AllWell},
    {QStringLiteral("failed-over"), SampleMood::FailedOver},
    {QStringLiteral("pinned"), SampleMood::Pinned},
    {QStringLiteral("degraded"), SampleMood::Degraded},
    {QStringLiteral("all-down"), SampleMood::AllDown},
    {QStringLiteral("own-network"), SampleMood::OwnNetwork},
    {QStringLiteral("proxy-off"), SampleMood::ProxyOff}};

QString folder()
{
    return qEnvironmentVariable("QCC_SHOTS");
}

QString wanted(const QString &name, QSize size, ThemeChoice theme)
{
    return QStringLiteral("%1/board-%2-%3-%4.png")
        .arg(folder(), name, theme == ThemeChoice::Dark ? QStringLiteral("dark") : QStringLiteral("light"))
        .arg(size.width());
}

void shoot(QWidget &page, const QString &name, QSize size, ThemeChoice theme)
{
    page.resize(size);
    page.show();
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    QVERIFY(page.grab().save(wanted(name, size, theme)));
}

} // namespace

/// Pictures of the board for those who work on it: QCC_SHOTS names the folder that they go to.
class BoardShots : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyMoodInBothThemes();
};

void BoardShots::everyMoodInBothThemes()
{
    if (folder().isEmpty())
        QSKIP("QCC_SHOTS does not name a folder");
    const std::array<QSize, 3> sizes{QSize(700, 560), QSize(1100, 700), QSize(2400, 1300)};
    for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
        applyTheme(*qApp, theme, Density::Comfortable, Lightness::Light);
        for (const QSize size : sizes) {
            for (const auto &[name, mood] : kMoods) {
                FakeInstance instance;
                instance.setSettings(sampleSettings());
                instance.setSnapshot(sampleSnapshot(mood));
                BoardPage page(instance);
                page.setClock(sampleNow);
                shoot(page, name, size, theme);
            }
            FakeInstance many;
            many.setSettings(manySettings(20));
            many.setSnapshot(manySnapshot(many.settings()));
            BoardPage full(many);
            full.setClock(sampleNow);
            full.showWhy();
            shoot(full, QStringLiteral("many"), size, theme);
            FakeInstance nothing;
            FakeDesktop desktop;
            WelcomePage welcome(nothing, desktop);
            shoot(welcome, QStringLiteral("welcome"), size, theme);
            BoardPage empty(nothing);
            empty.setClock(sampleNow);
            desktop.simulation = true;
            many.setSettings(sampleSettings());
            empty.setStrip(new SimulationStrip(many, desktop, &empty));
            shoot(empty, QStringLiteral("empty"), size, theme);
        }
    }
}

} // namespace qcc::test

QTEST_MAIN(qcc::test::BoardShots)
#include "tst_board_shots.moc"
