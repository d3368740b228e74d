// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/refusal_sentence.h"

#include "models/domain/priority_groups.h"
#include "models/text/detail_text.h"
#include "models/text/group_text.h"
#include "models/text/placeholders.h"
#include "ui/base/refused_field.h"

#include <QCoreApplication>

namespace qcc {

namespace {

using Name = QLatin1StringView;

struct RefusalSentence
{
    Q_DECLARE_TR_FUNCTIONS(RefusalSentence)
};

QString withReason(const QString &sentence, const QString &detail)
{
    return detail.isEmpty()
               ? filled(RefusalSentence::tr("%1."), {sentence})
               : filled(RefusalSentence::tr("%1: %2."), {sentence, withoutFullStop(detailText(detail))});
}

QString aboutFile(const QString &sentence, const Refusal &refusal)
{
    return withReason(filled(sentence, {detailText(refusal.subject)}), refusal.detail);
}

/// @p empty where there is no text to be named.
QString invalidText(const QString &empty, const QString &sentence, const Refusal &refusal)
{
    return withReason(refusal.subject.isEmpty() ? empty : filled(sentence, {refusal.subject}),
                      refusal.detail);
}

QString alreadyThere(const Refusal &refusal)
{
    const std::optional<Priority> priority = priorityFromWord(refusal.detail);
    const QString group = priority ? groupName(*priority) : refusal.detail;
    return filled(RefusalSentence::tr("\"%1\" is in %2 already."), {refusal.subject, group});
}

/// What stands in the way of requests, by what checkSwitch() names as its detail.
QString notRoutable(const Refusal &refusal)
{
    const QString &name = refusal.subject;
    if (refusal.detail == Name("disabled"))
        return filled(
            RefusalSentence::tr("\"%1\" is disabled. Move it to Primary, Secondary or Fallback first."),
            {name});
    if (refusal.detail == Name("group off"))
        return filled(RefusalSentence::tr("The group of \"%1\" is switched off. Switch the group on first."),
                      {name});
    if (refusal.detail == Name("no endpoints"))
        return filled(RefusalSentence::tr("\"%1\" has no endpoints. Edit it and add one."), {name});
    return filled(RefusalSentence::tr("No endpoint of \"%1\" has a key. Edit it and give one."), {name});
}

QString listenFailed(const Refusal &refusal)
{
    if (refusal.detail.isEmpty() || refusal.detail.contains(Name("in use")))
        return filled(RefusalSentence::tr("Another program listens on %1 already. Choose another port in the "
                                          "settings, or end that program."),
                      {refusal.subject});
    return filled(RefusalSentence::tr("Cannot listen on %1: %2. Choose another address in the settings."),
                  {refusal.subject, detailText(refusal.detail)});
}

QString instanceRunning(const Refusal &refusal)
{
    if (refusal.detail.isEmpty())
        return filled(
            RefusalSentence::tr("Another process works with %1, and only one may. End it, or try again "
                                "in a moment."),
            {refusal.subject});
    return filled(RefusalSentence::tr("Another process (%2) works with %1, and only one may. End it, or try "
                                      "again in a moment."),
                  {refusal.subject, refusal.detail});
}

/// The control socket's troubles, by what app/control names as their subject.
QString protocolError(const Refusal &refusal)
{
    const QString &subject = refusal.subject;
    if (subject == Name("version"))
        return RefusalSentence::tr(
            "The running proxy is of another version than this window. Restart the proxy "
            "and this window.");
    if (subject == Name("clients"))
        return filled(
            RefusalSentence::tr("The running proxy talks to %1 other programs already. Close one, or "
                                "try again in a moment."),
            {refusal.detail});
    if (subject == Name("size"))
        return RefusalSentence::tr("The message to or from the running proxy is too large.");
    if (subject == Name("no answer"))
        return RefusalSentence::tr(
            "The running proxy gave no answer, so it is not known whether the change was "
            "made. Look before you try again.");
    return filled(
        RefusalSentence::tr("The running proxy does not understand this window (%1). Restart the proxy "
                            "and this window."),
        {subject});
}

/// "1 to 1000", with the field's unit.
QString permitted(const Refusal &refusal)
{
    const auto ends = valuesIn(QStringLiteral("%1 to %2"), refusal.detail);
    if (!ends || !isInSeconds(refusal.subject))
        return detailText(refusal.detail);
    return filled(RefusalSentence::tr("%1 to %2 seconds"), *ends);
}

QString invalidValue(const Refusal &refusal)
{
    if (refusal.detail == Name("a PEM file with certificates")) // see app/store/ca_file.cpp
        return filled(
            RefusalSentence::tr("There is no certificate in %1. Choose a PEM file with certificates."),
            {refusal.subject});
    return filled(RefusalSentence::tr("%1 cannot have this value; permitted is: %2."),
                  {fieldName(refusal.subject), permitted(refusal)});
}

QString aboutConfigs(const Refusal &refusal)
{
    if (refusal.code == RefusalCode::UnknownConfig)
        return filled(RefusalSentence::tr("There is no config named \"%1\" any more."), {refusal.subject});
    return filled(RefusalSentence::tr("There is already a config named \"%1\". Choose another name."),
                  {refusal.subject});
}

QString aboutEndpoints(const Refusal &refusal)
{
    const QStringList both{refusal.subject, refusal.detail};
    if (refusal.code == RefusalCode::UnknownEndpoint)
        return filled(RefusalSentence::tr("The config \"%2\" has no endpoint \"%1\" any more."), both);
    if (refusal.code == RefusalCode::DuplicateEndpoint)
        return filled(
            RefusalSentence::tr("%2 has the same URL (%1) and the same key already. Use another URL or "
                                "another key."),
            both);
    return filled(
        RefusalSentence::tr("The config \"%2\" already has an endpoint named \"%1\". Choose another "
                            "name."),
        both);
}

QString changedMeanwhile(const Refusal &refusal)
{
    if (refusal.subject == Name("board"))
        return RefusalSentence::tr("The board was changed elsewhere meanwhile. Look at it, and try again.");
    return filled(
        RefusalSentence::tr("\"%1\" was changed elsewhere meanwhile. Load the new state, and make your "
                            "change again."),
        {refusal.subject});
}

QString aboutChannels(const Refusal &refusal)
{
    if (refusal.code == RefusalCode::UnknownChannel)
        return filled(RefusalSentence::tr("There is no alert channel \"%1\" any more."), {refusal.subject});
    if (refusal.code == RefusalCode::DuplicateChannel)
        return filled(RefusalSentence::tr("There is already an alert channel named \"%1\". Choose another "
                                          "name."),
                      {refusal.subject});
    return aboutFile(RefusalSentence::tr("The alert channel \"%1\" could not send"), refusal);
}

/// What is around the proxy: sessions, channels, imports, Claude Code.
QString aboutSurroundings(const Refusal &refusal)
{
    switch (refusal.code) {
    case RefusalCode::UnknownSession:
        return filled(RefusalSentence::tr("The session \"%1\" is not known any more."), {refusal.subject});
    case RefusalCode::NothingToImport:
        return aboutFile(RefusalSentence::tr("There is nothing to import in %1"), refusal);
    case RefusalCode::WrongPassphrase:
        return filled(RefusalSentence::tr("This is not the passphrase of %1. Try another."),
                      {refusal.subject});
    case RefusalCode::ProgramNotFound:
        return filled(RefusalSentence::tr("There is no program \"%1\" here. Give its full path."),
                      {refusal.subject});
    case RefusalCode::NotConnected:
        return filled(RefusalSentence::tr("Nothing in %1 is from QCC, so there is nothing to put back."),
                      {refusal.subject});
    case RefusalCode::InTheWay:
        return aboutFile(RefusalSentence::tr("%1 was left as it is"), refusal);
    default:
        return aboutChannels(refusal);
    }
}

} // namespace

QString refusalSentence(const Refusal &refusal)
{
    const QString &subject = refusal.subject;
    switch (refusal.code) {
    case RefusalCode::UnknownConfig:
    case RefusalCode::DuplicateConfig:
        return aboutConfigs(refusal);
    case RefusalCode::UnknownEndpoint:
    case RefusalCode::DuplicateEndpoint:
    case RefusalCode::DuplicateEndpointName:
        return aboutEndpoints(refusal);
    case RefusalCode::InvalidName:
        return invalidText(RefusalSentence::tr("This cannot be a name"),
                           RefusalSentence::tr("\"%1\" cannot be a name"), refusal);
    case RefusalCode::InvalidUrl:
        return invalidText(RefusalSentence::tr("This cannot be a URL"),
                           RefusalSentence::tr("\"%1\" cannot be a URL"), refusal);
    case RefusalCode::InvalidProxy:
        return invalidText(RefusalSentence::tr("This cannot be a proxy"),
                           RefusalSentence::tr("\"%1\" cannot be a proxy"), refusal);
    case RefusalCode::InvalidTimeLimit:
        return filled(RefusalSentence::tr("%1 is out of range; permitted is: %2."),
                      {fieldName(subject), detailText(refusal.detail)});
    case RefusalCode::InvalidValue:
        return invalidValue(refusal);
    case RefusalCode::EmptyKey:
        if (!refusal.detail.isEmpty()) // of an alert channel
            return filled(RefusalSentence::tr("Enter what \"%1\" can't do without: %2."),
                          {subject, fieldName(refusal.detail)});
        return filled(RefusalSentence::tr("The key of \"%1\" is missing. Enter it."), {subject});
    case RefusalCode::UnknownPriority:
        return filled(RefusalSentence::tr("There is no group \"%1\"."), {subject});
    case RefusalCode::AlreadyThere:
        return alreadyThere(refusal);
    case RefusalCode::FileUnreadable:
        return aboutFile(RefusalSentence::tr("Cannot read %1"), refusal);
    case RefusalCode::FileUnwritable:
        return aboutFile(RefusalSentence::tr("Cannot write %1"), refusal);
    case RefusalCode::FileBroken:
        return aboutFile(RefusalSentence::tr("%1 is broken and was left alone; mend it first"), refusal);
    case RefusalCode::HistoryUnavailable:
        return aboutFile(RefusalSentence::tr("The history in %1 cannot be used"), refusal);
    case RefusalCode::SecretsUnavailable:
        return aboutFile(RefusalSentence::tr("The keys in the %1 cannot be reached"), refusal);
    case RefusalCode::InstanceRunning:
        return instanceRunning(refusal);
    case RefusalCode::NotRunning:
        return RefusalSentence::tr("The proxy cannot be reached. Start it, or try again in a moment.");
    case RefusalCode::ListenFailed:
        return listenFailed(refusal);
    case RefusalCode::ProtocolError:
        return protocolError(refusal);
    case RefusalCode::AlreadyActive:
        return filled(RefusalSentence::tr("\"%1\" is active already."), {subject});
    case RefusalCode::NotRoutable:
        return notRoutable(refusal);
    case RefusalCode::NotPinned:
        return RefusalSentence::tr("Nothing is pinned, so there is nothing to release.");
    case RefusalCode::UnknownEvent:
        return filled(RefusalSentence::tr("There is no event \"%1\"."), {subject});
    case RefusalCode::ChangedMeanwhile:
        return changedMeanwhile(refusal);
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

} // namespace qcc
