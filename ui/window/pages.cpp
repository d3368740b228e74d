// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/pages.h"

#include <QCoreApplication>

namespace qcc {

QString pageTitle(Page page)
{
    switch (page) {
    case Page::Board:
        return QCoreApplication::translate("Pages", "Board");
    case Page::Health:
        return QCoreApplication::translate("Pages", "Health");
    case Page::History:
        return QCoreApplication::translate("Pages", "History");
    case Page::Requests:
        return QCoreApplication::translate("Pages", "Requests");
    case Page::Settings:
        break;
    }
    return QCoreApplication::translate("Pages", "Settings");
}

Icon pageIcon(Page page)
{
    switch (page) {
    case Page::Board:
        return Icon::Board;
    case Page::Health:
        return Icon::Health;
    case Page::History:
        return Icon::History;
    case Page::Requests:
        return Icon::Requests;
    case Page::Settings:
        break;
    }
    return Icon::Settings;
}

QString toWord(Page page)
{
    switch (page) {
    case Page::Board:
        return QStringLiteral("board");
    case Page::Health:
        return QStringLiteral("health");
    case Page::History:
        return QStringLiteral("history");
    case Page::Requests:
        return QStringLiteral("requests");
    case Page::Settings:
        break;
    }
    return QStringLiteral("settings");
}

Page pageFromWord(const QString &word)
{
    for (const Page page : kPages)
        if (toWord(page) == word)
            return page;
    return Page::Board;
}

} // namespace qcc
