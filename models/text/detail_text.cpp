// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/detail_text.h"

#include "models/text/placeholders.h"

#include <QCoreApplication>

namespace qcc {

namespace {

const std::array kForms{
    // models/rules
    QT_TRANSLATE_NOOP("Detail", "it is empty"),
    QT_TRANSLATE_NOOP("Detail", "it contains control characters"),
    QT_TRANSLATE_NOOP("Detail", "it is longer than %1 characters"),
    QT_TRANSLATE_NOOP("Detail", "it begins with '-'"),
    QT_TRANSLATE_NOOP("Detail", "it contains '/'"),
    QT_TRANSLATE_NOOP("Detail", "it consists of dots only"),
    QT_TRANSLATE_NOOP("Detail", "it contains spaces"),
    QT_TRANSLATE_NOOP("Detail", "at most %1 characters"),
    QT_TRANSLATE_NOOP("Detail", "at most %1 of them"),
    QT_TRANSLATE_NOOP("Detail", "no control characters"),
    QT_TRANSLATE_NOOP("Detail", "printable ASCII characters without spaces or line breaks"),
    QT_TRANSLATE_NOOP("Detail", "an absolute path"),
    QT_TRANSLATE_NOOP("Detail", "100 ms to 1 h"),
    QT_TRANSLATE_NOOP("Detail", "8 hex digits"),
    QT_TRANSLATE_NOOP("Detail", "one that is not in use"),
    QT_TRANSLATE_NOOP("Detail", "it must begin with https:// or http://"),
    QT_TRANSLATE_NOOP("Detail", "write http://host:port or socks5://host:port"),
    QT_TRANSLATE_NOOP("Detail", "write %1://%2"),
    QT_TRANSLATE_NOOP("Detail", "the host is missing"),
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
    QT_TRANSLATE_NOOP("Detail", "one mail address"),
    QT_TRANSLATE_NOOP("Detail", "mail addresses"),
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
    QT_TRANSLATE_NOOP("Detail", "file or keyring"),
    QT_TRANSLATE_NOOP("Detail", "desktop keyring"),
    // settings files
    QT_TRANSLATE_NOOP("Detail", "it holds no exported settings of QCC"),
    QT_TRANSLATE_NOOP("Detail", "it is of version %1, this QCC knows %2"),
    QT_TRANSLATE_NOOP("Detail", "an object { … } is needed"),
    QT_TRANSLATE_NOOP("Detail", "a list [ … ] is needed"),
    QT_TRANSLATE_NOOP("Detail", "a text is needed"),
    QT_TRANSLATE_NOOP("Detail", "a text in quotes is needed"),
    QT_TRANSLATE_NOOP("Detail", "true or false is needed"),
    QT_TRANSLATE_NOOP("Detail", "a whole number from %1 to %2 is needed"),
    QT_TRANSLATE_NOOP("Detail", "a number from %1 to %2 is needed"),
    QT_TRANSLATE_NOOP("Detail", "before and after are needed"),
    QT_TRANSLATE_NOOP("Detail", "another config has this name already"),
    QT_TRANSLATE_NOOP("Detail", "another endpoint of this config has this name already"),
    QT_TRANSLATE_NOOP("Detail", "another endpoint has this id already; leave it out to get a new one"),
    // QJsonParseError::errorString()
    QT_TRANSLATE_NOOP("Detail", "unterminated object"),
    QT_TRANSLATE_NOOP("Detail", "missing name separator"),
    QT_TRANSLATE_NOOP("Detail", "unterminated array"),
    QT_TRANSLATE_NOOP("Detail", "missing value separator"),
    QT_TRANSLATE_NOOP("Detail", "illegal value"),
    QT_TRANSLATE_NOOP("Detail", "invalid termination by number"),
    QT_TRANSLATE_NOOP("Detail", "illegal number"),
    QT_TRANSLATE_NOOP("Detail", "invalid escape sequence"),
    QT_TRANSLATE_NOOP("Detail", "invalid UTF8 string"),
    QT_TRANSLATE_NOOP("Detail", "unterminated string"),
    QT_TRANSLATE_NOOP("Detail", "object is missing after a comma"),
    QT_TRANSLATE_NOOP("Detail", "too deeply nested document"),
    QT_TRANSLATE_NOOP("Detail", "garbage at the end of the document"),
    // the system's commonest
    QT_TRANSLATE_NOOP("Detail", "Permission denied"),
    QT_TRANSLATE_NOOP("Detail", "No such file or directory"),
    QT_TRANSLATE_NOOP("Detail", "No space left on device"),
    QT_TRANSLATE_NOOP("Detail", "Read-only file system"),
    QT_TRANSLATE_NOOP("Detail", "Is a directory"),
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

} // namespace qcc
