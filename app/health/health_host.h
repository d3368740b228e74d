// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/check.h"
#include "models/domain/settings.h"
#include "models/rules/failover_state.h"
#include "models/rules/header_rules.h"

namespace qcc {

class UpstreamTransport;

/// What the monitor asks of the one who owns settings and state. Implemented by the engine; a small one
/// serves the tests. Engine thread; no call may wait.
class HealthHost
{
public:
    virtual ~HealthHost() = default;
    virtual TimePoint now() const = 0;
    virtual double jitter() = 0; ///< 0 … 1
    /// Unique among checks and requests: the evidence's number.
    virtual quint64 nextCheckNumber() = 0;
    /// Checks carry our mark, so that one that leads back to ourselves is refused as a loop.
    virtual const ViaPseudonym &via() const = 0;
    virtual const Settings &checkedSettings() const = 0;
    virtual const FailoverState &failoverState() const = 0;
    virtual bool inTrouble() const = 0;
    virtual bool hasKey(const EndpointId &endpoint) const = 0;
    /// The endpoint's key for one check; nothing when it has none.
    virtual std::optional<Secret> keyOf(const EndpointId &endpoint) = 0;
    virtual UpstreamTransport &transportFor(const Endpoint &endpoint) = 0;
    /// A check has ended. May call the monitor. Cancelled checks are not told.
    virtual void checked(const CheckReport &report, quint64 number) = 0;
};

} // namespace qcc
