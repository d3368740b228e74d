// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/doctor/file_checks.h"

#include "app/doctor/doctor_text.h"
#include "app/history/history_reader.h"
#include "app/store/workspace.h"
#include "models/text/detail_text.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QStorageInfo>

namespace qcc {

namespace {

constexpr QFileDevice::Permissions kOthers = QFileDevice::ReadGroup | QFileDevice::WriteGroup |
                                             QFileDevice::ExeGroup | QFileDevice::ReadOther |
                                             QFileDevice::WriteOther | QFileDevice::ExeOther;

Finding found(FindingLevel level, const QString &text, const QString &remedy = {})
{
    return {FindingArea::Files, level, text, remedy};
}

/// Files of ours that others may read or write.
QStringList openToOthers(const QString &home)
{
    QStringList open;
    for (const QFileInfo &file : QDir(home).entryInfoList(QDir::Files | QDir::Hidden)) {
        if (!file.isSymLink() && (file.permissions() & kOthers))
            open.append(file.fileName());
    }
    return open;
}

void addPermissions(Findings &findings, const QString &home)
{
    if (QFileInfo(home).permissions() & kOthers)
        findings.push_back(found(FindingLevel::Problem, DoctorText::tr("Others can look into %1.").arg(home),
                                 DoctorText::tr("Close it: chmod 700 \"%1\"").arg(home)));
    const QStringList open = openToOthers(home);
    if (!open.isEmpty())
        findings.push_back(found(
            FindingLevel::Problem,
            DoctorText::tr("Others can read files in %1: %2.").arg(home, open.join(QStringLiteral(", "))),
            DoctorText::tr("Close them: chmod 600 \"%1\"/*").arg(home)));
    if (!QFileInfo(home).isWritable())
        findings.push_back(found(FindingLevel::Problem, DoctorText::tr("%1 cannot be written.").arg(home),
                                 DoctorText::tr("Give its owner the right to write.")));
}

void addSpace(Findings &findings, const QString &home)
{
    const QStorageInfo disk(home);
    if (disk.isValid() && disk.bytesAvailable() < kLittleSpace)
        findings.push_back(
            found(FindingLevel::Warning,
                  DoctorText::tr(
                      "Only %1 are free on the disk of %2: settings and history may soon not be written.")
                      .arg(QLocale().formattedDataSize(disk.bytesAvailable()), home),
                  DoctorText::tr("Make room on it.")));
}

QString sentence(const Refusal &refusal)
{
    return DoctorText::tr("%1 cannot be used: %2.").arg(refusal.subject, detailText(refusal.detail));
}

} // namespace

Findings fileFindings(const QString &home)
{
    Findings findings;
    if (!QFileInfo(home).isDir()) {
        findings.push_back(
            found(FindingLevel::Note, DoctorText::tr("%1 is not there yet.").arg(home),
                  DoctorText::tr("It is made when the first config is added: qcc add NAME --url URL")));
        return findings;
    }
    addPermissions(findings, home);
    addSpace(findings, home);
    const Result<Settings> settings = Workspace::readSettings(home);
    if (!settings)
        findings.push_back(found(FindingLevel::Problem, sentence(settings.refusal()),
                                 DoctorText::tr("Mend the file by hand; QCC left it as it is.")));
    if (findings.empty())
        findings.push_back(found(FindingLevel::Good,
                                 DoctorText::tr("The settings in %1 are whole, and yours alone.").arg(home)));
    return findings;
}

Findings settingsFindings(const Settings &settings)
{
    const auto about = [](FindingLevel level, const QString &text, const QString &remedy) {
        return Finding{FindingArea::Providers, level, text, remedy};
    };
    if (settings.configs.empty())
        return {about(
            FindingLevel::Problem, DoctorText::tr("No config is set up: nothing can serve Claude Code."),
            DoctorText::tr("Add one: qcc add NAME --url URL --key-prompt; or take one over: qcc import"))};
    Findings findings;
    int routed = 0;
    for (const Priority priority : kRoutedPriorities) {
        const PriorityGroup &group = settings.groups.group(priority);
        for (const QString &name : group.configNames) {
            const Config *config = settings.find(name);
            routed += group.enabled && config && !config->endpoints.empty() ? 1 : 0;
        }
    }
    if (routed == 0)
        findings.push_back(
            about(FindingLevel::Problem,
                  DoctorText::tr("Every config is disabled, in a group that is off, or without an endpoint."),
                  DoctorText::tr("Give one a priority: qcc priority set NAME primary")));
    if (routed == 1)
        findings.push_back(
            about(FindingLevel::Warning,
                  DoctorText::tr("There is one config only: when it fails, nothing can take over."),
                  DoctorText::tr("Add another: qcc add NAME --url URL --priority secondary")));
    if (!settings.policy.autoFailoverEnabled)
        findings.push_back(about(FindingLevel::Note, DoctorText::tr("Automatic failover is off."),
                                 DoctorText::tr("Switch it on: qcc priority policy --auto-failover")));
    return findings;
}

Findings historyFindings(const QString &home)
{
    const auto about = [](FindingLevel level, const QString &text, const QString &remedy = {}) {
        return Finding{FindingArea::History, level, text, remedy};
    };
    const QString path = home + QStringLiteral("/history.db");
    const auto reader = HistoryReader::open(home);
    const Result<qint64> events = reader ? (*reader)->countEvents({}) : Result<qint64>(reader.refusal());
    if (!events)
        return {about(FindingLevel::Problem, sentence(events.refusal()),
                      DoctorText::tr("Move it away; a new history is begun at the next start."))};
    const QFileInfo file(path);
    if (!file.exists())
        return {about(FindingLevel::Note, DoctorText::tr("There is no history yet."))};
    return {about(FindingLevel::Good,
                  DoctorText::tr("The history can be read: %n event(s), %1.", nullptr, int(*events))
                      .arg(QLocale().formattedDataSize(file.size())))};
}

} // namespace qcc
