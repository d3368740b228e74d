// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/session_json.h"

namespace qcc {

namespace {

using Field = QLatin1StringView;

QJsonObject toJson(const SessionSnapshot &session)
{
    QJsonObject object{{Field("id"), QString::fromLatin1(session.id)},
                       {Field("config"), session.config},
                       {Field("by_hand"), session.byHand},
                       {Field("model"), QString::fromUtf8(session.model)},
                       {Field("first_seen"), toIso(session.firstSeen)},
                       {Field("last_used"), toIso(session.lastUsed)},
                       {Field("requests"), qint64(session.requests)},
                       {Field("running"), session.running}};
    insertMoment(object, Field("stays_until"), session.staysUntil);
    return object;
}

Result<SessionSnapshot> sessionFromJson(const QJsonObject &object)
{
    FieldReader in(object);
    SessionSnapshot session;
    session.id = in.text(Field("id")).toLatin1();
    session.config = in.text(Field("config"));
    session.byHand = in.flag(Field("by_hand"));
    session.model = in.text(Field("model")).toUtf8();
    session.firstSeen = in.moment(Field("first_seen"));
    session.lastUsed = in.moment(Field("last_used"));
    session.staysUntil = in.optionalMoment(Field("stays_until"));
    session.requests = quint64(in.count(Field("requests")));
    session.running = int(in.count(Field("running")));
    return in.result(session);
}

} // namespace

QJsonObject sessionsToJson(const std::vector<SessionSnapshot> &sessions)
{
    QJsonArray all;
    for (const SessionSnapshot &session : sessions)
        all << toJson(session);
    return {{Field("sessions"), all}};
}

Result<std::vector<SessionSnapshot>> sessionsFromJson(const QJsonObject &object)
{
    FieldReader in(object);
    return in.result(in.nestedList(Field("sessions"), sessionFromJson));
}

QJsonObject toJson(const MoveSession &command)
{
    return {{Field("session"), QString::fromLatin1(command.session)}, {Field("config"), command.config}};
}

MoveSession moveSessionFromJson(FieldReader &in)
{
    return {in.text(Field("session")).toLatin1(), in.text(Field("config"))};
}

} // namespace qcc
