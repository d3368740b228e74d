// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/private_file.h"

#include "app/secrets/system_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <atomic>

namespace qcc {

namespace {

constexpr int kMostLinks = 40; // as the kernel follows at most
constexpr auto kTemporarySuffix = QLatin1StringView(".new");

Refusal systemRefusal(RefusalCode code, const QString &path, int error)
{
    return {code, path, qt_error_string(error)};
}

/// Unique among living processes and within this one: ".configs.json.4711-3.new".
QString temporaryPath(const QFileInfo &target)
{
    static std::atomic<quint64> counter = 0;
    return target.path() +
           QStringLiteral("/.%1.%2-%3")
               .arg(target.fileName())
               .arg(QCoreApplication::applicationPid())
               .arg(++counter) +
           kTemporarySuffix;
}

/// The file that a chain of symbolic links leads to, there or not; none: a ring.
std::optional<QFileInfo> endOfLinks(const QString &path)
{
    QFileInfo end(path);
    for (int i = 0; i < kMostLinks && end.isSymLink(); ++i)
        end = QFileInfo(end.symLinkTarget());
    return end.isSymLink() ? std::nullopt : std::optional(end);
}

/// Temporary files of dead writers whose names match @p pattern.
void removeMatching(const QDir &directory, const QString &pattern)
{
    for (const QString &name : directory.entryList({pattern}, QDir::Files | QDir::Hidden)) {
        const QString writer = name.chopped(kTemporarySuffix.size()).section(u'.', -1).section(u'-', 0, 0);
        bool isNumber = false;
        const qint64 pid = writer.toLongLong(&isNumber);
        if (isNumber && pid > 0 && !disk::isAlive(pid) && !QFile::remove(directory.filePath(name)))
            qWarning("%s: cannot be removed", qUtf8Printable(directory.filePath(name)));
    }
}

} // namespace

Result<std::optional<QByteArray>> readPrivateFile(const QString &path)
{
    Result<std::optional<QByteArray>> content = disk::readRegularFile(path, kLargestFile + 1);
    if (content && *content && (*content)->size() > kLargestFile)
        return Refusal{RefusalCode::FileUnreadable, path, QStringLiteral("it is larger than 16 MiB")};
    return content;
}

Result<Done> writePrivateFile(const QString &path, const QByteArray &content)
{
    const std::optional<QFileInfo> target = endOfLinks(path);
    if (!target)
        return systemRefusal(RefusalCode::FileUnwritable, path, disk::tooManyLinks());
    if (target->exists() && !target->isFile()) // a device or a pipe would be replaced by a file
        return Refusal{RefusalCode::FileUnwritable, path, QStringLiteral("it is not a regular file")};
    const QString temporary = temporaryPath(*target);
    int error = disk::writeNewFile(temporary, content);
    if (error == 0)
        error = disk::replaceFile(temporary, target->filePath());
    if (error != 0) {
        disk::removeFile(temporary);
        return systemRefusal(RefusalCode::FileUnwritable, path, error);
    }
    // The new content is in place; a power cut might still bring back the old one, whole.
    if (const int unsynced = disk::syncDirectory(target->path()))
        qWarning("%s: not synced: %s", qUtf8Printable(target->path()),
                 qUtf8Printable(qt_error_string(unsynced)));
    return Done{};
}

Result<Done> removePrivateFile(const QString &path)
{
    if (const int error = disk::removeFile(path))
        return systemRefusal(RefusalCode::FileUnwritable, path, error);
    if (const int error = disk::syncDirectory(QFileInfo(path).path()))
        return systemRefusal(RefusalCode::FileUnwritable, path, error);
    return Done{};
}

void removeLeftovers(const QString &directory)
{
    const QDir dir(directory);
    removeMatching(dir, QLatin1StringView(".*.*-*") + kTemporarySuffix);
    for (const QFileInfo &entry : dir.entryInfoList(QDir::Files | QDir::Hidden | QDir::System)) {
        const std::optional<QFileInfo> end = entry.isSymLink() ? endOfLinks(entry.filePath()) : std::nullopt;
        if (end)
            removeMatching(end->dir(), u'.' + end->fileName() + QLatin1StringView(".*-*") + kTemporarySuffix);
    }
}

} // namespace qcc
