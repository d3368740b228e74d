// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/board_headline.h"

#include "models/text/event_text.h"
#include "models/text/text.h"
#include "ui/board/board_text.h"

namespace qcc {

QString BoardHeadline::text(TimePoint now) const
{
    switch (state) {
    case OverallState::Starting:
        return BoardText::tr("QCC is starting…");
    case OverallState::Lost:
        return BoardText::tr("What is shown here is no longer up to date: the proxy does not answer.");
    case OverallState::Failed:
        return BoardText::tr("The proxy could not be started: Claude Code is not served.");
    case OverallState::ProxyOff:
        return BoardText::tr("The proxy is off: Claude Code gets no answers at this address.");
    case OverallState::NothingSetUp:
        return headline(snapshot, now);
    case OverallState::Paused:
    case OverallState::OwnNetwork:
    case OverallState::AllDown:
    case OverallState::FailedOver:
    case OverallState::Degraded:
    case OverallState::AllWell:
        break;
    }
    if (!paused)
        return headline(snapshot, now);
    return paragraph(
        {headline(snapshot, now), BoardText::tr("Nothing is switched automatically until you resume.")});
}

} // namespace qcc
