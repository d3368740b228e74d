// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/control/control_client.h"
#include "app/engine/engine_threads.h"
#include "app/sim/sim_provider.h"
#include "app/store/instance_lock.h"
#include "tests/support/messages_ask.h"

#include <QTemporaryDir>

namespace qcc::test {

/// Commands in few words. Endpoints are named "at-CONFIG".
AddConfig addConfig(const QString &name, Priority priority, const sim::SimProvider &provider);
SetPriority setPriority(const QString &name, Priority priority,
                        std::optional<qsizetype> index = std::nullopt);
EditEndpoint editKey(const QString &config, const QByteArray &key);
EditEndpoint editEndpoint(const QString &config, const EndpointPatch &patch);

/// A running instance in this process, as `qcc proxy start` makes it, with simulated providers in the test's
/// thread and a QCC_HOME of its own. What is asked of it goes over its sockets.
class EngineStage
{
public:
    EngineStage();
    ~EngineStage();

    /// A provider "NAME" that wants the key "key-of-NAME"; not a config yet.
    sim::SimProvider &provider(const QByteArray &name, sim::SimOptions options = {});
    /// The provider as a config of its name, written before the instance starts.
    sim::SimProvider &add(const QByteArray &name, Priority priority, const sim::SimOptions &options = {});
    /// False when it does not listen in time.
    bool start(quint16 port = 0);
    /// The same, whether it takes clients or not: until it can be asked.
    bool startReady(quint16 port = 0);
    bool stop();
    /// Where clients are taken from now on, and by what token.
    void setPort(quint16 port) { m_port = port; }
    void setToken(const QByteArray &token) { m_token = token; }
    /// Without any grace.
    void destroyThreads() { m_threads.reset(); }

    ControlReply askInstance(const ControlRequest &request);
    Result<Done> give(Command command);
    /// Until the storage thread has done all that it was told.
    void letStorageFinish();
    Result<Done> switchTo(const QString &config);
    ProxySnapshot snapshot();
    EndpointSnapshot endpoint(const QString &config);

    QByteArray request(const Ask &ask = {}) const { return messagesRequest(m_port, m_token, ask); }
    RawAnswer ask(const Ask &ask = {});
    QByteArray servedBy(const Ask &ask = {}) { return test::servedBy(this->ask(ask)); }

    QByteArray read(const QString &file) const;
    void write(const QString &file, const QByteArray &content) const;
    QString home() const { return m_home.path(); }
    quint16 port() const { return m_port; }
    EngineThreads &threads() { return *m_threads; }

    EngineOptions options;
    std::vector<std::unique_ptr<sim::SimProvider>> sims;

private:
    bool prepare(quint16 port);
    Result<Done> done(const ControlReply &reply) const;

    QTemporaryDir m_home;
    std::unique_ptr<InstanceLock> m_lock;
    std::unique_ptr<EngineThreads> m_threads;
    QByteArray m_token;
    quint16 m_port = 0;
};

} // namespace qcc::test
