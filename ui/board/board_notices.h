// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/banner.h"
#include "ui/base/instance_door.h"

namespace qcc {

/// What a banner's buttons ask for.
namespace notice_action {
inline const QString kTryAgain = QStringLiteral("try-again"); ///< to reach the instance
inline const QString kListen = QStringLiteral("listen");      ///< to listen for clients
inline const QString kSettings = QStringLiteral("settings");
inline const QString kEdit = QStringLiteral("edit");
inline const QString kShowAll = QStringLiteral("show-all");
} // namespace notice_action

/// The cause of the notice that keys lie in a plain file.
inline const QString kPlainKeysNotice = QStringLiteral("plain-keys");

/// A message on the board that stands until its cause is gone.
struct BoardNotice
{
    QString id; ///< of its cause
    Severity severity = Severity::Info;
    QString text;
    std::vector<NamedAction> actions;
    QString config;           ///< what Edit means
    bool dismissible = false; ///< can be put away
    bool operator==(const BoardNotice &) const = default;
};

/// The most pressing first.
std::vector<BoardNotice> noticesOf(const InstanceState &link, const ProxySnapshot &snapshot, TimePoint now);

} // namespace qcc
