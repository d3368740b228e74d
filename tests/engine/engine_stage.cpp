// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/engine_stage.h"

#include "app/control/control_address.h"
#include "app/control/snapshot_json.h"
#include "app/store/workspace.h"

#include <QFile>
#include <QSignalSpy>

namespace qcc::test {

using namespace std::chrono_literals;

namespace {

QString endpointOf(const QString &config)
{
    return QStringLiteral("at-") + config;
}

} // namespace

AddConfig addConfig(const QString &name, Priority priority, const sim::SimProvider &provider)
{
    AddConfig add;
    add.name = name;
    add.priority = priority;
    Endpoint endpoint;
    endpoint.name = endpointOf(name);
    endpoint.url = provider.url();
    add.endpoint = NewEndpoint{endpoint, Secret(provider.options().apiKey)};
    return add;
}

SetPriority setPriority(const QString &name, Priority priority, std::optional<qsizetype> index)
{
    return {name, priority, index};
}

EditEndpoint editKey(const QString &config, const QByteArray &key)
{
    EditEndpoint edit;
    edit.config = config;
    edit.endpoint = endpointOf(config);
    edit.key = Secret(key);
    return edit;
}

EditEndpoint editEndpoint(const QString &config, const EndpointPatch &patch)
{
    EditEndpoint edit;
    edit.config = config;
    edit.endpoint = endpointOf(config);
    edit.patch = patch;
    return edit;
}

EngineStage::EngineStage()
{
    qputenv("QCC_SECRETS", "file");
    options.home = m_home.path();
    options.listenHost = QStringLiteral("127.0.0.1");
    options.limits.stopGrace = 5s;
    options.limits.lingering = 500ms;
    options.checks = HealthChecks::Off; // providers are asked by the test alone
}

EngineStage::~EngineStage()
{
    m_threads.reset();
    sims.clear();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

sim::SimProvider &EngineStage::provider(const QByteArray &name, sim::SimOptions simOptions)
{
    simOptions.name = name;
    simOptions.apiKey = "key-of-" + name;
    sims.push_back(std::make_unique<sim::SimProvider>(simOptions));
    if (!sims.back()->listen())
        qFatal("a simulated provider can't listen");
    return *sims.back();
}

sim::SimProvider &EngineStage::add(const QByteArray &name, Priority priority,
                                   const sim::SimOptions &simOptions)
{
    sim::SimProvider &added = provider(name, simOptions);
    Result<std::unique_ptr<Workspace>> workspace = Workspace::open(home());
    if (!workspace || !(*workspace)->apply(Command(addConfig(QString::fromLatin1(name), priority, added))))
        qFatal("a config can't be added");
    return added;
}

bool EngineStage::prepare(quint16 port)
{
    if (!m_lock) {
        Result<std::unique_ptr<InstanceLock>> lock = InstanceLock::acquire(home());
        Result<std::unique_ptr<Workspace>> workspace = Workspace::open(home());
        if (!lock || !workspace)
            return false;
        m_lock = std::move(lock).value();
        m_token = (*workspace)->localToken()->reveal();
    }
    options.listenPort = port;
    m_threads = std::make_unique<EngineThreads>(options);
    return true;
}

bool EngineStage::start(quint16 port)
{
    if (!prepare(port))
        return false;
    QSignalSpy listening(m_threads.get(), &EngineThreads::listening);
    m_threads->start();
    if (!eventually([&] { return !listening.isEmpty(); }, 20s))
        return false;
    m_port = static_cast<quint16>(QUrl(listening[0][0].toString()).port());
    return true;
}

bool EngineStage::startReady(quint16 port)
{
    if (!prepare(port))
        return false;
    QSignalSpy ready(m_threads.get(), &EngineThreads::ready);
    m_threads->start();
    return eventually([&] { return !ready.isEmpty(); }, 20s);
}

bool EngineStage::stop()
{
    QSignalSpy finished(m_threads.get(), &EngineThreads::finished);
    m_threads->stop();
    const bool stopped = eventually([&] { return !finished.isEmpty(); }, 20s);
    m_threads.reset();
    return stopped;
}

ControlReply EngineStage::askInstance(const ControlRequest &request)
{
    ControlClient client(controlSocketPath(home()));
    std::optional<ControlReply> got;
    client.ask(request, [&got](ControlReply reply) { got = std::move(reply); });
    eventually([&] { return got.has_value(); }, 30s);
    return got.value_or(ControlReply{});
}

Result<Done> EngineStage::give(Command command)
{
    return done(askInstance(ControlRequest(std::move(command))));
}

void EngineStage::letStorageFinish()
{
    const Result<Done> refused = give(RemoveConfig{QStringLiteral("nobody")});
    Q_ASSERT(!refused);
}

Result<Done> EngineStage::switchTo(const QString &config)
{
    return done(askInstance(AskSwitch{SwitchConfig{config, {}, {}}}));
}

Result<Done> EngineStage::done(const ControlReply &reply) const
{
    if (reply.kind == ControlReply::Kind::Answered)
        return Done{};
    if (reply.kind == ControlReply::Kind::Refused)
        return reply.refusal;
    return Refusal{RefusalCode::NotRunning, home(), {}};
}

ProxySnapshot EngineStage::snapshot()
{
    const Result<ProxySnapshot> snapshot = snapshotFromJson(askInstance(AskStatus{}).data);
    return snapshot ? *snapshot : ProxySnapshot{};
}

EndpointSnapshot EngineStage::endpoint(const QString &config)
{
    for (const EndpointSnapshot &endpoint : snapshot().endpoints) {
        if (endpoint.config == config)
            return endpoint;
    }
    return {};
}

RawAnswer EngineStage::ask(const Ask &ask)
{
    RawClient client(m_port);
    client.send(request(ask));
    return client.next(false, 30s);
}

QByteArray EngineStage::read(const QString &file) const
{
    QFile opened(m_home.filePath(file));
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

void EngineStage::write(const QString &file, const QByteArray &content) const
{
    QFile opened(m_home.filePath(file));
    if (!opened.open(QIODevice::WriteOnly) || opened.write(content) != content.size())
        qFatal("%s can't be written", qPrintable(file));
}

} // namespace qcc::test
