// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/preferences_file.h"

#include "app/secrets/json_file.h"
#include "app/secrets/private_file.h"
#include "models/domain/words.h"

#include <QDir>
#include <QJsonArray>

namespace qcc {

namespace {

using Field = QLatin1StringView;

constexpr std::array kThemes{std::pair{ThemeChoice::System, Field("system")},
                             std::pair{ThemeChoice::Light, Field("light")},
                             std::pair{ThemeChoice::Dark, Field("dark")}};
constexpr std::array kDensities{std::pair{Density::Comfortable, Field("comfortable")},
                                std::pair{Density::Compact, Field("compact")}};

template <typename T, size_t N> QString wordOf(const std::array<std::pair<T, Field>, N> &words, T value)
{
    for (const auto &[candidate, word] : words)
        if (candidate == value)
            return word;
    return {};
}

template <typename T, size_t N>
T valueOf(const std::array<std::pair<T, Field>, N> &words, const QJsonValue &word, T otherwise)
{
    for (const auto &[value, candidate] : words)
        if (word.toString() == candidate)
            return value;
    return otherwise;
}

QTime timeFrom(const QJsonValue &value, QTime otherwise)
{
    const QTime time = QTime::fromString(value.toString(), QStringLiteral("HH:mm"));
    return time.isValid() ? time : otherwise;
}

QJsonObject quietHoursToJson(const QuietHours &quiet)
{
    return {{Field("on"), quiet.on},
            {Field("from"), quiet.from.toString(QStringLiteral("HH:mm"))},
            {Field("to"), quiet.to.toString(QStringLiteral("HH:mm"))}};
}

QuietHours quietHoursFromJson(const QJsonObject &object)
{
    QuietHours quiet;
    quiet.on = object.value(Field("on")).toBool(quiet.on);
    quiet.from = timeFrom(object.value(Field("from")), quiet.from);
    quiet.to = timeFrom(object.value(Field("to")), quiet.to);
    return quiet;
}

QJsonArray silencedToJson(const std::set<AlertKind> &kinds)
{
    QJsonArray words;
    for (const AlertKind kind : kinds)
        words.append(toWord(kind));
    return words;
}

std::set<AlertKind> silencedFromJson(const QJsonArray &words)
{
    std::set<AlertKind> kinds;
    for (const QJsonValue &word : words)
        if (const std::optional<AlertKind> kind = alertKindFromWord(word.toString()))
            kinds.insert(*kind);
    return kinds;
}

/// 0 is no port for clients to be told of.
quint16 portFrom(const QJsonValue &value, quint16 otherwise)
{
    const int port = value.toInt();
    return port > 0 && port <= 65'535 ? static_cast<quint16>(port) : otherwise;
}

void readProxy(const QJsonObject &object, Preferences &preferences)
{
    const QJsonObject proxy = object.value(Field("proxy")).toObject();
    preferences.listenHost = proxy.value(Field("host")).toString(preferences.listenHost);
    preferences.listenPort = portFrom(proxy.value(Field("port")), preferences.listenPort);
    preferences.serveAtStart = proxy.value(Field("on")).toBool(preferences.serveAtStart);
}

void readClaude(const QJsonObject &object, Preferences &preferences)
{
    const QJsonObject claude = object.value(Field("claude_code")).toObject();
    preferences.connectsClaude = claude.value(Field("connects")).toBool(preferences.connectsClaude);
    preferences.releasesClaudeAtQuit =
        claude.value(Field("releases_at_quit")).toBool(preferences.releasesClaudeAtQuit);
    preferences.claudeToolSearch = claude.value(Field("tool_search")).toBool();
    preferences.connectsEditors = claude.value(Field("editors")).toBool();
    preferences.toldAboutClaude = claude.value(Field("told")).toBool();
}

void readWindow(const QJsonObject &object, Preferences &preferences)
{
    const QJsonObject window = object.value(Field("window")).toObject();
    preferences.closesToTray = window.value(Field("closes_to_tray")).toBool(preferences.closesToTray);
    preferences.toldAboutTray = window.value(Field("told_about_tray")).toBool();
    preferences.toldAboutNoTray = window.value(Field("told_about_no_tray")).toBool();
    preferences.toldAboutKeysIn = window.value(Field("told_about_keys_in")).toString();
    preferences.windowGeometry =
        QByteArray::fromBase64(window.value(Field("geometry")).toString().toLatin1());
    preferences.page = window.value(Field("page")).toString();
}

} // namespace

QJsonObject toJson(const Preferences &preferences, QJsonObject onto)
{
    onto.insert(Field("theme"), wordOf(kThemes, preferences.theme));
    onto.insert(Field("density"), wordOf(kDensities, preferences.density));
    onto.insert(Field("language"),
                preferences.language ? QJsonValue(toWord(*preferences.language)) : QJsonValue());
    onto.insert(Field("silenced"), silencedToJson(preferences.silenced));
    onto.insert(Field("quiet_hours"), quietHoursToJson(preferences.quietHours));
    onto.insert(Field("proxy"), QJsonObject{{Field("host"), preferences.listenHost},
                                            {Field("port"), preferences.listenPort},
                                            {Field("on"), preferences.serveAtStart}});
    onto.insert(Field("claude_code"),
                QJsonObject{{Field("connects"), preferences.connectsClaude},
                            {Field("releases_at_quit"), preferences.releasesClaudeAtQuit},
                            {Field("tool_search"), preferences.claudeToolSearch},
                            {Field("editors"), preferences.connectsEditors},
                            {Field("told"), preferences.toldAboutClaude}});
    onto.insert(Field("recovery_before_pause"), preferences.recoveryBeforePause
                                                    ? QJsonValue(*preferences.recoveryBeforePause)
                                                    : QJsonValue());
    onto.insert(Field("window"),
                QJsonObject{{Field("closes_to_tray"), preferences.closesToTray},
                            {Field("told_about_tray"), preferences.toldAboutTray},
                            {Field("told_about_no_tray"), preferences.toldAboutNoTray},
                            {Field("told_about_keys_in"), preferences.toldAboutKeysIn},
                            {Field("geometry"), QString::fromLatin1(preferences.windowGeometry.toBase64())},
                            {Field("page"), preferences.page}});
    return onto;
}

Preferences preferencesFromJson(const QJsonObject &object)
{
    Preferences preferences;
    preferences.theme = valueOf(kThemes, object.value(Field("theme")), preferences.theme);
    preferences.density = valueOf(kDensities, object.value(Field("density")), preferences.density);
    preferences.language = languageFromWord(object.value(Field("language")).toString());
    preferences.silenced = silencedFromJson(object.value(Field("silenced")).toArray());
    preferences.quietHours = quietHoursFromJson(object.value(Field("quiet_hours")).toObject());
    const QJsonValue recovery = object.value(Field("recovery_before_pause"));
    if (recovery.isBool())
        preferences.recoveryBeforePause = recovery.toBool();
    readProxy(object, preferences);
    readClaude(object, preferences);
    readWindow(object, preferences);
    return preferences;
}

PreferencesFile::PreferencesFile(const QString &home)
    : m_path(QDir(home).filePath(QStringLiteral("desktop.json")))
{
}

Result<Preferences> PreferencesFile::load()
{
    const Result<std::optional<QByteArray>> text = readPrivateFile(m_path);
    if (!text)
        return text.refusal();
    if (!*text)
        return Preferences();
    const Result<QJsonObject> object = parseJsonObject(m_path, **text);
    if (!object)
        return object.refusal();
    return preferencesFromJson(*object);
}

Result<Done> PreferencesFile::save(const Preferences &preferences)
{
    const Result<std::optional<QByteArray>> text = readPrivateFile(m_path);
    if (!text)
        return text.refusal();
    QJsonObject before;
    if (*text) {
        const Result<QJsonObject> object = parseJsonObject(m_path, **text);
        if (!object)
            return object.refusal();
        before = *object;
    }
    const QJsonObject after = toJson(preferences, before);
    return after == before ? Result<Done>(Done{}) : writePrivateFile(m_path, toJsonText(after));
}

} // namespace qcc
