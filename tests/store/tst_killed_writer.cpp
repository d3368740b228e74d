// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/store_fixture.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>

#include <csignal>
#include <unistd.h>

using namespace qcc;
using namespace qcc::test;

namespace {

constexpr int kRounds = 100;
constexpr milliseconds kEnough{30'000}; // on a busy machine, or under a sanitizer, fewer rounds must do
constexpr int kLeastRounds = 20;
constexpr int kCommandsARound = 8;

/// The states that store_writer passes through, besides the anchor.
enum class State { Empty, Added, Edited, Renamed, Moved, Channelled, Redirected, None };

State channelState(const LoadedSettings &loaded)
{
    const AlertChannel &channel = loaded.settings.channels.front();
    const auto secrets = loaded.channelSecrets.find(channel.id);
    const QByteArray address = "https://" + channel.server.toLatin1() + "/hook";
    if (secrets == loaded.channelSecrets.end() || !secrets->second.at(ChannelSecret::Url).matches(address))
        return State::None;
    return channel.server == u("new.test") ? State::Redirected : State::Channelled;
}

State configState(const LoadedSettings &loaded)
{
    const Settings &settings = loaded.settings;
    if (settings.configs.size() == 1)
        return State::Empty;
    if (settings.configs.size() != 2 || settings.configs[1].endpoints.size() != 1)
        return State::None;
    const Config &config = settings.configs[1];
    const Endpoint &endpoint = config.endpoints[0];
    const auto key = loaded.keys.find(endpoint.id);
    const bool isNew = endpoint.url.host() == u("new.test");
    if (key == loaded.keys.end() || !key->second.matches(isNew ? "key-for-new" : "key-for-old"))
        return State::None;
    const auto priority = settings.groups.priorityOf(config.name);
    if (config.name == u("first") && priority == Priority::Primary)
        return isNew ? State::Edited : State::Added;
    if (config.name == u("second") && isNew && priority == Priority::Primary)
        return State::Renamed;
    return config.name == u("second") && isNew && priority == Priority::Secondary ? State::Moved
                                                                                  : State::None;
}

State stateOf(const LoadedSettings &loaded)
{
    const State state = configState(loaded);
    return state == State::Moved && !loaded.settings.channels.empty() ? channelState(loaded) : state;
}

} // namespace

class TestKilledWriter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        std::unique_ptr<Workspace> workspace = m_home.workspace();
        QVERIFY(workspace->apply(addConfig("anchor", "https://anchor.test", "anchor-key")).ok());
        QVERIFY(workspace->apply(SetPriority{u("anchor"), Priority::Fallback, {}}).ok());
        QVERIFY(workspace->saveActive(u("anchor")).ok());
    }

    /// Issue 2: kill -9 at any moment during configuration writes leaves readable files with the old or the
    /// new state.
    void everyKillLeavesAStateBeforeOrAfterACommand()
    {
        QElapsedTimer elapsed;
        elapsed.start();
        std::map<State, int> seen;
        int rounds = 0;
        for (; rounds < kRounds && (rounds < kLeastRounds || !elapsed.hasExpired(kEnough.count()));
             ++rounds) {
            killAWriter();
            if (QTest::currentTestFailed())
                return;
            const Result<LoadedSettings> loaded = m_home.workspace()->load();
            QVERIFY2(loaded.ok(),
                     loaded ? "" : qPrintable(loaded.refusal().subject + u' ' + loaded.refusal().detail));
            const State state = stateOf(*loaded);
            QVERIFY2(state != State::None, m_home.read("configs.json") + m_home.read("priority_config.json") +
                                               m_home.read("settings.journal"));
            QCOMPARE(loaded->settings.activeConfig, u("anchor"));
            QCOMPARE(loaded->settings.groups.priorityOf(u("anchor")), Priority::Fallback);
            QVERIFY(loaded->keys.at(loaded->settings.configs[0].endpoints[0].id).matches("anchor-key"));
            ++seen[state];
        }
        qInfo("%d kills in %lld ms, %zu different states", rounds, elapsed.elapsed(), seen.size());
        QVERIFY2(seen.size() >= 3, "the kills did not come at different moments");
        theNextWriterTidiesUp();
    }

private:
    void killAWriter()
    {
        QProcess writer;
        writer.start(u(STORE_WRITER), {m_home.home()});
        QVERIFY2(writer.waitForStarted(), qPrintable(writer.errorString()));
        // After some of the commands, and a part of the time that one takes.
        QElapsedTimer command;
        for (int commands = QRandomGenerator::global()->bounded(1, kCommandsARound + 2); commands > 0;
             --commands) {
            command.start();
            while (!writer.canReadLine())
                QVERIFY2(writer.waitForReadyRead(20'000), writer.readAllStandardError());
            writer.readLine();
        }
        const int longest =
            static_cast<int>(std::clamp(command.nsecsElapsed() / 1000, qint64{1000}, qint64{50'000}));
        ::usleep(static_cast<useconds_t>(QRandomGenerator::global()->bounded(longest)));
        QCOMPARE(::kill(static_cast<pid_t>(writer.processId()), SIGKILL), 0);
        QVERIFY(writer.waitForFinished(20'000));
        QCOMPARE(writer.exitStatus(), QProcess::CrashExit);
    }

    void theNextWriterTidiesUp()
    {
        QVERIFY(m_home.workspace()->settle().ok());
        QVERIFY(!QFile::exists(m_home.path("settings.journal")));
        QCOMPARE(QDir(m_home.home()).entryList({u(".*.new")}, QDir::Files | QDir::Hidden), QStringList());
    }

    TemporaryHome m_home;
};

QTEST_GUILESS_MAIN(TestKilledWriter)
#include "tst_killed_writer.moc"
