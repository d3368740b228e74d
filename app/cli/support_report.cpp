// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/support_report.h"

#include "app/cli/history_json.h"
#include "app/control/settings_json.h"
#include "app/control/snapshot_json.h"
#include "app/doctor/redactor.h"
#include "app/history/history_reader.h"

#include <QDir>
#include <QSysInfo>

namespace qcc {

namespace {

QJsonObject surroundings()
{
    QJsonObject object{{QStringLiteral("qcc"), QStringLiteral(QCC_VERSION)},
                       {QStringLiteral("qt"), QString::fromLatin1(qVersion())},
                       {QStringLiteral("system"), QSysInfo::prettyProductName()},
                       {QStringLiteral("kernel"), QSysInfo::kernelVersion()},
                       {QStringLiteral("processor"), QSysInfo::currentCpuArchitecture()},
                       {QStringLiteral("locale"), QLocale::system().name()},
                       {QStringLiteral("made_at"), QDateTime::currentDateTimeUtc().toString(Qt::ISODate)}};
    for (const char *name : {"XDG_CURRENT_DESKTOP", "XDG_SESSION_TYPE", "QCC_SECRETS", "QT_QPA_PLATFORM"}) {
        if (qEnvironmentVariableIsSet(name))
            object.insert(QString::fromLatin1(name), qEnvironmentVariable(name));
    }
    // Their values may hold passwords; that they are set explains a lot.
    for (const char *name :
         {"HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "all_proxy",
          "no_proxy", "ANTHROPIC_BASE_URL", "ANTHROPIC_AUTH_TOKEN", "ANTHROPIC_API_KEY"}) {
        if (qEnvironmentVariableIsSet(name))
            object.insert(QString::fromLatin1(name), QStringLiteral("(set)"));
    }
    return object;
}

} // namespace

SupportReport::SupportReport(InstanceAccess &instance, QObject *parent)
    : QObject(parent), m_instance(instance), m_checkup(checkupOptions(instance.home()), questionsTo(instance))
{
    connect(&m_checkup, &Checkup::finished, this, &SupportReport::addSettings);
}

void SupportReport::begin()
{
    m_report.insert(QStringLiteral("about"), surroundings());
    m_checkup.begin();
}

void SupportReport::addSettings()
{
    m_report.insert(QStringLiteral("checkup"), findingsJson(m_checkup.findings()));
    m_instance.settings([this](const Result<Settings> &settings) {
        if (settings) {
            m_settings = *settings;
            m_report.insert(QStringLiteral("settings"), toJson(*settings));
        }
        addState();
    });
}

void SupportReport::addState()
{
    m_instance.status([this](const Result<ProxySnapshot> &snapshot) {
        if (snapshot)
            m_report.insert(QStringLiteral("state"), toJson(*snapshot));
        addToken();
    });
}

/// Only so that it can be searched for.
void SupportReport::addToken()
{
    m_instance.token([this](const Result<Secret> &token) {
        if (token)
            m_token = token->clone();
        addHistory();
    });
}

void SupportReport::addHistory()
{
    EventFilter events;
    events.limit = kReportedEvents;
    RequestFilter requests;
    requests.limit = kReportedRequests;
    if (const auto reader = HistoryReader::open(m_instance.home())) {
        if (const auto rows = (*reader)->events(events))
            m_report.insert(QStringLiteral("history"), eventsJson(*rows));
        if (const auto rows = (*reader)->requests(requests))
            m_report.insert(QStringLiteral("requests"), requestsJson(*rows));
    }
    finish();
}

void SupportReport::finish()
{
    Redactor redactor(m_settings);
    redactor.hide(m_token);
    redactor.replace(m_instance.home(), QStringLiteral("QCC_HOME"));
    redactor.replace(QDir::homePath(), QStringLiteral("~"));
    redactor.replace(qEnvironmentVariable("USER"), QStringLiteral("user"));
    redactor.replace(QSysInfo::machineHostName(), QStringLiteral("this-computer"));
    Q_EMIT ready(redactor.redacted(QJsonValue(m_report)).toObject());
}

} // namespace qcc
