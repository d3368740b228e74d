// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/instance_access.h"

#include "app/cli/offline_failover.h"
#include "app/cli/time_values.h"
#include "app/control/control_address.h"
#include "app/control/reports_json.h"
#include "app/control/session_json.h"
#include "app/control/settings_json.h"
#include "app/control/snapshot_json.h"
#include "app/store/instance_lock.h"

#include <QTimer>

namespace qcc {

namespace {

std::function<void(Result<QJsonObject>)> whenDone(std::function<void(Result<Done>)> answer)
{
    return [answer = std::move(answer)](const Result<QJsonObject> &result) {
        answer(result ? Result<Done>(Done{}) : result.refusal());
    };
}

milliseconds replyLimit(const ControlRequest &request)
{
    if (std::holds_alternative<AskTestChannel>(request))
        return kControlTestLimit;
    return std::holds_alternative<AskCheck>(request) ? kControlCheckLimit : kControlReplyLimit;
}

bool canBeDoneOnFiles(const ControlRequest &request)
{
    return std::holds_alternative<Command>(request) || std::holds_alternative<AskSwitch>(request) ||
           std::holds_alternative<AskReleasePin>(request);
}

/// Whatever became of it, nothing is different for it.
bool changesNothing(const ControlRequest &request)
{
    return std::holds_alternative<AskSettings>(request) || std::holds_alternative<AskStatus>(request) ||
           std::holds_alternative<AskToken>(request) || std::holds_alternative<AskKey>(request) ||
           std::holds_alternative<AskSessions>(request) || std::holds_alternative<AskCheck>(request);
}

} // namespace

InstanceAccess::InstanceAccess(const QString &home, milliseconds patience, QObject *parent)
    : QObject(parent), m_home(home), m_patience(patience), m_client(controlSocketPath(home))
{
}

void InstanceAccess::submit(Command command, Answer<Done> answer)
{
    begin(std::move(command), whenDone(std::move(answer)));
}

void InstanceAccess::switchConfig(SwitchConfig command, Answer<Done> answer)
{
    begin(AskSwitch{std::move(command)}, whenDone(std::move(answer)));
}

void InstanceAccess::releasePin(Answer<Done> answer)
{
    begin(AskReleasePin{}, whenDone(std::move(answer)));
}

void InstanceAccess::check(const QString &config, Answer<std::vector<CheckReport>> answer)
{
    begin(AskCheck{config}, [answer = std::move(answer)](const Result<QJsonObject> &result) {
        answer(result ? reportsFromJson(*result) : result.refusal());
    });
}

void InstanceAccess::testChannel(PutChannel draft, Answer<Done> answer)
{
    begin(AskTestChannel{std::move(draft)}, whenDone(std::move(answer)));
}

void InstanceAccess::sessions(Answer<std::vector<SessionSnapshot>> answer)
{
    begin(AskSessions{}, [answer = std::move(answer)](const Result<QJsonObject> &result) {
        answer(result ? sessionsFromJson(*result) : result.refusal());
    });
}

void InstanceAccess::moveSession(MoveSession command, Answer<Done> answer)
{
    begin(AskMoveSession{std::move(command)}, whenDone(std::move(answer)));
}

void InstanceAccess::settings(Answer<Settings> answer)
{
    begin(AskSettings{}, [answer = std::move(answer)](const Result<QJsonObject> &result) {
        answer(result ? settingsFromJson(*result) : result.refusal());
    });
}

void InstanceAccess::keys(std::vector<EndpointId> endpoints, Answer<Keys> answer)
{
    nextKey(std::move(endpoints), std::make_shared<Keys>(), std::move(answer));
}

void InstanceAccess::nextKey(std::vector<EndpointId> left, std::shared_ptr<Keys> known, Answer<Keys> answer)
{
    if (left.empty())
        return answer(std::move(*known));
    const EndpointId endpoint = left.back();
    begin(AskKey{endpoint}, [this, left = std::move(left), known = std::move(known),
                             answer = std::move(answer)](const Result<QJsonObject> &result) mutable {
        const RefusalCode code = result ? RefusalCode::EmptyKey : result.refusal().code;
        if (code == RefusalCode::NotRunning)
            return answer(keysOfFiles(left));
        if (code != RefusalCode::EmptyKey && code != RefusalCode::UnknownEndpoint)
            return answer(result.refusal());
        if (Result<Secret> key = result ? revealedKeyFromJson(*result) : result.refusal())
            known->insert_or_assign(left.back(), std::move(key).value());
        left.pop_back();
        nextKey(std::move(left), std::move(known), std::move(answer));
    });
}

Result<Keys> InstanceAccess::keysOfFiles(const std::vector<EndpointId> &endpoints)
{
    if (const Result<Done> opened = openFiles(); !opened)
        return opened.refusal();
    Result<LoadedSettings> loaded = m_workspace->load();
    if (!loaded)
        return loaded.refusal();
    Keys keys;
    for (const EndpointId &endpoint : endpoints) {
        if (auto node = loaded->keys.extract(endpoint))
            keys.insert(std::move(node));
    }
    return keys;
}

void InstanceAccess::status(Answer<ProxySnapshot> answer)
{
    begin(AskStatus{}, [answer = std::move(answer)](const Result<QJsonObject> &result) {
        answer(result ? snapshotFromJson(*result) : result.refusal());
    });
}

void InstanceAccess::token(Answer<Secret> answer)
{
    begin(AskToken{}, [answer = std::move(answer)](const Result<QJsonObject> &result) {
        if (!result)
            return answer(result.refusal());
        answer(Secret(result->value(QStringLiteral("token")).toString().toLatin1()));
    });
}

void InstanceAccess::stop(Answer<Done> answer)
{
    begin(AskStop{}, whenDone(std::move(answer)));
}

void InstanceAccess::begin(ControlRequest request, Answer<QJsonObject> answer)
{
    m_request = std::move(request);
    m_answer = std::move(answer);
    m_begun.start();
    askInstance();
}

void InstanceAccess::askInstance()
{
    m_client.ask(
        *m_request, [this](const ControlReply &reply) { handle(reply); }, replyLimit(*m_request));
}

void InstanceAccess::handle(const ControlReply &reply)
{
    switch (reply.kind) {
    case ControlReply::Kind::Answered:
        return finish(reply.data);
    case ControlReply::Kind::Refused:
        return finish(reply.refusal);
    case ControlReply::Kind::Lost:
    case ControlReply::Kind::TimedOut:
        return finish(Refusal{RefusalCode::ProtocolError, QStringLiteral("no answer"),
                              changesNothing(*m_request) ? QStringLiteral("question") : QString()});
    case ControlReply::Kind::Unreachable:
        return nobodyListens();
    }
}

void InstanceAccess::nobodyListens()
{
    if (canBeDoneOnFiles(*m_request))
        workOnFiles();
    else if (std::holds_alternative<AskSettings>(*m_request))
        readFiles();
    else
        needInstance();
}

Result<Done> InstanceAccess::openFiles()
{
    if (m_workspace)
        return Done{};
    Result<std::unique_ptr<Workspace>> workspace = Workspace::open(m_home);
    if (!workspace)
        return workspace.refusal();
    m_workspace = std::move(workspace).value();
    return Done{};
}

void InstanceAccess::workOnFiles()
{
    // First, for a keyring may take long, and nobody is to be kept out meanwhile.
    if (const Result<Done> opened = openFiles(); !opened)
        return finish(opened.refusal());
    const auto lock = InstanceLock::acquire(m_home);
    if (!lock) {
        if (lock.refusal().code == RefusalCode::InstanceRunning)
            return tryAgain(lock.refusal());
        return finish(lock.refusal());
    }
    const Result<Done> done = carryOut(std::move(*m_request));
    finish(done ? Result<QJsonObject>(QJsonObject()) : done.refusal());
}

Result<Done> InstanceAccess::carryOut(ControlRequest request)
{
    if (const auto *wish = std::get_if<AskSwitch>(&request))
        return switchOffline(*m_workspace, wish->command, currentTime());
    if (std::holds_alternative<AskReleasePin>(request))
        return releaseOffline(*m_workspace, currentTime());
    const Result<LoadedSettings> applied = applyOffline(*m_workspace, std::get<Command>(std::move(request)));
    if (!applied)
        return applied.refusal();
    m_plainKeyFile = applied->plainKeyFile;
    return Done{};
}

void InstanceAccess::readFiles()
{
    const Result<Settings> settings = Workspace::readSettings(m_home);
    finish(settings ? Result<QJsonObject>(toJson(*settings)) : settings.refusal());
}

void InstanceAccess::needInstance()
{
    const std::optional<qint64> holder = InstanceLock::holder(m_home);
    if (!holder)
        return finish(Refusal{RefusalCode::NotRunning, m_home, QString()});
    tryAgain({RefusalCode::InstanceRunning, m_home, *holder > 0 ? QString::number(*holder) : QString()});
}

void InstanceAccess::tryAgain(const Refusal &otherwise)
{
    if (m_begun.hasExpired(m_patience.count()))
        return finish(otherwise);
    QTimer::singleShot(kInstanceRetry, this, &InstanceAccess::askInstance);
}

void InstanceAccess::finish(const Result<QJsonObject> &result)
{
    m_request.reset();
    const auto answer = std::exchange(m_answer, nullptr); // it may ask the next thing
    answer(result);
}

} // namespace qcc
