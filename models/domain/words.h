// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/alert.h"
#include "models/domain/check.h"
#include "models/domain/failover_event.h"
#include "models/domain/health.h"
#include "models/domain/request_record.h"

#include <optional>

namespace qcc {

/// The words by which enumerators stand in the database, on the control socket and in `--json` output. Never
/// change one. An unknown word gives none.

/// "failover", "recovery", "manual", "activation".
QString toWord(FailoverEventType type);
std::optional<FailoverEventType> eventTypeFromWord(const QString &word);

QString toWord(DecisionRule rule);
std::optional<DecisionRule> decisionRuleFromWord(const QString &word);

QString toWord(RejectReason reason);
std::optional<RejectReason> rejectReasonFromWord(const QString &word);

QString toWord(AlertKind kind);
std::optional<AlertKind> alertKindFromWord(const QString &word);

QString toWord(HealthStatus status);
std::optional<HealthStatus> healthStatusFromWord(const QString &word);

QString toWord(CheckRung rung);
std::optional<CheckRung> checkRungFromWord(const QString &word);

QString toWord(CheckLayer layer);
std::optional<CheckLayer> checkLayerFromWord(const QString &word);

QString toWord(RequestKind kind);
std::optional<RequestKind> requestKindFromWord(const QString &word);

QString toWord(RequestEnd end);
std::optional<RequestEnd> requestEndFromWord(const QString &word);

QString toWord(TransportFault fault);
std::optional<TransportFault> transportFaultFromWord(const QString &word);

QString toWord(HealthEffect effect);
std::optional<HealthEffect> healthEffectFromWord(const QString &word);

QString toWord(OutcomeKind kind);
std::optional<OutcomeKind> outcomeFromWord(const QString &word);

} // namespace qcc
