// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

namespace qcc::test {

struct TsMessage
{
    QString context;
    QString source;
    QString comment;
    QStringList translations; ///< one, or one for each plural form
    bool plural = false;
    bool unfinished = false;

    QString id() const { return context + QStringLiteral(": ") + source + QLatin1Char('|') + comment; }
};

/// The messages of a .ts file; empty when it can't be read.
QList<TsMessage> readTs(const QString &path);

} // namespace qcc::test
