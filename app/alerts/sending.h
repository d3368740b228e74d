// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/send_outcome.h"

#include <QObject>

namespace qcc {

/// One message on its way to one channel. Ends by itself within a time limit and says so once; destroying it
/// breaks it off. The alerts' thread.
class Sending : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

Q_SIGNALS:
    /// Its trouble may still hold what a service repeated of our secrets: see withoutSecrets().
    void ended(const qcc::SendOutcome &outcome);
};

/// One that could not begin.
class UnsentMessage final : public Sending
{
    Q_OBJECT
public:
    UnsentMessage(const SendOutcome &outcome, QObject *parent = nullptr) : Sending(parent)
    {
        QMetaObject::invokeMethod(
            this, [this, outcome] { Q_EMIT ended(outcome); }, Qt::QueuedConnection);
    }
};

} // namespace qcc
