// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/event_columns.h"

#include "app/history/sql_connection.h"
#include "models/domain/decision_json.h"
#include "models/domain/words.h"

#include <QJsonDocument>

namespace qcc {

FailoverEvent switchIn(const SqlRows &rows)
{
    FailoverEvent event;
    event.id = rows.text(0);
    event.type = eventTypeFromWord(rows.text(1)).value_or(FailoverEventType::Failover);
    event.from = rows.text(2);
    event.to = rows.text(3);
    event.at = rows.moment(4);
    event.success = rows.number(5) != 0;
    return event;
}

FailoverEvent eventIn(const SqlRows &rows)
{
    FailoverEvent event = switchIn(rows);
    event.reason = rows.text(6);
    if (!rows.isNull(7)) {
        const Result<Decision> decision = decisionFromJson(QJsonDocument::fromJson(rows.bytes(7)).object());
        if (decision)
            event.decision = *decision;
    }
    return event;
}

} // namespace qcc
