// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_support/fake_doors.h"
#include "tests/ui_support/sample_world.h"
#include "ui/board/simulation_strip.h"
#include "ui/board/way_card.h"
#include "ui/board/welcome_page.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace qcc::test {

namespace {

template <typename T> T *withText(QWidget &within, const QString &text)
{
    for (T *one : within.findChildren<T *>()) {
        if (one->text() == text)
            return one;
    }
    return nullptr;
}

} // namespace

/// The ways in for a newcomer, and the providers that are only pretended.
class WelcomePageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void threeWaysLeadOn();
    void whatIsHereIsOffered();
    void nothingIsAddedBeforeAnInstanceIsThere();
    void theStripShowsOnlyInTheSimulation();
    void providersAreBrokenAndMended();
    void goneProvidersLoseTheirButton();
    void theNextSimulationBeginsWell();
};

void WelcomePageTest::threeWaysLeadOn()
{
    FakeInstance instance;
    FakeDesktop desktop;
    WelcomePage page(instance, desktop);
    const QSignalSpy add(&page, &WelcomePage::addRequested);
    const QSignalSpy import(&page, &WelcomePage::importRequested);
    QTest::keyClick(withText<WayCard>(page, QStringLiteral("Add a provider")), Qt::Key_Return);
    withText<WayCard>(page, QStringLiteral("Import a file"))->click();
    withText<WayCard>(page, QStringLiteral("Try the simulation"))->click();
    QCOMPARE(add.size(), 1);
    QCOMPARE(add.front().front().value<Priority>(), Priority::Primary);
    QCOMPARE(import.size(), 1);
    QCOMPARE(desktop.log, QStringList{QStringLiteral("start simulation")});
    for (const WayCard *way : page.findChildren<WayCard *>())
        QVERIFY(!way->accessibleName().isEmpty() && !way->accessibleDescription().isEmpty());
}

void WelcomePageTest::whatIsHereIsOffered()
{
    FakeInstance instance;
    FakeDesktop desktop;
    desktop.sources = {{QStringLiteral("cc-switch"), QStringLiteral("cc-switch"), QStringLiteral("/x.db")}};
    desktop.offer = std::make_shared<ImportOffer>();
    desktop.offer->configs.resize(3);
    desktop.offer->configs.back().verdict = ImportVerdict::Unusable;
    WelcomePage page(instance, desktop);
    const QSignalSpy wanted(&page, &WelcomePage::importFromRequested);
    QTRY_VERIFY(withText<WayCard>(page, QStringLiteral("Import from cc-switch")));
    auto *card = withText<WayCard>(page, QStringLiteral("Import from cc-switch"));
    QVERIFY(card->accessibleDescription().startsWith(QLatin1Char('2'))); // of three, one can't be used
    card->click();
    QCOMPARE(wanted.size(), 1);
    desktop.offer = std::make_shared<ImportOffer>(); // which brings nothing
    WelcomePage another(instance, desktop);
    QTRY_COMPARE(desktop.log.count(QStringLiteral("read from cc-switch")), 2);
    QCoreApplication::processEvents();
    QVERIFY(!withText<WayCard>(another, QStringLiteral("Import from cc-switch")));
}

void WelcomePageTest::nothingIsAddedBeforeAnInstanceIsThere()
{
    FakeInstance instance;
    instance.setState({InstanceLink::Starting, std::nullopt});
    FakeDesktop desktop;
    WelcomePage page(instance, desktop);
    const auto *add = withText<WayCard>(page, QStringLiteral("Add a provider"));
    QVERIFY(!add->isEnabled());
    instance.setState({InstanceLink::Hosting, std::nullopt});
    instance.setSnapshot(sampleSnapshot(SampleMood::AllWell));
    QVERIFY(add->isEnabled());
    bool told = false;
    for (const QLabel *label : page.findChildren<QLabel *>())
        told = told || label->text().contains(QStringLiteral("http://127.0.0.1:7860"));
    QVERIFY(told);
}

void WelcomePageTest::theStripShowsOnlyInTheSimulation()
{
    FakeInstance instance;
    FakeDesktop desktop;
    SimulationStrip strip(instance, desktop);
    QVERIFY(strip.isHidden());
    desktop.simulation = true;
    strip.refresh();
    QVERIFY(!strip.isHidden());
}

void WelcomePageTest::providersAreBrokenAndMended()
{
    FakeInstance instance;
    instance.setSettings(sampleSettings());
    FakeDesktop desktop;
    desktop.simulation = true;
    SimulationStrip strip(instance, desktop);
    auto *button = withText<QPushButton>(strip, QStringLiteral("Break backup"));
    QVERIFY(button);
    button->click();
    QCOMPARE(button->text(), QStringLiteral("Mend backup"));
    button->click();
    QCOMPARE(button->text(), QStringLiteral("Break backup"));
    QCOMPARE(desktop.log.size(), 2);
    QVERIFY(desktop.log.first() != desktop.log.last() &&
            desktop.log.first().contains(QStringLiteral("backup")));
}

void WelcomePageTest::goneProvidersLoseTheirButton()
{
    FakeInstance instance;
    instance.setSettings(sampleSettings());
    FakeDesktop desktop;
    desktop.simulation = true;
    SimulationStrip strip(instance, desktop);
    const auto before = strip.findChildren<QPushButton *>().size();
    instance.setSettings(Settings{});
    QCOMPARE(before - strip.findChildren<QPushButton *>().size(),
             static_cast<qsizetype>(sampleSettings().configs.size()));
}

void WelcomePageTest::theNextSimulationBeginsWell()
{
    FakeInstance instance;
    instance.setSettings(sampleSettings());
    FakeDesktop desktop;
    desktop.simulation = true;
    SimulationStrip strip(instance, desktop);
    withText<QPushButton>(strip, QStringLiteral("Break backup"))->click();
    desktop.simulation = false; // a person's own configs may have the same names
    strip.refresh();
    desktop.simulation = true;
    strip.refresh();
    QVERIFY(withText<QPushButton>(strip, QStringLiteral("Break backup")));
}

} // namespace qcc::test

QTEST_MAIN(qcc::test::WelcomePageTest)
#include "tst_welcome_page.moc"
