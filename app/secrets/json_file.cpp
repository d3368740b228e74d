// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/json_file.h"

#include "app/secrets/json_locator.h"

#include <QJsonDocument>

namespace qcc {

namespace {

/// Qt's parser counts the character it stumbles over as read, but for numbers and what comes after the
/// document's end.
qsizetype offsetOf(const QJsonParseError &error)
{
    const bool counted =
        error.error != QJsonParseError::GarbageAtEnd && error.error != QJsonParseError::IllegalNumber;
    return std::max(error.offset - (counted ? 1 : 0), 0);
}

} // namespace

QString toText(const JsonPath &path)
{
    QString text;
    for (const auto &part : path) {
        if (const auto *name = std::get_if<QString>(&part))
            text += text.isEmpty() ? *name : u'.' + *name;
        else
            text += QStringLiteral("[%1]").arg(std::get<qsizetype>(part));
    }
    return text;
}

Result<QJsonObject> parseJsonObject(const QString &file, const QByteArray &text)
{
    const auto broken = [&](qsizetype offset, const QString &reason) {
        return Refusal{RefusalCode::FileBroken, file,
                       lineAndColumn(text, offset) + QStringLiteral(": ") + reason};
    };
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError)
        return broken(offsetOf(error), error.errorString());
    if (!document.isObject())
        return broken(locate(text, {}), QStringLiteral("an object { … } is needed"));
    return document.object();
}

Refusal brokenAt(const QString &file, const QByteArray &text, const JsonPath &path, const QString &reason)
{
    return {RefusalCode::FileBroken, file,
            QStringLiteral("%1: %2: %3").arg(lineAndColumn(text, locate(text, path)), toText(path), reason)};
}

QByteArray toJsonText(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

} // namespace qcc
