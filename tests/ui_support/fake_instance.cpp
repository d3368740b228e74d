// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/apply_command.h"
#include "tests/ui_support/fake_doors.h"

namespace qcc::test {

namespace {

std::optional<Secret> clone(const std::optional<Secret> &secret)
{
    return secret ? std::optional(secret->clone()) : std::nullopt;
}

QString freshId()
{
    static int number = 0;
    return QStringLiteral("ffff%1").arg(++number, 4, 16, QLatin1Char('0'));
}

/// The instance gives new endpoints their ids.
Endpoint withId(Endpoint endpoint)
{
    if (endpoint.id.value.isEmpty())
        endpoint.id.value = freshId();
    return endpoint;
}

struct Cloner
{
    template <typename T> Command operator()(const T &command) const
    {
        if constexpr (std::is_copy_constructible_v<T>)
            return Command(command);
        else
            qFatal("the window does not send this command");
    }
    Command operator()(const PutConfig &command) const
    {
        PutConfig copy{command.before,        command.name,     command.description, {}, command.nextPatterns,
                       command.modelMappings, command.priority, command.extraHeaders};
        for (const DraftEndpoint &draft : command.endpoints)
            copy.endpoints.push_back({withId(draft.endpoint), clone(draft.key)});
        return Command(std::move(copy));
    }
    Command operator()(const PutChannel &command) const
    {
        PutChannel copy{command.before, command.channel, {}};
        if (copy.channel.id.isEmpty())
            copy.channel.id = freshId();
        for (const auto &[kind, secret] : command.secrets)
            copy.secrets.emplace(kind, secret.clone());
        return Command(std::move(copy));
    }
};

} // namespace

void FakeInstance::later(std::function<void()> answer)
{
    m_waiting.push_back(std::move(answer));
    if (!silent)
        QMetaObject::invokeMethod(this, &FakeInstance::answerAll, Qt::QueuedConnection);
}

void FakeInstance::answerAll()
{
    for (const std::function<void()> &answer : std::exchange(m_waiting, {}))
        answer();
}

template <typename T> void FakeInstance::answer(Answer<T> done, std::function<T()> value)
{
    later([done = std::move(done), value = std::move(value), no = std::exchange(refusal, std::nullopt)] {
        if (no)
            done(*no);
        else
            done(value());
    });
}

void FakeInstance::submit(Command command, Answer<Done> done)
{
    log += QStringLiteral("submit");
    Result<Done> result = Done{};
    if (refusal) {
        result = *std::exchange(refusal, std::nullopt);
    } else if (Result<Change> change = applyCommand(m_settings, {}, std::visit(Cloner{}, command)); change) {
        QMetaObject::invokeMethod(
            this, [this, settings = change->settings] { setSettings(settings); }, Qt::QueuedConnection);
    } else {
        result = change.refusal();
    }
    commands.push_back(std::move(command));
    later([done = std::move(done), result] { done(result); });
}

void FakeInstance::switchConfig(SwitchConfig command, Answer<Done> done)
{
    QString line = QStringLiteral("switch %1").arg(command.config);
    if (command.pinFor)
        line += QStringLiteral(" for %1 s").arg(command.pinFor->count());
    log += line;
    answer<Done>(std::move(done), [] { return Done{}; });
}

void FakeInstance::releasePin(Answer<Done> done)
{
    log += QStringLiteral("release pin");
    answer<Done>(std::move(done), [] { return Done{}; });
}

void FakeInstance::check(const QString &config, Answer<std::vector<CheckReport>> done)
{
    log += QStringLiteral("check %1").arg(config);
    answer<std::vector<CheckReport>>(std::move(done), [this] { return reports; });
}

void FakeInstance::probe(ProbeEndpoint draft, Answer<CheckReport> done)
{
    log += QStringLiteral("probe %1%2")
               .arg(draft.endpoint.url.toString(), draft.key ? QStringLiteral(" with a key") : QString());
    answer<CheckReport>(std::move(done),
                        [this] { return reports.empty() ? CheckReport{} : reports.front(); });
}

void FakeInstance::revealKey(const EndpointId &endpoint, Answer<Secret> done)
{
    log += QStringLiteral("reveal key %1").arg(endpoint.value);
    answer<Secret>(std::move(done), [] { return Secret("sk-test-stored-key"); });
}

void FakeInstance::revealToken(Answer<Secret> done)
{
    log += QStringLiteral("reveal token");
    answer<Secret>(std::move(done), [] { return Secret("qcc-test-token"); });
}

void FakeInstance::renewToken(Answer<Secret> done)
{
    log += QStringLiteral("renew token");
    answer<Secret>(std::move(done), [] { return Secret("qcc-test-token-2"); });
}

void FakeInstance::sessions(Answer<std::vector<SessionSnapshot>> done)
{
    log += QStringLiteral("sessions");
    answer<std::vector<SessionSnapshot>>(std::move(done), [this] { return shownSessions; });
}

void FakeInstance::moveSession(MoveSession command, Answer<Done> done)
{
    log += QStringLiteral("move session %1 to %2").arg(QString::fromLatin1(command.session), command.config);
    answer<Done>(std::move(done), [this, command] {
        for (SessionSnapshot &session : shownSessions) {
            if (session.id != command.session)
                continue;
            session.byHand = !command.config.isEmpty();
            session.config = session.byHand ? command.config : m_snapshot.activeConfig;
        }
        return Done{};
    });
}

void FakeInstance::testChannel(PutChannel draft, Answer<Done> done)
{
    log += QStringLiteral("test channel %1").arg(draft.channel.name);
    answer<Done>(std::move(done), [] { return Done{}; });
}

void FakeInstance::serve(bool on, Answer<Done> done)
{
    log += on ? QStringLiteral("serve on") : QStringLiteral("serve off");
    answer<Done>(std::move(done), [] { return Done{}; });
}

void FakeInstance::listenOn(const QString &host, quint16 port, Answer<Done> done)
{
    log += QStringLiteral("listen on %1:%2").arg(host).arg(port);
    answer<Done>(std::move(done), [] { return Done{}; });
}

void FakeInstance::setState(const InstanceState &state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

void FakeInstance::setSettings(const Settings &settings)
{
    m_settings = settings;
    Q_EMIT settingsChanged();
}

void FakeInstance::setSnapshot(const ProxySnapshot &snapshot)
{
    m_snapshot = snapshot;
    Q_EMIT snapshotChanged();
}

} // namespace qcc::test
