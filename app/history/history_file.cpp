// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/history_file.h"

#include "app/secrets/private_file.h"

#include <QDateTime>
#include <QFile>

#include <array>

namespace qcc {

namespace {

const std::array kSuffixes{QLatin1StringView(""), QLatin1StringView("-wal"), QLatin1StringView("-shm")};

Result<Done> closeToOthers(const QString &path)
{
    constexpr auto kOthers = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup |
                             QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
    QFile file(path);
    if (!file.exists() || !(file.permissions() & kOthers))
        return Done{};
    if (file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return Done{};
    return Refusal{RefusalCode::FileUnwritable, path, file.errorString()};
}

QString freeName(const QString &path, TimePoint now)
{
    const QString stamp = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count(), Qt::UTC)
                              .toString(QStringLiteral("yyyyMMdd-HHmmss"));
    const QString name = path + QStringLiteral(".broken-") + stamp;
    QString free = name;
    for (int i = 2; QFile::exists(free); ++i)
        free = QStringLiteral("%1-%2").arg(name).arg(i);
    return free;
}

} // namespace

QString historyPath(const QString &home)
{
    return home + QStringLiteral("/history.db");
}

Result<Done> preparePrivateDatabase(const QString &path)
{
    if (!QFile::exists(path)) {
        // A log without its database belongs to one that was taken away.
        for (const QLatin1StringView suffix : {kSuffixes[1], kSuffixes[2]}) {
            if (const Result<Done> removed = removePrivateFile(path + suffix); !removed)
                return removed;
        }
        if (const Result<Done> made = writePrivateFile(path, {}); !made)
            return made;
    }
    for (const QLatin1StringView suffix : kSuffixes) {
        if (const Result<Done> closed = closeToOthers(path + suffix); !closed)
            return closed;
    }
    return Done{};
}

Result<QString> setAside(const QString &path, TimePoint now)
{
    const QString aside = freeName(path, now);
    for (const QLatin1StringView suffix : kSuffixes) {
        QFile file(path + suffix);
        if (file.exists() && !file.rename(aside + suffix))
            return Refusal{RefusalCode::FileUnwritable, path + suffix, file.errorString()};
    }
    return aside;
}

} // namespace qcc
