// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/claude/takeover.h"
#include "app/cli/cli_text.h"
#include "app/cli/command_line.h"
#include "app/cli/instance_questions.h"
#include "app/cli/refusal_text.h"

namespace qcc {

namespace {

struct DoctorArguments
{
    bool offline = false;
    bool json = false;
};

struct Mark
{
    QString sign;
    Paint paint;
};

Mark markOf(FindingLevel level)
{
    switch (level) {
    case FindingLevel::Good:
        return {QStringLiteral("✓"), Paint::Green};
    case FindingLevel::Note:
        return {QStringLiteral("–"), Paint::Faint};
    case FindingLevel::Warning:
        return {QStringLiteral("!"), Paint::Yellow};
    case FindingLevel::Problem:
        return {QStringLiteral("✗"), Paint::Red};
    }
    Q_UNREACHABLE();
}

/// Prints what a check-up finds as it comes, or all of it as JSON at the end. Owned by the session.
class DoctorView final : public QObject
{
public:
    DoctorView(CliSession &session, Checkup &checkup, bool json)
        : QObject(&session), m_session(session), m_checkup(checkup), m_json(json)
    {
        if (!json)
            connect(&checkup, &Checkup::found, this, &DoctorView::print);
        connect(&checkup, &Checkup::finished, this, &DoctorView::end);
    }

private:
    void print(const Findings &findings)
    {
        const Console &console = m_session.console();
        for (const Finding &finding : findings) {
            if (m_area != finding.area)
                console.print(console.painted(areaName(finding.area), Paint::Bold));
            m_area = finding.area;
            const Mark mark = markOf(finding.level);
            console.print(
                QStringLiteral("  %1 %2").arg(console.painted(mark.sign, mark.paint), finding.text));
            if (!finding.remedy.isEmpty())
                console.print(QStringLiteral("    %1").arg(console.painted(finding.remedy, Paint::Faint)));
        }
    }

    void end()
    {
        if (m_json)
            m_session.console().print(findingsJson(m_checkup.findings()));
        else
            m_session.console().print(verdict());
        m_session.finish(worstOf(m_checkup.findings()) == FindingLevel::Problem ? kExitRefused : kExitDone);
    }

    QString verdict() const
    {
        const auto count = [this](FindingLevel level) {
            return int(std::ranges::count(m_checkup.findings(), level, &Finding::level));
        };
        if (const int problems = count(FindingLevel::Problem))
            return CliText::tr("%n problem(s): see above how to mend them.", nullptr, problems);
        if (const int warnings = count(FindingLevel::Warning))
            return CliText::tr("It works; %n thing(s) could be better.", nullptr, warnings);
        return CliText::tr("All is well.");
    }

    CliSession &m_session;
    Checkup &m_checkup;
    bool m_json;
    std::optional<FindingArea> m_area;
};

void runDoctor(CliSession &session, const DoctorArguments &arguments)
{
    InstanceAccess *instance = session.access();
    if (!instance)
        return;
    CheckupOptions options = checkupOptions(instance->home());
    options.providers = !arguments.offline;
    auto *checkup = new Checkup(std::move(options), questionsTo(*instance), &session);
    new DoctorView(session, *checkup, arguments.json);
    checkup->begin();
}

} // namespace

void addDoctorCommand(CLI::App &app, CliPlan &plan)
{
    const auto arguments = std::make_shared<DoctorArguments>();
    CLI::App *command = addCommand(
        app, "doctor", CliText::tr("Check everything that has to be right, and say how to mend what is not"),
        {QStringLiteral("qcc doctor"), QStringLiteral("qcc doctor --offline"),
         QStringLiteral("qcc doctor --json")});
    command->add_flag("--offline", arguments->offline, help(CliText::tr("Do not ask the providers")));
    command->add_flag("--json", arguments->json, help(CliText::tr("Print JSON")));
    command->callback(
        [arguments, &plan] { plan.action = [arguments](CliSession &s) { runDoctor(s, *arguments); }; });
}

} // namespace qcc
