// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_support/fake_doors.h"
#include "tests/ui_support/sample_world.h"
#include "ui/base/style.h"
#include "ui/board/board_columns.h"
#include "ui/board/board_page.h"
#include "ui/board/card_delegate.h"
#include "ui/board/drag_picture.h"
#include "ui/board/simulation_strip.h"
#include "ui/board/welcome_page.h"

#include <QDragEnterEvent>
#include <QMimeData>
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

/// Two cards chosen and held over another list, and what was said last.
void shootActions(QSize size, ThemeChoice theme)
{
    FakeInstance instance;
    instance.setSettings(sampleSettings());
    instance.setSnapshot(sampleSnapshot(SampleMood::Pinned));
    BoardPage page(instance);
    page.setClock(sampleNow);
    page.resize(size);
    page.show();
    BoardColumns *columns = page.columns();
    columns->select({QStringLiteral("production"), QStringLiteral("team-gateway")},
                    QStringLiteral("team-gateway"));
    QWidget *target = columns->panel(Priority::Secondary)->list()->viewport();
    const std::unique_ptr<QMimeData> carried(
        columns->panel(Priority::Primary)
            ->list()
            ->model()
            ->mimeData(columns->panel(Priority::Primary)->list()->selectionModel()->selectedIndexes()));
    QDragEnterEvent enter(QPoint(60, 90), Qt::MoveAction, carried.get(), Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &enter);
    instance.setState({InstanceLink::Hosting, std::nullopt});
    page.actionsOfCards()->action(BoardActions::Deed::MoveUp)->trigger();
    page.actionsOfCards()->moveAction(Priority::Fallback)->trigger();
    shoot(page, QStringLiteral("dragging"), size, theme);
    QStyleOptionViewItem option;
    option.initFrom(columns->panel(Priority::Primary)->list());
    option.rect = QRect(0, 0, 300, 0);
    const auto *delegate =
        qobject_cast<CardDelegate *>(columns->panel(Priority::Primary)->list()->itemDelegate());
    const QModelIndex held = columns->panel(Priority::Secondary)
                                 ->list()
                                 ->model()
                                 ->index(0, 0, columns->panel(Priority::Secondary)->list()->rootIndex());
    QVERIFY(
        dragPicture(*delegate, option, held, 3).pixmap.save(wanted(QStringLiteral("carried"), size, theme)));
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
            shootActions(size, theme);
            FakeInstance many;
            many.setSettings(manySettings(20));
            many.setSnapshot(manySnapshot(many.settings()));
            BoardPage full(many);
            full.setClock(sampleNow);
            full.showWhy();
            shoot(full, QStringLiteral("many"), size, theme);
            Settings off = sampleSettings();
            off.groups.setEnabled(Priority::Secondary, false);
            off.policy.autoFailoverEnabled = false;
            FakeInstance lost;
            lost.setSettings(off);
            lost.setSnapshot(sampleSnapshot(SampleMood::AllWell));
            BoardPage paused(lost);
            paused.setClock(sampleNow);
            shoot(paused, QStringLiteral("group-off"), size, theme);
            lost.setState({InstanceLink::Lost, Refusal{RefusalCode::NotRunning, {}, {}}});
            shoot(paused, QStringLiteral("lost"), size, theme);
            applyTheme(*qApp, theme, Density::Compact, Lightness::Light);
            BoardPage compact(many);
            compact.setClock(sampleNow);
            shoot(compact, QStringLiteral("compact"), size, theme);
            applyTheme(*qApp, theme, Density::Comfortable, Lightness::Light);
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
