// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/samples.h"

#include <algorithm>

namespace qcc::bench {

double Samples::percentile(double share)
{
    if (m_values.empty()) {
        return 0;
    }
    const auto index =
        std::min(m_values.size() - 1, static_cast<size_t>(share * static_cast<double>(m_values.size())));
    std::nth_element(m_values.begin(), m_values.begin() + static_cast<std::ptrdiff_t>(index), m_values.end());
    return std::chrono::duration<double, std::micro>(m_values[index]).count();
}

} // namespace qcc::bench
