// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/check.h"
#include "models/rules/routing.h"

namespace qcc {

inline constexpr std::chrono::hours kRelearnAfter{24}; ///< then the cheapest rung is tried again first

enum class Credential {
    Own, ///< the endpoint's key
    None ///< asks whether strangers are served too: then a good answer says nothing of the key
};

/// One request of a check.
struct LadderStep
{
    CheckRung rung = CheckRung::Models;
    Credential credential = Credential::Own;
    bool operator==(const LadderStep &) const = default;
};

/// The requests of one check, from rung to rung (gateway.md section 7), and what they tell together. A value;
/// sends nothing itself.
///
///     rung, own key --failure, limit, key refused---------------------------> over
///       |        \--404, 405, 501, 400 …, 403: does not tell----> next rung
///       | well
///       +--is it known whether strangers are refused here? yes -------------> over
///       | no
///       v
///     same rung, no key --refused: the key made the difference--------------> over: key accepted
///       |               --no clear word--------------------------------------> over: key unknown
///        \--served too: the good answer is kept ------------------> next rung, for the key's sake only
///     no rung left: the kept answer (key unknown); or reachable, and no more
///
/// A 403 of rungs other than Message is not the key's: some gateways keep a key from them and serve messages
/// with it. Redirects and 403 alone count neither for nor against the endpoint. A good answer that says
/// nothing of the key does not count either while the key is known to be rejected or out of credit.
class CheckLadder
{
public:
    /// @p known: what is known of the endpoint: its learned rung comes first, for kRelearnAfter.
    CheckLadder(const EndpointState &known, bool messageAllowed, TimePoint now);

    /// The request to send; none: the check is over.
    const std::optional<LadderStep> &next() const { return m_next; }
    /// That request has ended: as classify() has it for the rung's kind.
    void ended(const Outcome &outcome);
    /// Rung, layers and outcome; complete once next() is none.
    const CheckReport &finding() const { return m_finding; }

private:
    void ownAnswered(const Outcome &outcome);
    void strangerAnswered(const Outcome &outcome);
    void onlyForTheKey(const Outcome &outcome);
    void climb();
    void conclude(CheckRung rung, const Outcome &outcome, CheckLayer key);
    void concludeSilence();

    std::vector<CheckRung> m_rungs; ///< still to be tried
    std::optional<LadderStep> m_next;
    CheckReport m_finding;
    std::optional<CheckRung> m_well; ///< answered well, without a word on the key
    std::optional<Outcome> m_wellOutcome;
    std::optional<Outcome> m_silent;        ///< of rungs that did not tell; the one that says most
    bool m_keyOk = true;                    ///< as known before
    std::optional<CheckLayer> m_learnedKey; ///< what a good answer of the learned rung says of the key
};

/// How a rung's answers are judged and remembered: see classify() and modelKey().
RequestKind requestKindOf(CheckRung rung);

/// Keeps which rung told, for the next ladder. A failure teaches nothing; and learnedAt is when the rung was
/// found from below, not when it was used last: so that the cheaper ones get their next chance.
void rememberRung(EndpointHealth &health, const CheckReport &report);

/// The modelKey() under which a check's outcome is remembered; @p model is that of the monitor's options.
QByteArray checkModelKey(const CheckReport &report, const QByteArray &model);

} // namespace qcc
