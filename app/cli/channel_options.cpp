// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/channel_options.h"

#include "app/cli/cli_text.h"
#include "models/domain/channel_words.h"
#include "models/domain/words.h"
#include "models/rules/channel_fields.h"

#include <QFileInfo>

namespace qcc {

namespace {

const QLatin1StringView kOff("off");

std::optional<QString> given(const CLI::Option *option)
{
    return option && option->count() > 0 ? std::optional(QString::fromStdString(option->as<std::string>()))
                                         : std::nullopt;
}

QStringList givenList(const CLI::Option *option)
{
    QStringList list;
    for (const std::string &one : option->as<std::vector<std::string>>())
        list << QString::fromStdString(one);
    return list;
}

/// A validator out of a parser, which gives none for what it can't read.
template <typename Parse> CLI::Validator mustParse(Parse parse, QString (*complaint)(const QString &))
{
    return {[parse, complaint](const std::string &text) {
                const QString typed = QString::fromStdString(text);
                return parse(typed) ? std::string() : help(complaint(typed));
            },
            std::string()};
}

QString noAlerts(const QString &typed)
{
    QStringList words;
    for (int i = 0; i <= static_cast<int>(kLastAlertKind); ++i)
        words << toWord(static_cast<AlertKind>(i));
    return CliText::tr("\"%1\" names no alerts; there are: %2; or all, usual, none")
        .arg(typed, words.join(QStringLiteral(", ")));
}

QString noQuiet(const QString &typed)
{
    return CliText::tr("\"%1\" is no span of the day; write it like 22:00-08:00, or off").arg(typed);
}

QString noDigest(const QString &typed)
{
    return CliText::tr("\"%1\" is no time of a digest; write it like daily@09:00 or weekly@09:00, or off")
        .arg(typed);
}

std::vector<std::string> words(int last, QString (*wordOf)(int))
{
    std::vector<std::string> all;
    for (int i = 0; i <= last; ++i)
        all.push_back(wordOf(i).toStdString());
    return all;
}

std::vector<std::string> kindWords()
{
    return words(static_cast<int>(kLastChannelKind),
                 [](int i) { return toWord(static_cast<ChannelKind>(i)); });
}

/// Relative to where the person is, not to where the instance was started.
QString absolute(const QString &path)
{
    return path.isEmpty() ? path : QFileInfo(path).absoluteFilePath();
}

} // namespace

std::optional<std::set<AlertKind>> alertsFromText(const QString &text)
{
    if (text == QLatin1StringView("usual"))
        return usualAlerts();
    std::set<AlertKind> alerts;
    if (text == QLatin1StringView("none"))
        return alerts;
    for (int i = 0; text == QLatin1StringView("all") && i <= static_cast<int>(kLastAlertKind); ++i)
        alerts.insert(static_cast<AlertKind>(i));
    if (!alerts.empty())
        return alerts;
    for (const QString &word : text.split(u',')) {
        const std::optional<AlertKind> kind = alertKindFromWord(word.trimmed());
        if (!kind)
            return std::nullopt;
        alerts.insert(*kind);
    }
    return alerts;
}

std::optional<std::optional<QuietSpan>> quietFromText(const QString &text)
{
    using Found = std::optional<std::optional<QuietSpan>>;
    if (text == kOff)
        return Found(std::in_place, std::nullopt);
    const QStringList ends = text.split(u'-');
    const auto from = timeFromWord(ends.value(0).trimmed());
    const auto to = timeFromWord(ends.value(1).trimmed());
    return ends.size() == 2 && from && to ? Found(QuietSpan{*from, *to}) : Found();
}

std::optional<DigestTime> digestFromText(const QString &text)
{
    if (text == kOff)
        return DigestTime{};
    const QStringList parts = text.split(u'@');
    const std::optional<DigestPace> pace = digestPaceFromWord(parts.value(0));
    const std::optional<QTime> at = timeFromWord(parts.value(1));
    if (!pace || *pace == DigestPace::None || parts.size() > 2 || (parts.size() == 2 && !at))
        return std::nullopt;
    return DigestTime{*pace, at};
}

CLI::Option *ChannelOptions::addText(CLI::App &command, const char *name, const QString &description,
                                     const char *typeName)
{
    const std::string text = help(description); // an lvalue: CLI11 takes the other overload then
    CLI::Option *option = command.add_option(name, text)->type_name(typeName)->expected(1);
    m_all.push_back(option);
    return option;
}

void ChannelOptions::addWhat(CLI::App &command)
{
    m_alerts = addText(command, "--on",
                       CliText::tr("What is told: failover, recovery, all-down, … with commas between; all, "
                                   "usual (default) or none"),
                       "ALERTS")
                   ->check(mustParse(alertsFromText, noAlerts));
    m_quiet = addText(command, "--quiet",
                      CliText::tr("When only what is critical is sent, such as 22:00-08:00, or off"), "TIMES")
                  ->check(mustParse(quietFromText, noQuiet));
    m_digest = addText(command, "--digest",
                       CliText::tr("A summary, such as daily@09:00 or weekly@09:00, or off"), "WHEN")
                   ->check(mustParse(digestFromText, noDigest));
    m_enabled =
        addText(command, "--enabled", CliText::tr("on (default) or off: nothing is sent there"), "STATE")
            ->check(CLI::IsMember({"on", "off"}));
}

void ChannelOptions::addWay(CLI::App &command)
{
    m_server =
        addText(command, "--server",
                CliText::tr("mail: the server's name; ntfy, telegram: another server's URL"), "SERVER");
    m_port = addText(command, "--port", CliText::tr("mail: the server's port (default: 587)"), "PORT")
                 ->check(CLI::Range(1, 65535));
    m_security =
        addText(command, "--security",
                CliText::tr("mail: starttls (default), tls, or none (only to this computer)"), "FORM")
            ->check(CLI::IsMember({"starttls", "tls", "none"}));
    m_user = addText(command, "--user", CliText::tr("mail: name to sign in with (\"\": none)"), "USER");
    m_sender = addText(command, "--from", CliText::tr("mail: the sender's address"), "ADDRESS");
    m_recipients = addText(command, "--to",
                           CliText::tr("mail: an address; telegram: a chat's number or @name; ntfy: a topic; "
                                       "may be repeated for mail"),
                           "RECIPIENT")
                       ->expected(1, -1);
    m_program = addText(command, "--program", CliText::tr("command: the program that is run"), "PATH");
    m_arguments = addText(command, "--argument",
                          CliText::tr("command: an argument of the program; may be repeated, written as "
                                      "--argument=-x where it begins with a dash"),
                          "TEXT")
                      ->expected(1, -1);
    for (CLI::Option *list : {m_recipients, m_arguments})
        list->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)->allow_extra_args(false);
}

void ChannelOptions::addTo(CLI::App &command, Use use)
{
    if (use == Use::New) {
        m_kind = addText(command, "--kind",
                         CliText::tr("webhook, slack, dingtalk, feishu, wecom, telegram, discord, ntfy, mail "
                                     "or command"),
                         "KIND")
                     ->check(CLI::IsMember(kindWords()))
                     ->required();
    } else {
        m_rename = addText(command, "--rename", CliText::tr("Another name"), "TEXT");
    }
    addWhat(command);
    addWay(command);
    m_secrets.addTo(command, use == Use::Edit);
}

bool ChannelOptions::isEmpty() const
{
    return m_secrets.isEmpty() &&
           std::none_of(m_all.begin(), m_all.end(), [](const CLI::Option *o) { return o->count() > 0; });
}

ChannelKind ChannelOptions::kind() const
{
    return channelKindFromWord(given(m_kind).value_or(QString())).value_or(ChannelKind::Webhook);
}

QString ChannelOptions::misplaced(ChannelKind kind) const
{
    const ChannelFields fields = channelFields(kind);
    const std::pair<const CLI::Option *, FieldUse> uses[] = {
        {m_server, fields.server},   {m_port, fields.mail},         {m_security, fields.mail},
        {m_user, fields.mail},       {m_sender, fields.mail},       {m_recipients, fields.recipients},
        {m_program, fields.program}, {m_arguments, fields.program},
    };
    for (const auto &[option, use] : uses) {
        if (option->count() > 0 && use == FieldUse::Unused)
            return QString::fromStdString(option->get_name());
    }
    return m_secrets.misplaced(kind);
}

AlertChannel ChannelOptions::applied(AlertChannel channel) const
{
    if (const auto name = given(m_rename))
        channel.name = name->trimmed();
    applyWhat(channel);
    applyWay(channel);
    return channel;
}

void ChannelOptions::applyWhat(AlertChannel &channel) const
{
    if (const auto text = given(m_enabled))
        channel.enabled = *text == QLatin1StringView("on");
    if (const auto text = given(m_alerts))
        channel.alerts = *alertsFromText(*text);
    if (const auto text = given(m_quiet))
        channel.quiet = *quietFromText(*text);
    if (const auto text = given(m_digest)) {
        const DigestTime digest = *digestFromText(*text);
        channel.digest = digest.pace;
        channel.digestAt = digest.at.value_or(channel.digestAt);
    }
}

void ChannelOptions::applyWay(AlertChannel &channel) const
{
    channel.server = given(m_server).value_or(channel.server);
    channel.user = given(m_user).value_or(channel.user);
    channel.sender = given(m_sender).value_or(channel.sender);
    if (const auto port = given(m_port))
        channel.port = port->toInt();
    if (const auto word = given(m_security))
        channel.security = mailSecurityFromWord(*word).value_or(channel.security);
    if (m_recipients->count() > 0)
        channel.recipients = givenList(m_recipients);
    if (const auto program = given(m_program))
        channel.program = absolute(*program);
    if (m_arguments->count() > 0)
        channel.arguments = givenList(m_arguments);
}

} // namespace qcc
