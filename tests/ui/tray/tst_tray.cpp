// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/translation.h"
#include "tests/ui_support/fake_doors.h"
#include "tests/ui_support/sample_world.h"
#include "ui/tray/tray.h"

#include <QSignalSpy>
#include <QTest>

using namespace qcc;
using namespace qcc::test;

/// The tray without a desktop around it: what it would show, and that it never claims to be seen.
class TestTray : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theStateIsShown_data();
    void theStateIsShown();
    void theToolTipSaysWhatIsWrong_data();
    void theToolTipSaysWhatIsWrong();
    void waitingRequestsAreCountedDown();
    void theToolTipFollowsTheLanguage();
    void aSimulationIsNamed();
    void withoutATrayItIsNotShown();

private:
    std::unique_ptr<Translation> m_translation;
    std::unique_ptr<FakeInstance> m_instance;
    std::unique_ptr<FakeDesktop> m_desktop;
    std::unique_ptr<Tray> m_tray;
    TimePoint m_now;
};

void TestTray::init()
{
    m_translation = std::make_unique<Translation>(Language::English);
    m_instance = std::make_unique<FakeInstance>();
    m_instance->setSettings(sampleSettings());
    m_desktop = std::make_unique<FakeDesktop>();
    m_now = sampleNow();
    m_tray = std::make_unique<Tray>(*m_instance, *m_desktop, [this] { return m_now; });
}

void TestTray::cleanup()
{
    m_tray.reset();
    m_desktop.reset();
    m_instance.reset();
    m_translation.reset();
}

void TestTray::theStateIsShown_data()
{
    QTest::addColumn<SampleMood>("mood");
    QTest::addColumn<TrayState>("state");
    QTest::newRow("all well") << SampleMood::AllWell << TrayState::AllWell;
    QTest::newRow("failed over") << SampleMood::FailedOver << TrayState::FailedOver;
    QTest::newRow("pinned") << SampleMood::Pinned << TrayState::AllWell;
    QTest::newRow("degraded") << SampleMood::Degraded << TrayState::Degraded;
    QTest::newRow("all down") << SampleMood::AllDown << TrayState::AllDown;
    QTest::newRow("own network") << SampleMood::OwnNetwork << TrayState::OwnNetwork;
    QTest::newRow("proxy off") << SampleMood::ProxyOff << TrayState::ProxyOff;
}

void TestTray::theStateIsShown()
{
    QFETCH(SampleMood, mood);
    QCOMPARE(m_tray->state(), TrayState::Unknown);
    m_instance->setSnapshot(sampleSnapshot(mood));
    QTEST(m_tray->state(), "state");
    m_instance->setState({InstanceLink::Lost, std::nullopt});
    QCOMPARE(m_tray->state(), TrayState::Unknown);
}

void TestTray::theToolTipSaysWhatIsWrong_data()
{
    using Change = std::function<void(FakeInstance &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *name, const char *part, const Change &change) {
        QTest::newRow(name) << change << QString::fromLatin1(part);
    };
    row("failed over", "production is down: 529 overloaded",
        [](FakeInstance &i) { i.setSnapshot(sampleSnapshot(SampleMood::FailedOver)); });
    row("nothing known yet", "QCC is starting.", [](FakeInstance &) {});
    row("starting", "QCC is starting.", [](FakeInstance &i) {
        i.setState({InstanceLink::Starting, std::nullopt});
    });
    row("lost", "QCC is not running.", [](FakeInstance &i) {
        i.setState({InstanceLink::Lost, std::nullopt});
    });
    row("failed, with a reason", "/home/ada/.qcc", [](FakeInstance &i) {
        i.setState(
            {InstanceLink::Failed, Refusal{RefusalCode::FileUnreadable, QStringLiteral("/home/ada/.qcc"),
                                           QStringLiteral("Permission denied")}});
    });
    row("stopped by a person", "The proxy is stopped",
        [](FakeInstance &i) { i.setSnapshot(sampleSnapshot(SampleMood::ProxyOff)); });
    row("can't listen", "127.0.0.1:7860", [](FakeInstance &i) {
        ProxySnapshot snapshot = sampleSnapshot(SampleMood::ProxyOff);
        snapshot.listenTrouble = Refusal{RefusalCode::ListenFailed, QStringLiteral("127.0.0.1:7860"),
                                         QStringLiteral("The bound address is already in use")};
        i.setSnapshot(snapshot);
    });
    row("paused", "Automation is paused.", [](FakeInstance &i) {
        Settings settings = sampleSettings();
        settings.policy.autoFailoverEnabled = false;
        i.setSettings(settings);
        i.setSnapshot(sampleSnapshot(SampleMood::AllWell));
    });
}

void TestTray::theToolTipSaysWhatIsWrong()
{
    QFETCH(std::function<void(FakeInstance &)>, change);
    QFETCH(QString, part);
    change(*m_instance);
    Q_EMIT m_tray->menu().aboutToShow(); // fresh words
    QVERIFY2(m_tray->toolTip().contains(part), qPrintable(m_tray->toolTip()));
    QCOMPARE(m_tray->menu().actions().front()->toolTip(), m_tray->toolTip());
}

void TestTray::waitingRequestsAreCountedDown()
{
    ProxySnapshot snapshot = sampleSnapshot(SampleMood::Degraded);
    snapshot.heldRequests = 2;
    snapshot.heldUntil = sampleNow() + seconds(35);
    m_instance->setSnapshot(snapshot);
    Q_EMIT m_tray->menu().aboutToShow(); // fresh words
    QVERIFY2(m_tray->toolTip().contains(QStringLiteral("0:35")), qPrintable(m_tray->toolTip()));
    m_now += seconds(1);
    QTRY_VERIFY_WITH_TIMEOUT(m_tray->toolTip().contains(QStringLiteral("0:34")), 2'500);
    m_instance->setSnapshot(sampleSnapshot(SampleMood::AllWell));
    Q_EMIT m_tray->menu().aboutToShow();
    QVERIFY(!m_tray->toolTip().contains(QStringLiteral("0:3")));
}

void TestTray::theToolTipFollowsTheLanguage()
{
    m_instance->setSnapshot(sampleSnapshot(SampleMood::FailedOver));
    const QString english = m_tray->toolTip();
    QSignalSpy changed(m_tray.get(), &Tray::languageChanged);
    m_translation->use(Language::Chinese);
    QVERIFY(changed.wait());
    QVERIFY(m_tray->toolTip() != english);
}

void TestTray::aSimulationIsNamed()
{
    m_desktop->simulation = true;
    m_instance->setSnapshot(sampleSnapshot(SampleMood::AllWell));
    QVERIFY(m_tray->toolTip().startsWith(QStringLiteral("Simulation:")));
}

void TestTray::withoutATrayItIsNotShown()
{
    QSignalSpy available(m_tray.get(), &Tray::availabilityChanged);
    m_tray->setHostPresent(false);
    QVERIFY(available.isEmpty()); // nobody knows yet
    m_tray->appear();
    QVERIFY(!m_tray->isShown());
    // Told once: a window that was started hidden would not be found.
    QCOMPARE(available.size(), 1);
    QVERIFY(!available.first().first().toBool());
    m_tray->appear();
    QCOMPARE(available.size(), 1);
    m_tray->showMessage({}); // lost, and no harm
}

QTEST_MAIN(TestTray)
#include "tst_tray.moc"
