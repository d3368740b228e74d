// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/doctor/checkup.h"

#include "app/doctor/doctor_text.h"
#include "app/doctor/file_checks.h"
#include "models/text/detail_text.h"

namespace qcc {

Checkup::Checkup(CheckupOptions options, InstanceQuestions instance, QObject *parent)
    : QObject(parent), m_options(std::move(options)), m_instance(std::move(instance))
{
}

void Checkup::tell(const Findings &findings)
{
    if (findings.empty())
        return;
    m_findings.insert(m_findings.end(), findings.begin(), findings.end());
    Q_EMIT found(findings);
}

void Checkup::begin()
{
    tell(fileFindings(m_options.home));
    tell(keyFindings(m_options.home));
    lookAtInstance();
}

void Checkup::lookAtInstance()
{
    m_instance.status([this](const Result<ProxySnapshot> &snapshot) {
        m_running = snapshot.ok();
        if (snapshot) {
            tell(instanceFindings(*snapshot, m_options.version));
            return lookAtProxy(*snapshot);
        }
        if (snapshot.refusal().code == RefusalCode::NotRunning)
            tell(addressFindings(m_options.listenHost, m_options.listenPort));
        else
            tell({{FindingArea::Proxy, FindingLevel::Problem,
                   DoctorText::tr("The running proxy does not answer: %1.")
                       .arg(detailText(snapshot.refusal().detail)),
                   DoctorText::tr("Restart it.")}});
        lookAtSettings();
    });
}

void Checkup::lookAtProxy(const ProxySnapshot &snapshot)
{
    if (!snapshot.serving || snapshot.listenTrouble)
        return lookAtSettings();
    m_instance.token([this, url = QUrl(snapshot.listenUrl)](const Result<Secret> &token) {
        if (!token)
            return lookAtSettings();
        m_network.checkProxy(url, *token, [this](const Findings &findings) {
            tell(findings);
            lookAtSettings();
        });
    });
}

void Checkup::lookAtSettings()
{
    m_instance.settings([this](const Result<Settings> &settings) {
        if (!settings) // told among the files
            return lookAround({});
        tell(settingsFindings(*settings));
        lookAtProviders(*settings);
    });
}

void Checkup::lookAtProviders(const Settings &settings)
{
    if (!m_options.providers || settings.configs.empty())
        return lookAround(settings);
    if (!m_running) {
        tell({{FindingArea::Providers,
               FindingLevel::Note,
               DoctorText::tr("The providers were not asked: only a running proxy does that."),
               {}}});
        return lookAround(settings);
    }
    m_instance.check([this, settings](const Result<std::vector<CheckReport>> &reports) {
        if (reports)
            tell(providerFindings(settings, *reports));
        else
            tell({{FindingArea::Providers,
                   FindingLevel::Problem,
                   DoctorText::tr("The providers could not be asked: %1.")
                       .arg(detailText(reports.refusal().detail)),
                   {}}});
        lookAround(settings);
    });
}

void Checkup::lookAround(const Settings &settings)
{
    tell(claudeFindings(m_options.takeover, m_options.path));
    if (m_options.desktop)
        tell(desktopFindings());
    tell(historyFindings(m_options.home));
    if (!m_options.providers)
        return Q_EMIT finished();
    m_network.checkClock(settings, [this](const Findings &findings) {
        tell(findings);
        Q_EMIT finished();
    });
}

} // namespace qcc
