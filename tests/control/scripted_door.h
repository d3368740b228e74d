// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/control/command_door.h"
#include "app/control/command_json.h"

#include <QPointer>
#include <QTimer>

namespace qcc {

/// A CommandDoor that writes down what it is asked and answers as told.
class ScriptedDoor : public CommandDoor
{
public:
    std::vector<QJsonObject> submitted; ///< as JSON, keys included
    Settings held;
    ProxySnapshot shown;
    Secret token{"qcc-of-the-instance"};
    int stops = 0;
    std::vector<SwitchConfig> switches;
    int releases = 0;
    QStringList checks;               ///< the configs named; an empty text is all
    std::vector<CheckReport> reports; ///< what a check answers
    milliseconds checkTakes{0};
    std::optional<Refusal> refuseWith;
    bool holdAnswers = false; ///< collect them in `held answers` instead
    std::vector<std::function<void(Result<Done>)>> heldAnswers;
    std::function<void()> onStop;
    std::vector<ProbeEndpoint> probes;
    std::vector<QPointer<const QObject>> askers; ///< of the probes
    CheckReport probed;                          ///< what a probe answers
    std::map<EndpointId, QByteArray> keys;
    std::vector<bool> serves;
    std::vector<std::pair<QString, quint16>> places;
    std::vector<SessionSnapshot> known; ///< its sessions
    std::vector<MoveSession> moves;
    std::vector<PutChannel> tests; ///< of channels
    DoorNews told;
    mutable int looks = 0; ///< how often a snapshot was asked for

    void submit(Command command, std::function<void(Result<Done>)> done) override
    {
        submitted.push_back(toJson(command));
        if (holdAnswers)
            heldAnswers.push_back(std::move(done));
        else
            QTimer::singleShot(0, [done, answer = answer()] { done(answer); });
    }
    void switchConfig(SwitchConfig command, std::function<void(Result<Done>)> done) override
    {
        switches.push_back(std::move(command));
        QTimer::singleShot(0, [done, answer = answer()] { done(answer); });
    }
    void releasePin(std::function<void(Result<Done>)> done) override
    {
        ++releases;
        QTimer::singleShot(0, [done, answer = answer()] { done(answer); });
    }
    void check(const QString &config, std::function<void(Result<std::vector<CheckReport>>)> done) override
    {
        checks << config;
        Result<std::vector<CheckReport>> found =
            refuseWith ? Result<std::vector<CheckReport>>(*refuseWith) : reports;
        QTimer::singleShot(checkTakes, [done, found] { done(found); });
    }
    void probe(ProbeEndpoint draft, const QObject &asker,
               std::function<void(Result<CheckReport>)> done) override
    {
        probes.push_back(std::move(draft));
        askers.emplace_back(&asker);
        const Result<CheckReport> found = refuseWith ? Result<CheckReport>(*refuseWith) : probed;
        QTimer::singleShot(checkTakes, [done, found] { done(found); });
    }
    void serve(bool on, std::function<void(Result<Done>)> done) override
    {
        serves.push_back(on);
        QTimer::singleShot(0, [done, answer = answer()] { done(answer); });
    }
    void listenOn(const QString &host, quint16 port, std::function<void(Result<Done>)> done) override
    {
        places.emplace_back(host, port);
        QTimer::singleShot(0, [done, answer = answer()] { done(answer); });
    }
    std::vector<SessionSnapshot> sessions() const override { return known; }
    void moveSession(MoveSession command, std::function<void(Result<Done>)> done) override
    {
        moves.push_back(std::move(command));
        QTimer::singleShot(0, [done, answer = answer()] { done(answer); });
    }
    void testChannel(PutChannel draft, std::function<void(Result<Done>)> done) override
    {
        tests.push_back(std::move(draft));
        QTimer::singleShot(0, [done, answer = answer()] { done(answer); });
    }
    Result<Secret> revealKey(const EndpointId &endpoint) const override
    {
        const auto found = keys.find(endpoint);
        if (found == keys.end())
            return Refusal{RefusalCode::UnknownEndpoint, endpoint.value, {}};
        return Secret(found->second);
    }
    void renewToken(std::function<void(Result<Secret>)> done) override
    {
        if (refuseWith)
            return done(*refuseWith);
        token = Secret("qcc-another");
        done(token.clone());
    }
    const DoorNews &news() const override { return told; }
    const Settings &settings() const override { return held; }
    ProxySnapshot snapshot() const override
    {
        ++looks;
        return shown;
    }
    const Secret &localToken() const override { return token; }
    void requestStop() override
    {
        ++stops;
        if (onStop)
            onStop();
    }

private:
    Result<Done> answer() const { return refuseWith ? Result<Done>(*refuseWith) : Result<Done>(Done{}); }
};

} // namespace qcc
