// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/refused_field.h"

#include <QCoreApplication>

#include <array>

namespace qcc {

namespace {

struct Field
{
    QLatin1StringView name;
    const char *label; ///< to be translated in FieldName
    bool inSeconds = false;
};

constexpr std::array kFields{
    Field{QLatin1StringView("auto_failover_enabled"), QT_TRANSLATE_NOOP("FieldName", "Automatic failover")},
    Field{QLatin1StringView("auto_recovery_enabled"), QT_TRANSLATE_NOOP("FieldName", "Automatic recovery")},
    Field{QLatin1StringView("failure_threshold"),
          QT_TRANSLATE_NOOP("FieldName", "Failures before a failover")},
    Field{QLatin1StringView("success_threshold"),
          QT_TRANSLATE_NOOP("FieldName", "Good checks before a recovery")},
    Field{QLatin1StringView("check_interval"), QT_TRANSLATE_NOOP("FieldName", "Time between checks"), true},
    Field{QLatin1StringView("cooldown_period"), QT_TRANSLATE_NOOP("FieldName", "Cool-down after a switch"),
          true},
    Field{QLatin1StringView("recovery_delay"), QT_TRANSLATE_NOOP("FieldName", "Delay before a recovery"),
          true},
    Field{QLatin1StringView("max_failovers_per_hour"),
          QT_TRANSLATE_NOOP("FieldName", "Automatic switches per hour")},
    Field{QLatin1StringView("notify_on_failover"),
          QT_TRANSLATE_NOOP("FieldName", "Say when a failover happens")},
    Field{QLatin1StringView("notify_on_recovery"),
          QT_TRANSLATE_NOOP("FieldName", "Say when a recovery happens")},
    Field{QLatin1StringView("spill_over_enabled"), QT_TRANSLATE_NOOP("FieldName", "Spill-over")},
    Field{QLatin1StringView("connect_timeout"), QT_TRANSLATE_NOOP("FieldName", "Time to connect")},
    Field{QLatin1StringView("header_timeout"), QT_TRANSLATE_NOOP("FieldName", "Time to the first answer")},
    Field{QLatin1StringView("idle_timeout"), QT_TRANSLATE_NOOP("FieldName", "Longest silence")},
    Field{QLatin1StringView("description"), QT_TRANSLATE_NOOP("FieldName", "Description")},
    Field{QLatin1StringView("key"), QT_TRANSLATE_NOOP("FieldName", "Key")},
    Field{QLatin1StringView("ca_file"), QT_TRANSLATE_NOOP("FieldName", "Certificate file")},
    Field{QLatin1StringView("next_on"),
          QT_TRANSLATE_NOOP("FieldName", "An answer that means \"ask the next\"")},
    Field{QLatin1StringView("model_mappings"), QT_TRANSLATE_NOOP("FieldName", "Model name")},
    Field{QLatin1StringView("extra_headers"), QT_TRANSLATE_NOOP("FieldName", "Header")},
    Field{QLatin1StringView("keep_requests_days"),
          QT_TRANSLATE_NOOP("FieldName", "Days that requests are kept")},
    Field{QLatin1StringView("server"), QT_TRANSLATE_NOOP("FieldName", "Server")},
    Field{QLatin1StringView("port"), QT_TRANSLATE_NOOP("FieldName", "Port")},
    Field{QLatin1StringView("security"), QT_TRANSLATE_NOOP("FieldName", "Encryption")},
    Field{QLatin1StringView("user"), QT_TRANSLATE_NOOP("FieldName", "User name")},
    Field{QLatin1StringView("sender"), QT_TRANSLATE_NOOP("FieldName", "Sender")},
    Field{QLatin1StringView("recipients"), QT_TRANSLATE_NOOP("FieldName", "Recipients")},
    Field{QLatin1StringView("program"), QT_TRANSLATE_NOOP("FieldName", "Program")},
    Field{QLatin1StringView("arguments"), QT_TRANSLATE_NOOP("FieldName", "Arguments")},
    Field{QLatin1StringView("alerts"), QT_TRANSLATE_NOOP("FieldName", "What is told")},
    Field{QLatin1StringView("quiet"), QT_TRANSLATE_NOOP("FieldName", "Quiet hours")},
    Field{QLatin1StringView("digest_at"), QT_TRANSLATE_NOOP("FieldName", "Time of the summary")},
    Field{QLatin1StringView("url"), QT_TRANSLATE_NOOP("FieldName", "Webhook address")},
    Field{QLatin1StringView("signing"), QT_TRANSLATE_NOOP("FieldName", "Signing secret")},
    Field{QLatin1StringView("token"), QT_TRANSLATE_NOOP("FieldName", "Token")},
    Field{QLatin1StringView("password"), QT_TRANSLATE_NOOP("FieldName", "Password")},
    Field{QLatin1StringView("alert_channels"), QT_TRANSLATE_NOOP("FieldName", "Alert channels")},
    Field{QLatin1StringView("for"), QT_TRANSLATE_NOOP("FieldName", "Duration")},
};

const Field *find(const QString &name)
{
    const auto field =
        std::find_if(kFields.begin(), kFields.end(), [&](const Field &f) { return f.name == name; });
    return field == kFields.end() ? nullptr : &*field;
}

} // namespace

QString fieldName(const QString &field)
{
    const Field *known = find(field);
    return known ? QCoreApplication::translate("FieldName", known->label) : field;
}

bool isInSeconds(const QString &field)
{
    const Field *known = find(field);
    return known && known->inSeconds;
}

} // namespace qcc
