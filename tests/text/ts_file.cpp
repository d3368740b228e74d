// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/text/ts_file.h"

#include <QFile>
#include <QXmlStreamReader>

namespace qcc::test {

namespace {

void readTranslation(QXmlStreamReader &xml, TsMessage &message)
{
    message.unfinished = xml.attributes().value(QLatin1StringView("type")) == QLatin1StringView("unfinished");
    if (!message.plural) {
        message.translations += xml.readElementText();
        return;
    }
    while (xml.readNextStartElement())
        message.translations += xml.readElementText();
}

TsMessage readMessage(QXmlStreamReader &xml, const QString &context)
{
    TsMessage message;
    message.context = context;
    message.plural = xml.attributes().value(QLatin1StringView("numerus")) == QLatin1StringView("yes");
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1StringView("source"))
            message.source = xml.readElementText();
        else if (xml.name() == QLatin1StringView("comment"))
            message.comment = xml.readElementText();
        else if (xml.name() == QLatin1StringView("translation"))
            readTranslation(xml, message);
        else
            xml.skipCurrentElement();
    }
    return message;
}

void readContext(QXmlStreamReader &xml, QList<TsMessage> &messages)
{
    QString context;
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1StringView("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1StringView("message"))
            messages += readMessage(xml, context);
        else
            xml.skipCurrentElement();
    }
}

} // namespace

QList<TsMessage> readTs(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<TsMessage> messages;
    xml.readNextStartElement(); // TS
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1StringView("context"))
            readContext(xml, messages);
        else
            xml.skipCurrentElement();
    }
    return xml.hasError() ? QList<TsMessage>() : messages;
}

} // namespace qcc::test
