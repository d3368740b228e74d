// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/board_commands.h"

#include "models/text/group_text.h"
#include "ui/board/check_text.h"

namespace qcc {

BoardCommands::BoardCommands(InstanceDoor &door, QObject *parent) : QObject(parent), m_door(door) {}

Answer<Done> BoardCommands::answer(const QString &text)
{
    return [self = QPointer(this), text](const Result<Done> &result) {
        if (!self)
            return;
        if (result)
            Q_EMIT self->told(text);
        else
            Q_EMIT self->refused(result.refusal());
    };
}

void BoardCommands::switchTo(const QString &config, std::optional<seconds> pinFor)
{
    m_door.switchConfig({config, {}, pinFor}, answer(tr("Claude Code is now served by %1").arg(config)));
}

void BoardCommands::releasePin()
{
    m_door.releasePin(answer(tr("The pin is released")));
}

void BoardCommands::serve(bool on)
{
    m_door.serve(on, answer(on ? tr("The proxy is on") : tr("The proxy is off")));
}

void BoardCommands::setGroupEnabled(Priority priority, bool enabled)
{
    const QString name = groupName(priority);
    m_door.submit(SetGroupEnabled{priority, enabled},
                  answer(enabled ? tr("%1 is switched on").arg(name) : tr("%1 is switched off").arg(name)));
}

void BoardCommands::remove(const QStringList &configs)
{
    removeNext(configs, {});
}

void BoardCommands::removeNext(const QStringList &left, const QStringList &removed)
{
    if (left.isEmpty()) {
        if (!removed.isEmpty())
            Q_EMIT told(removed.size() == 1
                            ? tr("Removed %1").arg(removed.front())
                            : tr("Removed %n config(s)", nullptr, static_cast<int>(removed.size())));
        return;
    }
    m_door.submit(RemoveConfig{left.front()},
                  [self = QPointer(this), left, removed](const Result<Done> &result) {
                      if (!self)
                          return;
                      if (result)
                          self->removeNext(left.mid(1), removed + QStringList{left.front()});
                      else
                          Q_EMIT self->refused(result.refusal());
                  });
}

void BoardCommands::check(const QString &config)
{
    Q_EMIT told(config.isEmpty() ? tr("Checking all endpoints…") : tr("Checking %1…").arg(config));
    m_door.check(config, [self = QPointer(this)](const Result<std::vector<CheckReport>> &result) {
        if (!self)
            return;
        if (result)
            Q_EMIT self->told(checkedText(*result, self->m_door.settings()));
        else
            Q_EMIT self->refused(result.refusal());
    });
}

} // namespace qcc
