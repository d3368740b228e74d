// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/icons.h"

#include "ui/base/icon_engine.h"

/// In the global namespace, as Q_INIT_RESOURCE must be: in a static library the linker would leave the
/// pictures out.
static void initIconResources()
{
    Q_INIT_RESOURCE(icons);
}

namespace qcc {

namespace {

/// The files' names, in the order of Icon.
constexpr std::array kFiles{
    "board",     "health", "history",    "requests", "settings",  "add",      "remove",   "edit",
    "duplicate", "copy",   "show",       "hide",     "refresh",   "renew",    "export",   "import",
    "folder",    "search", "more",       "up",       "down",      "undo",     "check",    "cross",
    "warning",   "info",   "question",   "close",    "expand",    "collapse", "pin",      "unpin",
    "play",      "pause",  "stop",       "quit",     "window",    "bell",     "key",      "link",
    "drag",      "filter", "calendar",   "test",     "chat",      "mail",     "terminal", "failover",
    "recovery",  "manual", "activation", "primary",  "secondary", "fallback", "disabled"};
static_assert(kFiles.size() == kIconCount);

QString fileOf(Icon which)
{
    return QLatin1StringView(kFiles[static_cast<size_t>(which)]);
}

void loadPictures()
{
    static const bool s_loaded = [] {
        initIconResources();
        return true;
    }();
    Q_UNUSED(s_loaded)
}

} // namespace

QIcon icon(Icon which)
{
    loadPictures();
    return QIcon(new IconEngine(fileOf(which)));
}

QIcon icon(Icon which, const QColor &color)
{
    loadPictures();
    return QIcon(new IconEngine(fileOf(which), color));
}

QIcon applicationIcon()
{
    loadPictures();
    return QIcon(new IconEngine(QStringLiteral("qcc"), QColor(Qt::black)));
}

} // namespace qcc
