// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "benchmarks/loop.h"

#include <cstddef>
#include <vector>

namespace qcc::bench {

/// Times of one kind, collected during a run.
class Samples
{
public:
    void add(nanoseconds value) { m_values.push_back(value); }
    size_t size() const { return m_values.size(); }
    /// In microseconds, 0 when there are none. @p share: 0.5 for the median.
    double percentile(double share);

private:
    std::vector<nanoseconds> m_values;
};

} // namespace qcc::bench
