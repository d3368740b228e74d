// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/overall_state.h"

#include "models/rules/tray_state.h"
#include "ui/board/board_text.h"

namespace qcc {

namespace {

OverallState fromTray(TrayState state, const ProxySnapshot &snapshot)
{
    switch (state) {
    case TrayState::Unknown:
        return snapshot.pid == 0 ? OverallState::Starting : OverallState::NothingSetUp;
    case TrayState::ProxyOff:
        return OverallState::ProxyOff;
    case TrayState::OwnNetwork:
        return OverallState::OwnNetwork;
    case TrayState::AllDown:
        return OverallState::AllDown;
    case TrayState::FailedOver:
        return OverallState::FailedOver;
    case TrayState::Degraded:
        return OverallState::Degraded;
    case TrayState::Paused:
        return OverallState::Paused;
    case TrayState::AllWell:
        return OverallState::AllWell;
    }
    Q_UNREACHABLE();
}

} // namespace

OverallState overallState(const InstanceState &link, const Settings &settings, const ProxySnapshot &snapshot)
{
    switch (link.link) {
    case InstanceLink::Starting:
        return OverallState::Starting;
    case InstanceLink::Lost:
        return OverallState::Lost;
    case InstanceLink::Failed:
        return OverallState::Failed;
    case InstanceLink::Hosting:
    case InstanceLink::Attached:
        return fromTray(trayStateOf(settings, snapshot), snapshot);
    }
    Q_UNREACHABLE();
}

QString stateWord(OverallState state)
{
    switch (state) {
    case OverallState::Starting:
        return BoardText::tr("Starting", "overall state");
    case OverallState::Lost:
        return BoardText::tr("Not connected", "overall state");
    case OverallState::Failed:
        return BoardText::tr("Not running", "overall state");
    case OverallState::ProxyOff:
        return BoardText::tr("Proxy off", "overall state");
    case OverallState::NothingSetUp:
        return BoardText::tr("Nothing to serve with", "overall state");
    case OverallState::OwnNetwork:
        return BoardText::tr("Your network is down", "overall state");
    case OverallState::AllDown:
        return BoardText::tr("All down", "overall state");
    case OverallState::Paused:
        return BoardText::tr("Automation paused", "overall state");
    case OverallState::FailedOver:
        return BoardText::tr("Failed over", "overall state");
    case OverallState::Degraded:
        return BoardText::tr("Degraded", "overall state");
    case OverallState::AllWell:
        return BoardText::tr("All well", "overall state");
    }
    Q_UNREACHABLE();
}

Tone toneOf(OverallState state)
{
    switch (state) {
    case OverallState::AllWell:
        return Tone::Good;
    case OverallState::Degraded:
    case OverallState::FailedOver:
    case OverallState::OwnNetwork:
        return Tone::Warn;
    case OverallState::AllDown:
    case OverallState::Lost:
    case OverallState::Failed:
        return Tone::Bad;
    case OverallState::Starting:
    case OverallState::ProxyOff:
    case OverallState::Paused:
    case OverallState::NothingSetUp:
        return Tone::Neutral;
    }
    Q_UNREACHABLE();
}

Icon iconOf(OverallState state)
{
    switch (state) {
    case OverallState::AllWell:
        return Icon::Check;
    case OverallState::Degraded:
    case OverallState::Lost:
    case OverallState::Failed:
        return Icon::Warning;
    case OverallState::FailedOver:
        return Icon::Failover;
    case OverallState::OwnNetwork:
        return Icon::Link;
    case OverallState::AllDown:
        return Icon::Cross;
    case OverallState::Starting:
        return Icon::Refresh;
    case OverallState::ProxyOff:
        return Icon::Stop;
    case OverallState::Paused:
        return Icon::Pause;
    case OverallState::NothingSetUp:
        return Icon::Question;
    }
    Q_UNREACHABLE();
}

} // namespace qcc
