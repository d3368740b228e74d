// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/alert_message.h"

#include <QStringList>

namespace qcc {

/// An AlertMessage in words, and what a service's form needs beside them. Plain text: each form escapes it
/// its own way.
struct SpokenMessage
{
    QString title;
    QStringList lines;
    AlertMessage message;
    QString computer; ///< this one's name
    TimePoint at;     ///< now

    QString text() const { return lines.join(QLatin1Char('\n')); }
    /// Something is well again.
    bool isGood() const;
};

SpokenMessage spoken(const AlertMessage &message, const QString &computer, TimePoint at);

} // namespace qcc
