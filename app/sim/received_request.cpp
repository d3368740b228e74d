// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/received_request.h"

namespace qcc::sim {

QByteArray ReceivedRequest::field(const QByteArray &name) const
{
    for (const Field &candidate : fields) {
        if (candidate.name.compare(name, Qt::CaseInsensitive) == 0)
            return candidate.value;
    }
    return {};
}

int ReceivedRequest::count(const QByteArray &name) const
{
    return int(std::ranges::count_if(fields, [&name](const Field &candidate) {
        return candidate.name.compare(name, Qt::CaseInsensitive) == 0;
    }));
}

QByteArray ReceivedRequest::path() const
{
    const qsizetype query = target.indexOf('?');
    return query < 0 ? target : target.first(query);
}

} // namespace qcc::sim
