// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/doctor/doctor_text.h"
#include "app/doctor/surrounding_checks.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>

namespace qcc {

namespace {

Finding found(FindingLevel level, const QString &text, const QString &remedy = {})
{
    return {FindingArea::Desktop, level, text, remedy};
}

QDBusMessage ask(const QDBusConnection &bus, const QString &service, const QString &path,
                 const QString &interface, const QString &method, const QVariantList &arguments = {})
{
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, interface, method);
    call.setArguments(arguments);
    return bus.call(call, QDBus::Block, kDesktopPatience);
}

Finding notificationFinding(const QDBusConnection &bus)
{
    const QString name = QStringLiteral("org.freedesktop.Notifications");
    const QDBusMessage answer = ask(bus, name, QStringLiteral("/org/freedesktop/Notifications"), name,
                                    QStringLiteral("GetServerInformation"));
    if (answer.type() == QDBusMessage::ReplyMessage && !answer.arguments().isEmpty())
        return found(
            FindingLevel::Good,
            DoctorText::tr("Notifications are shown by %1.").arg(answer.arguments().constFirst().toString()));
    return found(FindingLevel::Warning, DoctorText::tr("Nothing here shows notifications."),
                 DoctorText::tr(
                     "Start a notification daemon (for example dunst), or rely on the tray and the window."));
}

Finding trayFinding(const QDBusConnection &bus)
{
    const QString watcher = QStringLiteral("org.kde.StatusNotifierWatcher");
    const QDBusMessage answer = ask(bus, watcher, QStringLiteral("/StatusNotifierWatcher"),
                                    QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"),
                                    {watcher, QStringLiteral("IsStatusNotifierHostRegistered")});
    const bool hosted = answer.type() == QDBusMessage::ReplyMessage && !answer.arguments().isEmpty() &&
                        answer.arguments().constFirst().value<QDBusVariant>().variant().toBool();
    if (hosted)
        return found(FindingLevel::Good, DoctorText::tr("This desktop has a tray."));
    return found(
        FindingLevel::Note,
        DoctorText::tr("This desktop has no tray for status icons: the window minimises instead of hiding."),
        DoctorText::tr("On GNOME, install the AppIndicator extension."));
}

} // namespace

Findings desktopFindings()
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return {found(FindingLevel::Note,
                      DoctorText::tr("There is no desktop session here: no tray, no notifications."))};
    return {notificationFinding(bus), trayFinding(bus)};
}

} // namespace qcc
