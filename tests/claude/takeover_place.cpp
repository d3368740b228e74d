// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/claude/takeover_place.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

namespace qcc::test {

TakeoverPlace::TakeoverPlace()
{
    for (const QString &folder : {QStringLiteral("home/.claude"), QStringLiteral("qcc"),
                                  QStringLiteral("managed"), QStringLiteral("home/project")})
        QDir(m_dir.path()).mkpath(folder);
}

ClaudePlaces TakeoverPlace::places() const
{
    ClaudePlaces places;
    places.journalFile = path(QStringLiteral("qcc/claude_takeover.json"));
    places.settingsFile = settingsFile();
    places.managedFiles = {path(QStringLiteral("managed/managed-settings.json"))};
    places.workingDirectory = path(QStringLiteral("home/project"));
    places.homeDirectory = path(QStringLiteral("home"));
    places.editors = {{QStringLiteral("VS Code"), editorFile()}};
    return places;
}

void TakeoverPlace::write(const QString &file, const QByteArray &content) const
{
    QDir().mkpath(QFileInfo(file).path());
    QFile out(file);
    QVERIFY2(out.open(QIODevice::WriteOnly), qPrintable(file));
    QCOMPARE(out.write(content), content.size());
}

std::optional<QByteArray> TakeoverPlace::read(const QString &file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? std::optional(in.readAll()) : std::nullopt;
}

QMap<QString, QByteArray> TakeoverPlace::everything() const
{
    QMap<QString, QByteArray> found;
    QDirIterator each(path(QStringLiteral("home")),
                      QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                      QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QFileInfo info(each.next());
        const QByteArray mode = QByteArray::number(info.permissions().toInt(), 16);
        const QByteArray what = info.isSymLink() ? info.symLinkTarget().toUtf8()
                                : info.isDir()   ? QByteArray("folder")
                                                 : read(info.filePath()).value_or(QByteArray());
        found.insert(info.filePath(), mode + ' ' + what);
    }
    return found;
}

} // namespace qcc::test
