// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/request_cells.h"

#include "models/items/request_tree_model.h"
#include "models/text/failure_text.h"
#include "models/text/request_notes.h"
#include "models/text/span_text.h"
#include "models/text/text.h"

#include <QCoreApplication>
#include <QLocale>

namespace qcc {

namespace {

constexpr qsizetype kShownSession = 8; ///< characters; the whole is in the tool tip
constexpr qsizetype kShownModel = 60;  ///< a client chooses the name
constexpr qsizetype kToolTipLength = 200;

struct RequestText
{
    Q_DECLARE_TR_FUNCTIONS(RequestText)
};

/// A client's bytes as one line of text.
QString lineOf(const QByteArray &bytes, qsizetype most)
{
    const QString text = QString::fromUtf8(bytes.left(4 * most)).simplified();
    return text.size() <= most ? text : text.left(most - 1) + QChar(0x2026);
}

QString kindName(RequestKind kind)
{
    switch (kind) {
    case RequestKind::Messages:
        return RequestText::tr("message", "kind of request");
    case RequestKind::CountTokens:
        return RequestText::tr("token count", "kind of request");
    case RequestKind::Models:
        return RequestText::tr("model list", "kind of request");
    case RequestKind::Other:
        return RequestText::tr("other request", "kind of request");
    }
    Q_UNREACHABLE();
}

QString modelText(const RequestRecord &record)
{
    if (record.model.isEmpty())
        return kindName(record.kind);
    const QString model = lineOf(record.model, kShownModel);
    return record.kind == RequestKind::Messages
               ? model
               : RequestText::tr("%1 (%2)", "a model and the kind of request")
                     .arg(model, kindName(record.kind));
}

QString sessionText(const RequestRecord &record)
{
    return record.session.isEmpty() ? QStringLiteral("–")
                                    : lineOf(record.session, kToolTipLength).left(kShownSession);
}

/// Nobody served what failed.
const AttemptRecord *servingAttempt(const RequestRecord &record)
{
    return record.end == RequestEnd::Failed || record.attempts.empty() ? nullptr : &record.attempts.back();
}

QString statusText(const RequestRecord &record)
{
    const QString end = requestEndName(record.end);
    const QString text = record.status == 0
                             ? end
                             : RequestText::tr("%1 %2", "an HTTP status, and how the request ended")
                                   .arg(record.status)
                                   .arg(end);
    const QString mark = requestMark(record);
    return mark.isEmpty() ? text
                          : RequestText::tr("%1 (%2)", "how a request ended, and what was done for it")
                                .arg(text, mark);
}

QString spanOrDash(milliseconds span)
{
    return span > milliseconds(0) ? latencyText(span) : QStringLiteral("–");
}

QString tokensText(const RequestRecord &record)
{
    if (!record.usage)
        return QStringLiteral("–");
    const QLocale locale;
    return RequestText::tr("%1 / %2", "input and output tokens")
        .arg(locale.toString(record.usage->input), locale.toString(record.usage->output));
}

QString tokensTip(const RequestRecord &record)
{
    if (!record.usage)
        return RequestText::tr("The answer gave no token counts.");
    const QLocale locale;
    const TokenUsage &usage = *record.usage;
    return RequestText::tr("Input: %1\nOutput: %2\nRead from cache: %3\nWritten to cache: %4", "tokens")
        .arg(locale.toString(usage.input), locale.toString(usage.output), locale.toString(usage.cacheRead),
             locale.toString(usage.cacheCreation));
}

QString servedByTip(const RequestRecord &record)
{
    const AttemptRecord *serving = servingAttempt(record);
    if (!serving)
        return RequestText::tr("No provider answered; the client got QCC's own error.");
    return record.spilledOver
               ? RequestText::tr(
                     "%1, endpoint %2. It stepped in: the first choice could not serve this request.")
                     .arg(serving->config, serving->endpointName)
               : RequestText::tr("%1, endpoint %2.", "who served a request")
                     .arg(serving->config, serving->endpointName);
}

/// What was done for it, a line each.
QVariant statusTip(const RequestRecord &record)
{
    const QStringList notes = requestNotes(record);
    return notes.isEmpty() ? QVariant() : QVariant(notes.join(QLatin1Char('\n')));
}

QString requestText(const RequestRecord &record, int column)
{
    switch (column) {
    case RequestTreeModel::Time:
        return dateTimeText(record.startedAt);
    case RequestTreeModel::Model:
        return modelText(record);
    case RequestTreeModel::Session:
        return sessionText(record);
    case RequestTreeModel::ServedBy: {
        const AttemptRecord *serving = servingAttempt(record);
        return serving ? serving->config : QStringLiteral("–");
    }
    case RequestTreeModel::Attempts:
        return QString::number(record.attempts.size());
    case RequestTreeModel::Status:
        return statusText(record);
    case RequestTreeModel::FirstByte:
        return spanOrDash(record.firstByte);
    case RequestTreeModel::Duration:
        return latencyText(record.duration);
    default:
        return tokensText(record);
    }
}

QVariant requestTip(const RequestRecord &record, int column)
{
    switch (column) {
    case RequestTreeModel::Model:
        return plainTip(lineOf(record.model, kToolTipLength));
    case RequestTreeModel::Session:
        return plainTip(lineOf(record.session, kToolTipLength));
    case RequestTreeModel::ServedBy:
        return plainTip(servedByTip(record));
    case RequestTreeModel::Tokens:
        return tokensTip(record);
    case RequestTreeModel::Status:
        return statusTip(record);
    default:
        return {};
    }
}

bool isNumber(int column)
{
    return column == RequestTreeModel::Attempts || column >= RequestTreeModel::FirstByte;
}

QVariant alignmentOf(int column)
{
    return isNumber(column) ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                            : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
}

QString attemptText(const AttemptRecord &attempt, size_t number, int column)
{
    switch (column) {
    case RequestTreeModel::Time:
        return RequestText::tr("Attempt %1").arg(number + 1);
    case RequestTreeModel::Model:
        return attempt.endpointName;
    case RequestTreeModel::ServedBy:
        return attempt.config;
    case RequestTreeModel::Status:
        return failureText(attempt.outcome);
    case RequestTreeModel::Duration:
        return latencyText(attempt.duration);
    default:
        return {};
    }
}

} // namespace

QString requestEndName(RequestEnd end)
{
    switch (end) {
    case RequestEnd::Served:
        return RequestText::tr("served", "end of a request");
    case RequestEnd::Failed:
        return RequestText::tr("failed", "end of a request");
    case RequestEnd::Broken:
        return RequestText::tr("broken off", "end of a request");
    case RequestEnd::ClientGone:
        return RequestText::tr("client left", "end of a request");
    }
    Q_UNREACHABLE();
}

QVariant requestCell(const RequestRecord &record, int column, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return requestText(record, column);
    case Qt::ToolTipRole:
        return requestTip(record, column);
    case Qt::TextAlignmentRole:
        return alignmentOf(column);
    case RequestTreeModel::EndRole:
        return static_cast<int>(record.end);
    case RequestTreeModel::SearchRole:
        return QString::fromUtf8(record.model + '\n' + record.session);
    default:
        return {};
    }
}

QVariant attemptCell(const RequestRecord &record, size_t attempt, int column, int role)
{
    const AttemptRecord &shown = record.attempts.at(attempt);
    switch (role) {
    case Qt::DisplayRole:
        return attemptText(shown, attempt, column);
    case Qt::ToolTipRole:
        return plainTip(RequestText::tr("%1, endpoint %2: %3", "an attempt")
                            .arg(shown.config, shown.endpointName, failureText(shown.outcome)));
    case Qt::TextAlignmentRole:
        return alignmentOf(column);
    case RequestTreeModel::AttemptOkRole:
        return shown.outcome.kind == OutcomeKind::Success || shown.outcome.kind == OutcomeKind::PassedThrough;
    default:
        return {};
    }
}

QVariant requestHeader(int column, int role)
{
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(column);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const bool asTip = role == Qt::ToolTipRole;
    switch (column) {
    case RequestTreeModel::Time:
        return asTip ? RequestText::tr("When it began") : RequestText::tr("Time");
    case RequestTreeModel::Model:
        return RequestText::tr("Model");
    case RequestTreeModel::Session:
        return asTip ? RequestText::tr("The session of Claude Code that asked") : RequestText::tr("Session");
    case RequestTreeModel::ServedBy:
        return RequestText::tr("Served by");
    case RequestTreeModel::Attempts:
        return asTip ? RequestText::tr("How many endpoints were tried")
                     : RequestText::tr("Tries", "attempts");
    case RequestTreeModel::Status:
        return asTip ? RequestText::tr("As the client saw it") : RequestText::tr("Status");
    case RequestTreeModel::FirstByte:
        return asTip ? RequestText::tr("Until the answer began") : RequestText::tr("First byte");
    case RequestTreeModel::Duration:
        return RequestText::tr("Duration");
    default:
        return asTip ? RequestText::tr("Input / output tokens") : RequestText::tr("Tokens");
    }
}

} // namespace qcc
