// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "benchmarks/exchange.h"
#include "benchmarks/samples.h"

namespace qcc::bench {

/// An exchange whose answer is a stream of events, and what those say.
class SseStream : public Exchange
{
public:
    using Exchange::Exchange;
    /// Cuts @p bytes of the body into lines, whatever their borders, and adds each delta's way from the
    /// origin to @p delays.
    void readEvents(std::string_view bytes, Samples &delays);
    long deltas() const { return m_deltas; }
    /// True after message_stop.
    bool stopped() const { return m_stopped; }

private:
    void readLine(nanoseconds now, Samples &delays);

    std::string m_line; ///< the line under way
    long m_deltas = 0;
    bool m_stopped = false;
};

} // namespace qcc::bench
