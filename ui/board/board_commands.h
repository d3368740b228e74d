// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/instance_door.h"

namespace qcc {

/// What a person does on the board beside moving cards: asks the instance and says how it went. Knows no
/// widget and no rule. Main thread.
class BoardCommands final : public QObject
{
    Q_OBJECT
public:
    explicit BoardCommands(InstanceDoor &door, QObject *parent = nullptr);

    void switchTo(const QString &config, std::optional<seconds> pinFor);
    void releasePin();
    void serve(bool on);
    void setGroupEnabled(Priority priority, bool enabled);
    /// One after the other; stops at the first that is refused.
    void remove(const QStringList &configs);
    /// Empty: all of them.
    void check(const QString &config);

Q_SIGNALS:
    void told(const QString &text);
    void refused(const qcc::Refusal &refusal);

private:
    Answer<Done> answer(const QString &text);
    void removeNext(const QStringList &left, const QStringList &removed);

    InstanceDoor &m_door;
};

} // namespace qcc
