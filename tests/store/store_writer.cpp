// SPDX-License-Identifier: GPL-3.0-or-later
// Applies commands to a QCC_HOME, round after round, until it is killed (tst_killed_writer).
// Says "applied" after each. Each round: add "first" with an endpoint → give the endpoint another URL and key
// → rename it to "second" → move it → add an alert channel → give that another address → remove both.
#include "app/secrets/file_secret_store.h"
#include "app/store/instance_lock.h"
#include "app/store/workspace.h"

#include <QCoreApplication>

#include <cstdio>

using namespace qcc;

namespace {

Settings apply(Workspace &workspace, Command command)
{
    const Result<LoadedSettings> applied = workspace.apply(std::move(command));
    if (!applied)
        qFatal("refused: %s %s", qPrintable(applied.refusal().subject), qPrintable(applied.refusal().detail));
    std::puts("applied");
    std::fflush(stdout);
    return applied->settings;
}

PutChannel putChannel(const std::optional<AlertChannel> &before, const char *address)
{
    AlertChannel channel = before.value_or(AlertChannel());
    channel.name = QStringLiteral("ops");
    channel.alerts = {AlertKind::Failover};
    PutChannel put{before, channel, {}};
    put.secrets.emplace(ChannelSecret::Url, Secret(address));
    return put;
}

/// What an earlier, killed writer has left.
void clear(Workspace &workspace)
{
    const Result<LoadedSettings> loaded = workspace.load();
    if (!loaded)
        qFatal("cannot load: %s", qPrintable(loaded.refusal().detail));
    for (const Config &config : loaded->settings.configs) {
        if (config.name != QLatin1StringView("anchor"))
            apply(workspace, RemoveConfig{config.name});
    }
    for (const AlertChannel &channel : loaded->settings.channels)
        apply(workspace, RemoveChannel{channel.id});
}

void playRound(Workspace &workspace)
{
    const QString first = QStringLiteral("first");
    const QString second = QStringLiteral("second");
    Endpoint endpoint;
    endpoint.name = QStringLiteral("only");
    endpoint.url = QUrl(QStringLiteral("https://old.test"));
    apply(workspace, AddConfig{first, {}, NewEndpoint{endpoint, Secret("key-for-old")}, Priority::Primary});
    EditEndpoint edit{first, endpoint.name, {}, Secret("key-for-new")};
    edit.patch.url = QUrl(QStringLiteral("https://new.test"));
    apply(workspace, std::move(edit));
    apply(workspace, EditConfig{first, second, {}});
    apply(workspace, SetPriority{second, Priority::Secondary, {}});
    const Settings settings = apply(workspace, putChannel(std::nullopt, "https://old.test/hook"));
    apply(workspace, putChannel(settings.channels.at(0), "https://new.test/hook"));
    apply(workspace, RemoveChannel{settings.channels.at(0).id});
    apply(workspace, RemoveConfig{second});
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QString home = QCoreApplication::arguments().at(1);
    const auto lock = InstanceLock::acquire(home, milliseconds(5000));
    if (!lock)
        qFatal("locked by %s", qPrintable(lock.refusal().detail));
    Workspace workspace(home, std::make_unique<FileSecretStore>(home));
    clear(workspace);
    for (;;)
        playRound(workspace);
}
