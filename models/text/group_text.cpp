// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/group_text.h"

#include "models/text/text.h"

namespace qcc {

QString groupName(Priority priority)
{
    switch (priority) {
    case Priority::Primary:
        return Text::tr("Primary", "priority group");
    case Priority::Secondary:
        return Text::tr("Secondary", "priority group");
    case Priority::Fallback:
        return Text::tr("Fallback", "priority group");
    case Priority::Disabled:
        return Text::tr("Disabled", "priority group");
    }
    Q_UNREACHABLE();
}

QString groupWord(Priority priority)
{
    switch (priority) {
    case Priority::Primary:
        return Text::tr("primary", "priority group, inside a sentence");
    case Priority::Secondary:
        return Text::tr("secondary", "priority group, inside a sentence");
    case Priority::Fallback:
        return Text::tr("fallback", "priority group, inside a sentence");
    case Priority::Disabled:
        return Text::tr("disabled", "priority group, inside a sentence");
    }
    Q_UNREACHABLE();
}

QString groupMark(Priority priority)
{
    switch (priority) {
    case Priority::Primary:
        return QStringLiteral("⭐");
    case Priority::Secondary:
        return QStringLiteral("🔵");
    case Priority::Fallback:
        return QStringLiteral("🟡");
    case Priority::Disabled:
        return QStringLiteral("⚪");
    }
    Q_UNREACHABLE();
}

QString configWithGroup(const QString &config, Priority priority)
{
    return Text::tr("%1 (%2)", "a config and its priority group").arg(config, groupWord(priority));
}

} // namespace qcc
