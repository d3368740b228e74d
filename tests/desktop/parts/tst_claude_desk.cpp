// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/claude_desk.h"
#include "tests/ui_support/fake_doors.h"
#include "tests/ui_support/sample_world.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace qcc;
using namespace qcc::test;

namespace {

const QByteArray &settingsBefore()
{
    static const QByteArray kText = "{\n   \"model\": \"opus\",\n   \"env\": { \"FOO\": \"bar\" }\n}\n";
    return kText;
}

} // namespace

/// The window's way to Claude Code's settings, over a real file.
class TestClaudeDesk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void connectingIsRememberedAndPutBack();
    void theSwitchIsKeptAsItWasLeft_data();
    void theSwitchIsKeptAsItWasLeft();
    void theAddressIsFollowed();
    void aListenerOnAllAddressesIsMetHere();
    void aNewTokenIsWritten();
    void quittingPutsBackIfWished_data();
    void quittingPutsBackIfWished();
    void nothingIsWrittenAfterTheEnd();
    void anotherHandIsSeenAndLeftAlone();
    void editsStayWhereThePersonWantsThat();
    void nobodyThereIsRefused();
    void whatCantBeWrittenIsTold();
    void theSimulationPutsBackUntilItsEnd();

private:
    void connectIt();
    QByteArray text() const;
    void write(const QByteArray &text) const;
    void make();
    Preferences wished(bool connects, bool releases = true) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeInstance> m_instance;
    std::unique_ptr<FakeDesktop> m_desktop;
    std::unique_ptr<ClaudeDesk> m_desk;
    QString m_file;
};

void TestClaudeDesk::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(QStringLiteral("claude/settings.json"));
    QVERIFY(QDir().mkpath(m_folder->filePath(QStringLiteral("claude"))));
    QVERIFY(QDir().mkpath(m_folder->filePath(QStringLiteral("qcc"))));
    write(settingsBefore());
    m_instance = std::make_unique<FakeInstance>();
    m_desktop = std::make_unique<FakeDesktop>();
    m_instance->setSettings(sampleSettings());
    m_instance->setSnapshot(sampleSnapshot(SampleMood::AllWell));
    make();
}

void TestClaudeDesk::cleanup()
{
    m_desk.reset();
    m_folder.reset();
}

void TestClaudeDesk::make()
{
    m_desk.reset();
    ClaudePlaces places;
    places.journalFile = m_folder->filePath(QStringLiteral("qcc/claude_takeover.json"));
    places.settingsFile = m_file;
    m_desk = std::make_unique<ClaudeDesk>(*m_instance, *m_desktop, places);
}

QByteArray TestClaudeDesk::text() const
{
    QFile file(m_file);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestClaudeDesk::write(const QByteArray &text) const
{
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

Preferences TestClaudeDesk::wished(bool connects, bool releases) const
{
    Preferences preferences = m_desktop->preferences();
    preferences.connectsClaude = connects;
    preferences.releasesClaudeAtQuit = releases;
    return preferences;
}

void TestClaudeDesk::connectIt()
{
    std::optional<Result<Done>> answer;
    m_desk->connectClaude([&](const Result<Done> &result) { answer = result; });
    QTRY_VERIFY(answer);
    QVERIFY(answer->ok());
    QCOMPARE(m_desk->status().state, TakeoverState::On);
    QVERIFY(text().contains("http://127.0.0.1:7860"));
    QVERIFY(text().contains("qcc-test-token"));
}

void TestClaudeDesk::connectingIsRememberedAndPutBack()
{
    m_desk->start();
    QCOMPARE(text(), settingsBefore());
    connectIt();
    QVERIFY(m_desktop->preferences().connectsClaude);
    QVERIFY(m_desktop->preferences().toldAboutClaude);
    std::optional<Result<Done>> answer;
    m_desk->disconnectClaude(false, [&](const Result<Done> &result) { answer = result; });
    QTRY_VERIFY(answer);
    QVERIFY(answer->ok());
    QCOMPARE(text(), settingsBefore());
    QCOMPARE(m_desk->status().state, TakeoverState::Off);
    QVERIFY(!m_desktop->preferences().connectsClaude);
}

void TestClaudeDesk::theSwitchIsKeptAsItWasLeft_data()
{
    QTest::addColumn<bool>("wish");
    QTest::addColumn<bool>("serving");
    QTest::addColumn<bool>("simulation");
    QTest::addColumn<bool>("on");
    QTest::newRow("it was on") << true << true << false << true;
    QTest::newRow("it was off") << false << true << false << false;
    QTest::newRow("the proxy is off") << true << false << false << false;
    QTest::newRow("simulated") << true << true << true << false;
}

void TestClaudeDesk::theSwitchIsKeptAsItWasLeft()
{
    QFETCH(const bool, wish);
    QFETCH(const bool, serving);
    QFETCH(const bool, simulation);
    QFETCH(const bool, on);
    m_desktop->setPreferences(wished(wish));
    m_desktop->simulation = simulation;
    m_instance->setState({InstanceLink::Starting, std::nullopt});
    m_desk->start();
    ProxySnapshot snapshot = sampleSnapshot(SampleMood::AllWell);
    snapshot.serving = serving;
    m_instance->setSnapshot(snapshot);
    m_instance->setState({InstanceLink::Hosting, std::nullopt});
    if (on)
        QTRY_COMPARE(m_desk->status().state, TakeoverState::On);
    QCoreApplication::processEvents();
    QCOMPARE(text() == settingsBefore(), !on);
}

void TestClaudeDesk::theAddressIsFollowed()
{
    m_desk->start();
    connectIt();
    ProxySnapshot snapshot = sampleSnapshot(SampleMood::AllWell);
    snapshot.listenUrl = QStringLiteral("http://127.0.0.1:7999");
    m_instance->setSnapshot(snapshot);
    QTRY_VERIFY(text().contains("http://127.0.0.1:7999"));
    QVERIFY(!text().contains("7860"));
    m_desk->disconnectClaude(false, [](const Result<Done> &) {});
    QCOMPARE(text(), settingsBefore());
}

void TestClaudeDesk::aListenerOnAllAddressesIsMetHere()
{
    ProxySnapshot snapshot = sampleSnapshot(SampleMood::AllWell);
    snapshot.listenUrl = QStringLiteral("http://0.0.0.0:7860");
    m_instance->setSnapshot(snapshot);
    m_desk->start();
    connectIt();
}

void TestClaudeDesk::aNewTokenIsWritten()
{
    m_desk->start();
    connectIt();
    const qsizetype asked = m_instance->log.count(QStringLiteral("reveal token"));
    m_desk->renewed();
    QCOMPARE(m_instance->log.count(QStringLiteral("reveal token")), asked + 1);
}

void TestClaudeDesk::quittingPutsBackIfWished_data()
{
    QTest::addColumn<bool>("releases");
    QTest::addColumn<InstanceLink>("link");
    QTest::addColumn<bool>("back");
    QTest::newRow("wished") << true << InstanceLink::Hosting << true;
    QTest::newRow("not wished") << false << InstanceLink::Hosting << false;
    QTest::newRow("another process goes on") << true << InstanceLink::Attached << false;
}

void TestClaudeDesk::quittingPutsBackIfWished()
{
    QFETCH(const bool, releases);
    QFETCH(const InstanceLink, link);
    QFETCH(const bool, back);
    m_desktop->setPreferences(wished(false, releases));
    m_instance->setState({link, std::nullopt});
    m_desk->start();
    connectIt();
    m_desk->release();
    QCOMPARE(text() == settingsBefore(), back);
    QVERIFY(m_desktop->preferences().connectsClaude); // at the next start it is on again
}

void TestClaudeDesk::nothingIsWrittenAfterTheEnd()
{
    m_desk->start();
    connectIt();
    m_desk->release();
    ProxySnapshot snapshot = sampleSnapshot(SampleMood::AllWell);
    snapshot.listenUrl = QStringLiteral("http://127.0.0.1:7999");
    m_instance->setSnapshot(snapshot);
    QCoreApplication::processEvents();
    QCOMPARE(text(), settingsBefore());
}

void TestClaudeDesk::anotherHandIsSeenAndLeftAlone()
{
    m_desk->start();
    connectIt();
    const QByteArray edited = text().replace("http://127.0.0.1:7860", "https://other.example.com");
    write(edited);
    QTRY_COMPARE(m_desk->status().state, TakeoverState::Edited);
    QCOMPARE(m_desk->status().edits.size(), size_t(1));
    ProxySnapshot snapshot = sampleSnapshot(SampleMood::AllWell);
    snapshot.listenUrl = QStringLiteral("http://127.0.0.1:7999");
    m_instance->setSnapshot(snapshot);
    QCoreApplication::processEvents();
    QCOMPARE(text(), edited);
}

void TestClaudeDesk::editsStayWhereThePersonWantsThat()
{
    m_desk->start();
    connectIt();
    write(text().replace("http://127.0.0.1:7860", "https://other.example.com"));
    QTRY_COMPARE(m_desk->status().state, TakeoverState::Edited);
    std::optional<Result<Done>> answer;
    m_desk->disconnectClaude(false, [&](const Result<Done> &result) { answer = result; });
    QTRY_VERIFY(answer);
    QCOMPARE(answer->refusal().code, RefusalCode::ChangedMeanwhile);
    answer.reset();
    m_desk->disconnectClaude(true, [&](const Result<Done> &result) { answer = result; });
    QTRY_VERIFY(answer);
    QVERIFY(answer->ok());
    QVERIFY(text().contains("https://other.example.com"));
    QVERIFY(!text().contains("qcc-test-token"));
    QCOMPARE(m_desk->status().state, TakeoverState::Off);
}

void TestClaudeDesk::nobodyThereIsRefused()
{
    m_instance->setState({InstanceLink::Lost, std::nullopt});
    m_desk->start();
    std::optional<Result<Done>> answer;
    m_desk->connectClaude([&](const Result<Done> &result) { answer = result; });
    QTRY_VERIFY(answer);
    QCOMPARE(answer->refusal().code, RefusalCode::NotRunning);
    QCOMPARE(text(), settingsBefore());
}

void TestClaudeDesk::whatCantBeWrittenIsTold()
{
    write("{ \"env\": ");
    m_desktop->setPreferences(wished(true));
    QSignalSpy refused(m_desk.get(), &ClaudeDesk::refused);
    m_desk->start();
    QTRY_COMPARE(refused.size(), 1);
    QCOMPARE(m_desk->status().state, TakeoverState::Unusable);
    m_instance->setSnapshot(sampleSnapshot(SampleMood::FailedOver));
    QCoreApplication::processEvents();
    QCOMPARE(refused.size(), 1); // once
    QCOMPARE(text(), QByteArray("{ \"env\": "));
}

void TestClaudeDesk::theSimulationPutsBackUntilItsEnd()
{
    m_desk->start();
    connectIt();
    m_desk->release();
    m_desktop->simulation = true;
    QCOMPARE(text(), settingsBefore());
    m_desktop->simulation = false;
    m_desk->resume();
    QTRY_COMPARE(m_desk->status().state, TakeoverState::On);
}

QTEST_MAIN(TestClaudeDesk)
#include "tst_claude_desk.moc"
