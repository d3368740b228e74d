// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/event_import.h"

#include "app/secrets/json_file.h"
#include "models/domain/field_reader.h"
#include "models/domain/words.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace qcc {

namespace {

constexpr int kIdDigits = 8;

/// Reads one element and remembers its first fault.
class OldEvent
{
public:
    OldEvent(const QJsonObject &object) : m_object(object) {}

    std::optional<std::pair<QString, QString>> fault() const { return m_fault; } ///< member and reason

    FailoverEvent read()
    {
        FailoverEvent event;
        event.id = text("event_id");
        event.from = text("from_config");
        event.to = text("to_config");
        event.reason = text("reason");
        event.success = m_object.value(QStringLiteral("success")).toBool(true);
        const std::optional<FailoverEventType> type = eventTypeFromWord(text("event_type"));
        if (!type)
            fail("event_type", "\"failover\", \"recovery\" or \"manual\" is needed");
        const std::optional<TimePoint> at = fromIso(text("timestamp"));
        if (!at)
            fail("timestamp", "a moment like 2025-01-31T12:00:00 is needed");
        event.type = type.value_or(event.type);
        event.at = at.value_or(TimePoint());
        if (event.id.isEmpty())
            event.id = idOfContent();
        return event;
    }

private:
    /// A missing one, null included, is empty.
    QString text(const char *name)
    {
        const QJsonValue value = m_object.value(QLatin1StringView(name));
        if (!value.isString() && !value.isNull() && !value.isUndefined())
            fail(name, "a text is needed");
        return value.toString();
    }

    void fail(const char *name, const char *reason)
    {
        if (!m_fault)
            m_fault = {QString::fromLatin1(name), QString::fromLatin1(reason)};
    }

    QString idOfContent() const
    {
        const QByteArray content = QJsonDocument(m_object).toJson(QJsonDocument::Compact);
        return QString::fromLatin1(
            QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex().left(kIdDigits));
    }

    const QJsonObject m_object;
    std::optional<std::pair<QString, QString>> m_fault;
};

JsonPath placeOf(qsizetype index, const QString &member = {})
{
    JsonPath place;
    place.emplace_back(index);
    if (!member.isEmpty())
        place.emplace_back(member);
    return place;
}

} // namespace

Result<std::vector<FailoverEvent>> readOldEvents(const QString &path, const QByteArray &text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError)
        return parseJsonObject(path, text).refusal(); // which says where
    if (!document.isArray())
        return Refusal{RefusalCode::FileBroken, path,
                       QStringLiteral("line 1, column 1: a list [ … ] is needed")};
    std::vector<FailoverEvent> events;
    const QJsonArray list = document.array();
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QJsonObject object = list[i].toObject();
        if (!list[i].isObject())
            return brokenAt(path, text, placeOf(i), QStringLiteral("an object { … } is needed"));
        OldEvent old(object);
        events.push_back(old.read());
        if (const auto fault = old.fault(); fault && object.contains(fault->first))
            return brokenAt(path, text, placeOf(i, fault->first), fault->second);
        else if (fault)
            return brokenAt(path, text, placeOf(i), fault->first + QStringLiteral(" is missing"));
    }
    return events;
}

} // namespace qcc
