// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/detail_text.h"

#include "models/text/placeholders.h"

#include <QCoreApplication>

namespace qcc {

namespace {

const std::array kForms{
    // models/rules
    QT_TRANSLATE_NOOP("Detail", "it is empty"), QT_TRANSLATE_NOOP("Detail", "it contains control characters"),
    QT_TRANSLATE_NOOP("Detail", "it is longer than %1 characters"),
    QT_TRANSLATE_NOOP("Detail", "it begins with '-'"), QT_TRANSLATE_NOOP("Detail", "it contains '/'"),
    QT_TRANSLATE_NOOP("Detail", "it consists of dots only"),
    QT_TRANSLATE_NOOP("Detail", "it contains spaces"), QT_TRANSLATE_NOOP("Detail", "at most %1 characters"),
    QT_TRANSLATE_NOOP("Detail", "at most %1 of them"), QT_TRANSLATE_NOOP("Detail", "no control characters"),
    QT_TRANSLATE_NOOP("Detail", "printable ASCII characters without spaces or line breaks"),
    QT_TRANSLATE_NOOP("Detail", "an absolute path"), QT_TRANSLATE_NOOP("Detail", "100 ms to 1 h"),
    QT_TRANSLATE_NOOP("Detail", "8 hex digits"), QT_TRANSLATE_NOOP("Detail", "one that is not in use"),
    QT_TRANSLATE_NOOP("Detail", "it must begin with https:// or http://"),
    QT_TRANSLATE_NOOP("Detail", "write http://host:port or socks5://host:port"),
    QT_TRANSLATE_NOOP("Detail", "write %1://%2"), QT_TRANSLATE_NOOP("Detail", "the host is missing"),
    QT_TRANSLATE_NOOP("Detail", "the port is missing"),
    QT_TRANSLATE_NOOP("Detail", "the port must be between 1 and 65535"),
    QT_TRANSLATE_NOOP("Detail", "user name and password do not belong into it"),
    QT_TRANSLATE_NOOP("Detail", "it must end before '?' or '#'"),
    QT_TRANSLATE_NOOP("Detail", "it must end after the port"),
    QT_TRANSLATE_NOOP("Detail", "a text of at most %1 characters"),
    QT_TRANSLATE_NOOP("Detail", "a text without control characters"),
    QT_TRANSLATE_NOOP(
        "Detail",
        "a status from 400 to 499; 401, 402, 403, 404, 408, 409 and 429 lead to the next one anyway"),
    QT_TRANSLATE_NOOP("Detail", "two names of 1 to %1 characters without control characters"),
    QT_TRANSLATE_NOOP("Detail", "a plain name to send, without *"),
    QT_TRANSLATE_NOOP("Detail", "every name once"),
    QT_TRANSLATE_NOOP("Detail", "the same configs, each once"),
    QT_TRANSLATE_NOOP("Detail", "FROM=TO, for example \"claude-opus-*=my-opus\""),
    QT_TRANSLATE_NOOP("Detail", "NAME: VALUE, for example \"x-team: compilers\""),
    QT_TRANSLATE_NOOP("Detail", "a name of 1 to %1 letters, digits and marks such as \"-\""),
    QT_TRANSLATE_NOOP("Detail", "a header that QCC does not set itself"),
    QT_TRANSLATE_NOOP("Detail", "no key or password; those belong to an endpoint"),
    QT_TRANSLATE_NOOP("Detail", "a value of 1 to %1 plain characters in one line"),
    QT_TRANSLATE_NOOP("Detail", "a mail server's name"),
    QT_TRANSLATE_NOOP("Detail", "starttls or tls; none only to this computer"),
    QT_TRANSLATE_NOOP("Detail", "one mail address"), QT_TRANSLATE_NOOP("Detail", "mail addresses"),
    QT_TRANSLATE_NOOP("Detail", "a chat's number, or @name of a channel"),
    QT_TRANSLATE_NOOP("Detail", "a topic of 1 to 64 letters, digits, - and _"),
    QT_TRANSLATE_NOOP("Detail", "at least one alert, or a digest"),
    QT_TRANSLATE_NOOP("Detail", "two different times, as in 22:00-08:00"),
    QT_TRANSLATE_NOOP("Detail", "a time, as in 09:00"),
    QT_TRANSLATE_NOOP("Detail", "it must begin with https://"),
    QT_TRANSLATE_NOOP("Detail", "a secret that this kind of channel has"),
    QT_TRANSLATE_NOOP("Detail", "the kind that it has"),
    QT_TRANSLATE_NOOP("Detail", "a time, as in \"09:00\", is needed"),
    QT_TRANSLATE_NOOP("Detail", "an alert's name, as in \"failover\", is needed"),
    QT_TRANSLATE_NOOP("Detail", "a kind of channel, as in \"webhook\", is needed"),
    QT_TRANSLATE_NOOP("Detail", "another channel has this name already"),
    QT_TRANSLATE_NOOP("Detail", "another channel has this id already; leave it out to get a new one"),
    // app/store, app/secrets, app/control
    QT_TRANSLATE_NOOP("Detail", "a PEM file with certificates"),
    QT_TRANSLATE_NOOP("Detail", "another process keeps it locked"),
    QT_TRANSLATE_NOOP("Detail", "it is not a regular file"),
    QT_TRANSLATE_NOOP("Detail", "it is larger than 16 MiB"),
    QT_TRANSLATE_NOOP("Detail", "it belongs to somebody else"),
    QT_TRANSLATE_NOOP("Detail", "it is not empty and no QCC home, and others may look into it"),
    QT_TRANSLATE_NOOP("Detail", "it does not answer"),
    QT_TRANSLATE_NOOP("Detail", "it does not keep what is written"),
    QT_TRANSLATE_NOOP("Detail", "file or keyring"), QT_TRANSLATE_NOOP("Detail", "desktop keyring"),
    // app/importing
    QT_TRANSLATE_NOOP("Detail", "it has no address"),
    QT_TRANSLATE_NOOP("Detail", "it signs in with an account, not with a key"),
    QT_TRANSLATE_NOOP("Detail", "it leads to QCC itself"),
    QT_TRANSLATE_NOOP("Detail", "it leads to another program on this computer, which has the keys"),
    QT_TRANSLATE_NOOP("Detail", "it goes through %1, which has a protocol of its own"),
    QT_TRANSLATE_NOOP("Detail", "it speaks another protocol, which only %1 translates"),
    QT_TRANSLATE_NOOP("Detail", "it speaks %1, which only %2 translates"),
    QT_TRANSLATE_NOOP("Detail", "its address is not one that calls can be added to"),
    QT_TRANSLATE_NOOP("Detail", "it has no providers"),
    QT_TRANSLATE_NOOP("Detail", "it has no providers for Claude Code"),
    QT_TRANSLATE_NOOP("Detail", "it has no endpoints"), QT_TRANSLATE_NOOP("Detail", "it has no profiles"),
    QT_TRANSLATE_NOOP("Detail", "it has nothing named \"%1\""),
    QT_TRANSLATE_NOOP("Detail", "it was not found here"),
    QT_TRANSLATE_NOOP("Detail", "name a file, or an application with --from"),
    QT_TRANSLATE_NOOP("Detail", "its profiles are encrypted; import ~/.fastcc/cache.json instead"),
    QT_TRANSLATE_NOOP("Detail", "its \"env\" names neither an address nor a key"),
    QT_TRANSLATE_NOOP("Detail",
                      "it is none of QCC, Claude Code, cc-switch, claude-code-router, ccNexus or FastCC"),
    QT_TRANSLATE_NOOP("Detail", "a link like qcc://import?name=…&url=… is needed"),
    QT_TRANSLATE_NOOP("Detail", "it has parts that do not belong into such a link"),
    QT_TRANSLATE_NOOP("Detail", "it is not UTF-8"),
    QT_TRANSLATE_NOOP("Detail", "its parameter \"%1\" is not known"),
    QT_TRANSLATE_NOOP("Detail", "its parameter \"%1\" is there twice"),
    QT_TRANSLATE_NOOP("Detail", "its parameter \"%1\" is not readable"),
    QT_TRANSLATE_NOOP("Detail", "a parameter \"%1\" is needed"),
    QT_TRANSLATE_NOOP("Detail", "\"x-api-key\", \"bearer\" or \"both\" is needed"),
    QT_TRANSLATE_NOOP("Detail", "a text in base 64 is needed"),
    QT_TRANSLATE_NOOP("Detail", "as many values as columns are needed"),
    QT_TRANSLATE_NOOP("Detail", "file is not a database"),
    QT_TRANSLATE_NOOP("Detail", "it is larger than 1 GiB"),
    QT_TRANSLATE_NOOP("Detail", "it is larger than 256 MiB"),
    QT_TRANSLATE_NOOP("Detail", "there is not enough memory"),
    QT_TRANSLATE_NOOP("Detail", "%1 to %2 characters"), QT_TRANSLATE_NOOP("Detail", "encryption"),
    QT_TRANSLATE_NOOP("Detail", "there are more than %1 of them; the others were left out"),
    QT_TRANSLATE_NOOP("Detail", "left out, because they are for other programs than Claude Code: %1"),
    QT_TRANSLATE_NOOP("Detail", "a header of \"%1\" was left out: %2"),
    QT_TRANSLATE_NOOP("Detail", "a program gives the key (apiKeyHelper); QCC does not run it"),
    QT_TRANSLATE_NOOP("Detail", "the key of \"%1\" is in the environment variable %2; enter it"),
    // settings files
    QT_TRANSLATE_NOOP("Detail", "it holds no exported settings of QCC"),
    QT_TRANSLATE_NOOP("Detail", "it is of version %1, this QCC knows %2"),
    QT_TRANSLATE_NOOP("Detail", "an object { … } is needed"),
    QT_TRANSLATE_NOOP("Detail", "a list [ … ] is needed"), QT_TRANSLATE_NOOP("Detail", "a text is needed"),
    QT_TRANSLATE_NOOP("Detail", "a text in quotes is needed"),
    QT_TRANSLATE_NOOP("Detail", "true or false is needed"),
    QT_TRANSLATE_NOOP("Detail", "a whole number from %1 to %2 is needed"),
    QT_TRANSLATE_NOOP("Detail", "a number from %1 to %2 is needed"),
    QT_TRANSLATE_NOOP("Detail", "before and after are needed"),
    QT_TRANSLATE_NOOP("Detail", "another config has this name already"),
    QT_TRANSLATE_NOOP("Detail", "another endpoint of this config has this name already"),
    QT_TRANSLATE_NOOP("Detail", "another endpoint has this id already; leave it out to get a new one"),
    // app/claude
    QT_TRANSLATE_NOOP("Detail", "the file is read-only"),
    QT_TRANSLATE_NOOP("Detail", "the folder is read-only"),
    QT_TRANSLATE_NOOP("Detail", "the file has a second name (a hard link), which would be cut off"),
    QT_TRANSLATE_NOOP("Detail", "its links lead in a circle"),
    QT_TRANSLATE_NOOP("Detail", "neither it nor an editor like it has settings here"),
    QT_TRANSLATE_NOOP("Detail", "it is connected; disconnect it before another settings folder"),
    QT_TRANSLATE_NOOP("Detail", "%1 is set, so Claude Code asks another service"),
    QT_TRANSLATE_NOOP("Detail", "the administrator's settings %1 set %2"),
    QT_TRANSLATE_NOOP("Detail", "a name in quotes is needed"),
    QT_TRANSLATE_NOOP("Detail", "a value is missing"), QT_TRANSLATE_NOOP("Detail", "the file ends too early"),
    QT_TRANSLATE_NOOP("Detail", "the comment does not end"),
    QT_TRANSLATE_NOOP("Detail", "Claude Code permits no comment here"),
    QT_TRANSLATE_NOOP("Detail", "a line break or control character within a text"),
    QT_TRANSLATE_NOOP("Detail", "\"env\" holds no object { … }"),
    QT_TRANSLATE_NOOP("Detail", "\"claudeCode.environmentVariables\" holds no list [ … ]"),
    // QJsonParseError::errorString()
    QT_TRANSLATE_NOOP("Detail", "unterminated object"), QT_TRANSLATE_NOOP("Detail", "missing name separator"),
    QT_TRANSLATE_NOOP("Detail", "unterminated array"), QT_TRANSLATE_NOOP("Detail", "missing value separator"),
    QT_TRANSLATE_NOOP("Detail", "illegal value"),
    QT_TRANSLATE_NOOP("Detail", "invalid termination by number"),
    QT_TRANSLATE_NOOP("Detail", "illegal number"), QT_TRANSLATE_NOOP("Detail", "invalid escape sequence"),
    QT_TRANSLATE_NOOP("Detail", "invalid UTF8 string"), QT_TRANSLATE_NOOP("Detail", "unterminated string"),
    QT_TRANSLATE_NOOP("Detail", "object is missing after a comma"),
    QT_TRANSLATE_NOOP("Detail", "too deeply nested document"),
    QT_TRANSLATE_NOOP("Detail", "garbage at the end of the document"),
    // the system's commonest
    QT_TRANSLATE_NOOP("Detail", "Permission denied"),
    QT_TRANSLATE_NOOP("Detail", "No such file or directory"),
    QT_TRANSLATE_NOOP("Detail", "No space left on device"),
    QT_TRANSLATE_NOOP("Detail", "Read-only file system"), QT_TRANSLATE_NOOP("Detail", "Is a directory"),
    QT_TRANSLATE_NOOP("Detail", "Not a directory"),
    QT_TRANSLATE_NOOP("Detail", "The address is not available"),
    QT_TRANSLATE_NOOP("Detail", "The address is protected"),
    QT_TRANSLATE_NOOP("Detail", "%1 or %2 is needed"), // last: it fits much
};

constexpr const char *kPlaceInFile = QT_TRANSLATE_NOOP("Detail", "line %1, column %2: %3");

bool isNumber(const QString &text)
{
    bool number = false;
    text.toLongLong(&number);
    return number;
}

std::optional<QString> rangeText(const QString &detail)
{
    const auto ends = valuesIn(QStringLiteral("%1 to %2"), detail);
    if (!ends || !isNumber(ends->value(0)) || !isNumber(ends->value(1)))
        return std::nullopt;
    return filled(QCoreApplication::translate("Detail", "%1 to %2", "permitted values"), *ends);
}

std::optional<QString> knownForm(const QString &detail)
{
    for (const char *form : kForms) {
        if (const auto values = valuesIn(QString::fromUtf8(form), detail))
            return filled(QCoreApplication::translate("Detail", form), *values);
    }
    return rangeText(detail);
}

/// "configs[0].name: it is empty": the path in the file stays.
QString withoutPath(const QString &detail)
{
    const qsizetype colon = detail.indexOf(QLatin1StringView(": "));
    const QString path = detail.left(colon);
    if (colon <= 0 || path.contains(QLatin1Char(' ')))
        return detail;
    return QCoreApplication::translate("Detail", "%1: %2", "a path in a file and what is wrong there")
        .arg(path, detailText(detail.mid(colon + 2)));
}

} // namespace

QString detailText(const QString &detail)
{
    if (const auto known = knownForm(detail))
        return *known;
    if (auto parts = valuesIn(QLatin1StringView(kPlaceInFile), detail)) {
        parts->last() = detailText(parts->last());
        return filled(QCoreApplication::translate("Detail", kPlaceInFile), *parts);
    }
    return withoutPath(detail);
}

QString withoutFullStop(const QString &text)
{
    const bool stop = text.endsWith(QLatin1Char('.')) && !text.endsWith(QLatin1StringView(".."));
    return stop || text.endsWith(QChar(0x3002)) ? text.chopped(1) : text; // U+3002 is the Chinese one
}

} // namespace qcc
