// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/include_rules.h"

#include <QMap>
#include <QRegularExpression>

namespace qcc::test {
namespace {

/// Which rooms a room may include besides itself. "app" (the mains) may include everything.
const QMap<QString, QStringList> &allowedRooms()
{
    const QString domain = QStringLiteral("models/domain");
    const QString rules = QStringLiteral("models/rules");
    const QString io = QStringLiteral("app/io");
    const QString http = QStringLiteral("app/http");
    const QString upstream = QStringLiteral("app/upstream");
    const QString proxy = QStringLiteral("app/proxy");
    const QString store = QStringLiteral("app/store");
    const QString secrets = QStringLiteral("app/secrets");
    const QString control = QStringLiteral("app/control");
    const QString engine = QStringLiteral("app/engine");
    const QString history = QStringLiteral("app/history");
    const QString health = QStringLiteral("app/health");
    const QString text = QStringLiteral("models/text");
    const QString sim = QStringLiteral("app/sim");
    const QString cli = QStringLiteral("app/cli");
    const QString importing = QStringLiteral("app/importing");
    const QString doctor = QStringLiteral("app/doctor");
    const QString claude = QStringLiteral("app/claude");
    const QString items = QStringLiteral("models/items");
    const QString notify = QStringLiteral("app/notify");
    // The window's rooms see values, sentences, item models and ui/base; what runs is behind its doors.
    const QString base = QStringLiteral("ui/base");
    const QStringList page{base, items, text, rules, domain};
    const QString claudeUi = QStringLiteral("ui/claude");
    static const QMap<QString, QStringList> kAllowed{
        {domain, {}},
        {rules, {domain}},
        {text, {domain}},
        {items, {text, rules, domain}},
        {base, {text, rules, domain}},
        {QStringLiteral("ui/claude"), page}, // one switch for board, settings and tray
        {QStringLiteral("ui/board"), page + QStringList{claudeUi}},
        {QStringLiteral("ui/charts"), page},
        {QStringLiteral("ui/history"), page},
        {QStringLiteral("ui/editing"), page},
        {QStringLiteral("ui/channels"), page + QStringList{QStringLiteral("ui/editing")}},
        {QStringLiteral("ui/settings"), page + QStringList{claudeUi, QStringLiteral("ui/channels")}},
        {QStringLiteral("ui/tray"), page + QStringList{claudeUi}},
        {QStringLiteral("ui/window"),
         page + QStringList{claudeUi, QStringLiteral("ui/board"), QStringLiteral("ui/charts"),
                            QStringLiteral("ui/history"), QStringLiteral("ui/editing"),
                            QStringLiteral("ui/settings")}},
        {notify, {text, rules, domain}},
        {io, {domain}},
        {http, {domain, rules}},
        {upstream, {io, http, rules, domain}},
        {proxy, {upstream, io, http, rules, domain}},
        {store, {secrets, rules, domain}},
        {secrets, {rules, domain}},
        {control, {rules, domain}},
        {history, {secrets, rules, domain}},
        {QStringLiteral("app/alerts"), {text, rules, domain}},
        {health, {upstream, io, http, rules, domain}},
        {engine,
         {QStringLiteral("app/alerts"), proxy, health, history, upstream, io, http, store, secrets, control,
          rules, domain}},
        {importing, {store, secrets, rules, domain}},
        {claude, {secrets, domain}},
        {sim, {io, http, domain}},
        {doctor, {history, store, secrets, text, rules, domain}},
        {cli, {control, doctor, claude, history, importing, store, secrets, text, rules, domain}},
        // Where the running parts are put together for `qcc proxy start`: above all but the mains.
        {QStringLiteral("app/headless"),
         {engine, claude, cli, sim, control, history, health, store, secrets, proxy, upstream, io, http, text,
          rules, domain}},
        // Where the window is wired to the instance: the only room that sees both.
        {QStringLiteral("app/desktop"),
         {engine,
          claude,
          importing,
          cli,
          sim,
          control,
          history,
          health,
          store,
          secrets,
          proxy,
          upstream,
          io,
          http,
          notify,
          QStringLiteral("app/headless"),
          base,
          claudeUi,
          QStringLiteral("ui/window"),
          QStringLiteral("ui/tray"),
          items,
          text,
          rules,
          domain}},
    };
    return kAllowed;
}

QString withoutComments(QString text)
{
    static const QRegularExpression kComment(QStringLiteral("/\\*.*?\\*/|//[^\\n]*"),
                                             QRegularExpression::DotMatchesEverythingOption);
    return text.remove(kComment);
}

QString complaint(const QString &room, const QString &included)
{
    const QString target = roomOf(included);
    if (target.isEmpty())
        return QStringLiteral("\"%1\" is not named from the project root, or belongs to no room")
            .arg(included);
    if (target == room || room == QLatin1String("app"))
        return {};
    if (!allowedRooms().value(room).contains(target))
        return QStringLiteral("%1 must not include %2 (\"%3\")").arg(room, target, included);
    return {};
}

} // namespace

QString roomOf(const QString &path)
{
    const QStringList parts = path.split(QLatin1Char('/'));
    if (parts.contains(QStringLiteral("..")))
        return {};
    if (parts.size() == 2 && parts[0] == QLatin1String("app"))
        return parts[0];
    if (parts.size() >= 3 && (parts[0] == QLatin1String("app") || parts[0] == QLatin1String("models") ||
                              parts[0] == QLatin1String("ui")))
        return parts[0] + QLatin1Char('/') + parts[1];
    return {};
}

QStringList includeViolations(const QString &path, const QString &text)
{
    const QString room = roomOf(path);
    if (room != QLatin1String("app") && !allowedRooms().contains(room))
        return {QStringLiteral("%1: the room \"%2\" is not in the table").arg(path, room)};

    static const QRegularExpression kInclude(QStringLiteral("^[ \\t]*#[ \\t]*include[ \\t]*\"([^\"]+)\""),
                                             QRegularExpression::MultilineOption);
    QStringList violations;
    for (const QRegularExpressionMatch &match : kInclude.globalMatch(text)) {
        const QString included = match.captured(1);
        if (included.endsWith(QLatin1String(".moc")))
            continue;
        if (const QString reason = complaint(room, included); !reason.isEmpty())
            violations += path + QStringLiteral(": ") + reason;
    }
    return violations;
}

QStringList purityViolations(const QString &path, const QString &text)
{
    const QString room = roomOf(path);
    if (room != QLatin1String("models/domain") && room != QLatin1String("models/rules"))
        return {};
    // By word and not only by include, for a precompiled header brings some of them in anyway.
    // QDir::isAbsolutePath looks at the text alone.
    static const QRegularExpression kImpure(QStringLiteral(
        "\\b(Q_OBJECT|Q_GADGET|QObject|QTimer|QBasicTimer|QElapsedTimer|QDeadlineTimer|"
        "QThread|QMutex|QProcess|QSettings"
        "|Q(?:Tcp|Udp|Ssl|Local|Abstract)(?:Socket|Server)|QNetwork\\w+|QSocketNotifier|"
        "QHostInfo|QFile\\w*|QSaveFile"
        "|QTemporary\\w+|QDir(?!>|::isAbsolutePath\\b)|QIODevice|QStandardPaths|QLockFile|QCoreApplication|"
        "QRandomGenerator|random_device"
        "|current(?:DateTime|DateTimeUtc|MSecsSinceEpoch|SecsSinceEpoch|Date|Time)|now\\(\\)|"
        "gettimeofday|clock_gettime"
        "|q?getenv|qEnvironmentVariable\\w*|fopen|fstream|ifstream|ofstream|unistd\\.h|sys/"
        "socket\\.h)(?![A-Za-z0-9_])"));
    QStringList violations;
    for (const QRegularExpressionMatch &match : kImpure.globalMatch(withoutComments(text)))
        violations += QStringLiteral("%1: a pure room must not touch %2").arg(path, match.captured(1));
    return violations;
}

} // namespace qcc::test
