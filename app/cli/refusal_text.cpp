// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/refusal_text.h"

#include "app/cli/cli_text.h"
#include "app/cli/display_width.h"
#include "app/cli/value_refusal_text.h"
#include "models/text/detail_text.h"

namespace qcc {

namespace {

QString withReason(const QString &sentence, const QString &reason)
{
    return reason.isEmpty() ? CliText::tr("%1.").arg(sentence)
                            : CliText::tr("%1: %2.").arg(sentence, withoutFullStop(detailText(reason)));
}

QString listenFailed(const Refusal &refusal)
{
    const bool taken = refusal.detail.isEmpty() || refusal.detail.contains(QLatin1StringView("in use"));
    return CliText::tr("Cannot listen on %1: %2; choose another with --listen HOST:PORT.")
        .arg(refusal.subject,
             taken ? CliText::tr("another program listens there") : detailText(refusal.detail));
}

QString instanceRunning(const Refusal &refusal)
{
    const QString who = refusal.detail.isEmpty()
                            ? CliText::tr("Another process")
                            : CliText::tr("Another process (pid %1)").arg(refusal.detail);
    return CliText::tr(
               "%1 already works with %2, and only one may. If it is a proxy, stop it with: qcc proxy stop; "
               "else try again in a moment")
        .arg(who, refusal.subject);
}

/// The control socket's troubles, by what app/control and instance_access.cpp name as their subject.
QString protocolError(const Refusal &refusal)
{
    if (refusal.subject == QLatin1StringView("version"))
        return CliText::tr(
            "The running instance speaks another version of the control protocol than this program. "
            "Restart it with: qcc proxy stop, then qcc proxy start");
    if (refusal.subject == QLatin1StringView("clients"))
        return CliText::tr("The running instance already talks to %1 other programs. Try again in a moment.")
            .arg(refusal.detail);
    if (refusal.subject == QLatin1StringView("size"))
        return CliText::tr("The message to or from the running instance is too large (over 1 MiB).");
    if (refusal.subject == QLatin1StringView("no answer") && refusal.detail == QLatin1StringView("question"))
        return CliText::tr(
            "The running instance gave no answer. Try again; if it stays silent, end its process, and start "
            "it with: qcc proxy start");
    if (refusal.subject == QLatin1StringView("no answer"))
        return CliText::tr(
            "The running instance gave no answer, so it is not known whether the change was made. "
            "Look with: qcc list");
    return CliText::tr(
               "The running instance does not understand this program (%1). Restart it with: qcc proxy stop, "
               "then qcc proxy start")
        .arg(refusal.subject);
}

QString aboutConfigs(const Refusal &refusal)
{
    const QString &name = refusal.subject;
    switch (refusal.code) {
    case RefusalCode::UnknownConfig:
        return CliText::tr("There is no config named \"%1\". See the names with: qcc list").arg(name);
    case RefusalCode::DuplicateConfig:
        return CliText::tr("There is already a config named \"%1\". Choose another name, or change it with: "
                           "qcc edit, qcc endpoint add")
            .arg(name);
    case RefusalCode::InvalidName:
        return withReason(CliText::tr("\"%1\" cannot be a name").arg(name), refusal.detail);
    case RefusalCode::UnknownPriority:
        return CliText::tr("There is no priority \"%1\". Choose primary, secondary, fallback or disabled.")
            .arg(name);
    default:
        return CliText::tr("\"%1\" already has this place (%2); nothing was changed.")
            .arg(name, refusal.detail);
    }
}

QString changedMeanwhile(const Refusal &refusal)
{
    if (refusal.subject == QLatin1StringView("board"))
        return CliText::tr(
            "Somebody else has changed the order meanwhile; nothing was changed. See it with: qcc list");
    return CliText::tr(
               "Somebody else has changed \"%1\" meanwhile; nothing was changed. See it with: qcc show "
               "NAME")
        .arg(refusal.subject);
}

QString aboutEndpoints(const Refusal &refusal)
{
    const QString &subject = refusal.subject;
    switch (refusal.code) {
    case RefusalCode::UnknownEndpoint:
        return CliText::tr(
                   "The config \"%2\" has no endpoint \"%1\". See its endpoints with: qcc endpoint list NAME")
            .arg(subject, refusal.detail);
    case RefusalCode::DuplicateEndpoint:
        return CliText::
            tr("There is already an endpoint with the URL %1 and the same key: %2. Use another URL or key.")
                .arg(subject, refusal.detail);
    case RefusalCode::DuplicateEndpointName:
        return CliText::tr(
                   "The config \"%2\" already has an endpoint named \"%1\". Choose another with --name.")
            .arg(subject, refusal.detail);
    case RefusalCode::InvalidUrl:
        return withReason(CliText::tr("\"%1\" cannot be a base URL").arg(subject), refusal.detail);
    case RefusalCode::InvalidProxy:
        return withReason(CliText::tr("\"%1\" cannot be a proxy").arg(subject), refusal.detail);
    case RefusalCode::InvalidTimeLimit:
        return CliText::tr("The time limit %1 is out of range; permitted is: %2.")
            .arg(optionName(subject), detailText(refusal.detail));
    default:
        if (!refusal.detail.isEmpty()) // of an alert channel
            return CliText::tr("\"%1\" can't do without its %2. Give it at the prompt, or with --%2-stdin.")
                .arg(subject, refusal.detail);
        return CliText::tr("The key for \"%1\" is empty. Give it at the prompt, or with --key-stdin.")
            .arg(subject);
    }
}

QString aboutFiles(const Refusal &refusal)
{
    switch (refusal.code) {
    case RefusalCode::FileUnreadable:
        return withReason(CliText::tr("Cannot read %1").arg(refusal.subject), refusal.detail);
    case RefusalCode::FileUnwritable:
        return withReason(CliText::tr("Cannot write %1").arg(refusal.subject), refusal.detail);
    case RefusalCode::FileBroken:
        return withReason(CliText::tr("%1 is broken and was left alone; mend it first").arg(refusal.subject),
                          refusal.detail);
    default:
        return withReason(
            CliText::tr("The keys cannot be reached in the %1").arg(detailText(refusal.subject)),
            refusal.detail);
    }
}

/// What stands in the way of requests, by what checkSwitch() names as its detail.
QString notRoutable(const Refusal &refusal)
{
    const QString &name = refusal.subject;
    if (refusal.detail == QLatin1StringView("disabled"))
        return CliText::tr(
                   "\"%1\" is disabled; nothing was changed. Give it a priority with: qcc priority set "
                   "NAME primary")
            .arg(name);
    if (refusal.detail == QLatin1StringView("group off"))
        return CliText::tr("The group of \"%1\" is switched off; nothing was changed. Switch it on with: qcc "
                           "priority group GROUP on")
            .arg(name);
    if (refusal.detail == QLatin1StringView("no endpoints"))
        return CliText::tr(
                   "\"%1\" has no endpoints; nothing was changed. Add one with: qcc endpoint add NAME "
                   "--url URL")
            .arg(name);
    return CliText::tr(
               "No endpoint of \"%1\" has a key; nothing was changed. Give one with: qcc endpoint edit "
               "NAME ENDPOINT --key-prompt")
        .arg(name);
}

QString aboutSwitching(const Refusal &refusal)
{
    switch (refusal.code) {
    case RefusalCode::AlreadyActive:
        return CliText::tr("\"%1\" is already active; nothing was changed.").arg(refusal.subject);
    case RefusalCode::NotRoutable:
        return notRoutable(refusal);
    case RefusalCode::NotPinned:
        return CliText::tr("Nothing is pinned, so there is nothing to release.");
    case RefusalCode::UnknownEvent:
        return CliText::tr("There is no event \"%1\". See the events with: qcc priority history")
            .arg(refusal.subject);
    default:
        return withReason(CliText::tr("The history in %1 cannot be used").arg(refusal.subject),
                          refusal.detail);
    }
}

QString aboutChannels(const Refusal &refusal)
{
    if (refusal.code == RefusalCode::UnknownChannel)
        return CliText::tr("There is no alert channel \"%1\". See them with: qcc alerts list")
            .arg(refusal.subject);
    if (refusal.code == RefusalCode::DuplicateChannel)
        return CliText::tr("There is already an alert channel named \"%1\"; nothing was changed.")
            .arg(refusal.subject);
    return withReason(CliText::tr("The alert channel \"%1\" could not send").arg(refusal.subject),
                      refusal.detail);
}

/// What is around the proxy: sessions, channels, imports, Claude Code.
QString aboutSurroundings(const Refusal &refusal)
{
    switch (refusal.code) {
    case RefusalCode::UnknownSession:
        return CliText::tr(
                   "There is no session \"%1\", or more than one begins like this. See them with: qcc "
                   "sessions")
            .arg(refusal.subject);
    case RefusalCode::NothingToImport:
        return withReason(CliText::tr("There is nothing to import in %1").arg(refusal.subject),
                          refusal.detail);
    case RefusalCode::WrongPassphrase:
        return CliText::tr("This is not the passphrase of %1; nothing was imported.").arg(refusal.subject);
    case RefusalCode::ProgramNotFound:
        return CliText::tr("There is no program \"%1\" here. Give its full path, or install it first.")
            .arg(refusal.subject);
    case RefusalCode::NotConnected:
        return CliText::tr("Nothing in %1 is from QCC, so there is nothing to put back.")
            .arg(refusal.subject);
    case RefusalCode::InTheWay:
        return withReason(CliText::tr("%1 was left as it is").arg(refusal.subject), refusal.detail);
    default:
        return aboutChannels(refusal);
    }
}

QString rawText(const Refusal &refusal)
{
    switch (refusal.code) {
    case RefusalCode::UnknownConfig:
    case RefusalCode::DuplicateConfig:
    case RefusalCode::InvalidName:
    case RefusalCode::UnknownPriority:
    case RefusalCode::AlreadyThere:
        return aboutConfigs(refusal);
    case RefusalCode::UnknownEndpoint:
    case RefusalCode::DuplicateEndpoint:
    case RefusalCode::DuplicateEndpointName:
    case RefusalCode::InvalidUrl:
    case RefusalCode::InvalidProxy:
    case RefusalCode::InvalidTimeLimit:
    case RefusalCode::EmptyKey:
        return aboutEndpoints(refusal);
    case RefusalCode::FileUnreadable:
    case RefusalCode::FileUnwritable:
    case RefusalCode::FileBroken:
    case RefusalCode::SecretsUnavailable:
        return aboutFiles(refusal);
    case RefusalCode::ChangedMeanwhile:
        return changedMeanwhile(refusal);
    case RefusalCode::InvalidValue:
        return valueRefusalText(refusal);
    case RefusalCode::InstanceRunning:
        return instanceRunning(refusal);
    case RefusalCode::NotRunning:
        return CliText::tr("No proxy runs for %1. Start it with: qcc proxy start").arg(refusal.subject);
    case RefusalCode::ListenFailed:
        return listenFailed(refusal);
    case RefusalCode::ProtocolError:
        return protocolError(refusal);
    case RefusalCode::AlreadyActive:
    case RefusalCode::NotRoutable:
    case RefusalCode::NotPinned:
    case RefusalCode::UnknownEvent:
    case RefusalCode::HistoryUnavailable:
        return aboutSwitching(refusal);
    case RefusalCode::UnknownSession:
    case RefusalCode::UnknownChannel:
    case RefusalCode::DuplicateChannel:
    case RefusalCode::ChannelFailed:
    case RefusalCode::NothingToImport:
    case RefusalCode::WrongPassphrase:
    case RefusalCode::ProgramNotFound:
    case RefusalCode::NotConnected:
    case RefusalCode::InTheWay:
        return aboutSurroundings(refusal);
    }
    Q_UNREACHABLE();
}

} // namespace

QString refusalText(const Refusal &refusal)
{
    return printable(rawText(refusal));
}

int exitCodeFor(const Refusal &refusal)
{
    return refusal.code == RefusalCode::NotRunning ? kExitNotRunning : kExitRefused;
}

} // namespace qcc
