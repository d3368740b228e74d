// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>

namespace qcc {

/// The application's own symbols: SVG in resources/icons, one colour each, drawn with the palette's text
/// colour at any scale (a change of theme needs no new icon).
enum class Icon {
    Board,
    Health,
    History,
    Requests,
    Settings, // pages
    Add,
    Remove,
    Edit,
    Duplicate,
    Copy,
    Show,
    Hide,
    Refresh,
    Renew,
    Export,
    Import,
    Folder,
    Search,
    More,
    Up,
    Down,
    Undo,
    Check,
    Cross,
    Warning,
    Info,
    Question,
    Close,
    Expand,
    Collapse,
    Pin,
    Unpin,
    Play,
    Pause,
    Stop,
    Quit,
    Window,
    Bell,
    Key,
    Link,
    Drag,
    Filter,
    Calendar,
    Test,
    Chat,
    Mail,
    Terminal, // alert channels
    Failover,
    Recovery,
    Manual,
    Activation, // types of events
    Primary,
    Secondary,
    Fallback,
    Disabled // groups
};
inline constexpr int kIconCount = static_cast<int>(Icon::Disabled) + 1;

QIcon icon(Icon which);
/// The same in a colour of one's own.
QIcon icon(Icon which, const QColor &color);
/// The application's icon, in its own colours.
QIcon applicationIcon();

} // namespace qcc
