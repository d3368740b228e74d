// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/desktop_door.h"
#include "ui/base/history_door.h"

#include <deque>

namespace qcc::test {

/// An instance that a test plays: it remembers what was asked and answers, from the event loop, with what the
/// test put there. Commands are really applied (applyCommand()), so a drop moves its card.
class FakeInstance final : public InstanceDoor
{
    Q_OBJECT
public:
    using InstanceDoor::InstanceDoor;

    const InstanceState &state() const override { return m_state; }
    const ProxySnapshot &snapshot() const override { return m_snapshot; }
    const Settings &settings() const override { return m_settings; }
    void submit(Command command, Answer<Done> done) override;
    void switchConfig(SwitchConfig command, Answer<Done> done) override;
    void releasePin(Answer<Done> done) override;
    void check(const QString &config, Answer<std::vector<CheckReport>> done) override;
    void probe(ProbeEndpoint draft, Answer<CheckReport> done) override;
    void revealKey(const EndpointId &endpoint, Answer<Secret> done) override;
    void revealToken(Answer<Secret> done) override;
    void renewToken(Answer<Secret> done) override;
    void sessions(Answer<std::vector<SessionSnapshot>> done) override;
    void moveSession(MoveSession command, Answer<Done> done) override;
    void testChannel(PutChannel draft, Answer<Done> done) override;
    void serve(bool on, Answer<Done> done) override;
    void listenOn(const QString &host, quint16 port, Answer<Done> done) override;
    void tryAgain() override { log += QStringLiteral("try again"); }

    void setState(const InstanceState &state);
    void setSettings(const Settings &settings);
    void setSnapshot(const ProxySnapshot &snapshot);

    QStringList log;                  ///< what was asked, in words: "switch backup for 3600 s", "serve off"
    std::vector<Command> commands;    ///< submitted ones
    std::optional<Refusal> refusal;   ///< the next question's answer, once
    std::vector<CheckReport> reports; ///< what checks and probes find
    std::vector<SessionSnapshot> shownSessions; ///< moveSession() really moves them
    bool silent = false;                        ///< questions stay unanswered until answerAll()
    void answerAll();

private:
    void later(std::function<void()> answer);
    template <typename T> void answer(Answer<T> done, std::function<T()> value);

    InstanceState m_state{InstanceLink::Hosting, std::nullopt};
    Settings m_settings;
    ProxySnapshot m_snapshot;
    std::vector<std::function<void()>> m_waiting;
};

/// A history in memory.
class FakeHistory final : public HistoryDoor
{
    Q_OBJECT
public:
    using HistoryDoor::HistoryDoor;

    void events(const EventFilter &filter, Answer<std::vector<FailoverEvent>> done) override;
    void countEvents(const EventFilter &filter, Answer<qint64> done) override;
    void requests(const RequestFilter &filter, Answer<std::vector<StoredRequest>> done) override;
    void health(const HealthQuery &query, Answer<HealthAnswer> done) override;
    void stats(TimePoint from, TimePoint to, Answer<HistoryStats> done) override;
    void exportEvents(const EventFilter &filter, ExportFormat format, const QString &path,
                      Answer<qint64> done) override;

    std::vector<FailoverEvent> storedEvents;   ///< newest first
    std::vector<StoredRequest> storedRequests; ///< newest first
    HealthAnswer healthAnswer;                 ///< from, to are replaced by those asked for
    HistoryStats statsAnswer;
    std::vector<EventFilter> eventQuestions;
    std::vector<HealthQuery> healthQuestions;
    std::optional<Refusal> refusal;
};

class FakeDesktop final : public DesktopDoor
{
    Q_OBJECT
public:
    using DesktopDoor::DesktopDoor;

    const Preferences &preferences() const override { return m_preferences; }
    void setPreferences(const Preferences &preferences) override;
    DesktopFacts facts() const override
    {
        return {QStringLiteral("/home/ada/.qcc"), simulation, addressTold};
    }
    bool startsAtLogin() const override { return atLogin; }
    Result<Done> setStartsAtLogin(bool on) override;
    void openFolder() override { log += QStringLiteral("open folder"); }
    void sendTestNotification() override { log += QStringLiteral("test notification"); }
    void exportSettings(const QString &path, std::optional<Secret> passphrase, Answer<Done> done) override;
    std::vector<ImportSource> importSources() const override { return sources; }
    void readImport(const QString &path, std::optional<Secret> passphrase,
                    Answer<std::shared_ptr<ImportOffer>> done) override;
    void readImportFrom(const ImportSource &source, Answer<std::shared_ptr<ImportOffer>> done) override;
    void readImportLink(const QUrl &link, Answer<std::shared_ptr<ImportOffer>> done) override;
    void import(std::shared_ptr<ImportOffer> offer, const std::vector<size_t> &chosen, bool withPolicy,
                Answer<int> done) override;
    void startSimulation() override { log += QStringLiteral("start simulation"); }
    void endSimulation() override { log += QStringLiteral("end simulation"); }
    void breakSimulated(const QString &config, bool broken) override;
    void quit() override { log += QStringLiteral("quit"); }

    QStringList log;
    bool atLogin = false;
    bool simulation = false;
    bool addressTold = false;
    std::vector<ImportSource> sources;
    std::shared_ptr<ImportOffer> offer; ///< what is read, from wherever
    std::optional<Refusal> refusal;     ///< the next question's answer, once

private:
    void answerOffer(Answer<std::shared_ptr<ImportOffer>> done);

    Preferences m_preferences;
};

} // namespace qcc::test
