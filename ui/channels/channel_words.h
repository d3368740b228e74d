// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/alert_channel.h"
#include "ui/base/icons.h"

namespace qcc {

/// What the window says of each kind of channel, and how it shows it.

Icon channelIcon(ChannelKind kind);

/// What happens there, and where its address or token is found.
QString channelHint(ChannelKind kind);
/// The service's own page about it; empty: there is none.
QString channelHelpPage(ChannelKind kind);

/// What such an address looks like.
QString addressExample(ChannelKind kind);

/// A label with its shortcut: "&To", "&Chat", "&Topic".
QString recipientsLabel(ChannelKind kind);
QString recipientsExample(ChannelKind kind);

} // namespace qcc
