// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

namespace qcc::test {

/// A file of tests/importing/data.
inline QString fixture(const char *name)
{
    return QFINDTESTDATA("data/") + QLatin1StringView(name);
}

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture %s", qPrintable(path));
    return file.readAll();
}

/// A file in @p folder.
inline QString written(const QTemporaryDir &folder, const char *name, const QByteArray &content)
{
    QFile file(folder.filePath(QLatin1StringView(name)));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", name);
    return file.fileName();
}

/// Makes a database by running the statements, as the application would have made it.
inline void makeDatabase(const QString &path, const QByteArray &statements)
{
    const QString name = QStringLiteral("making");
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(path);
        if (!database.open())
            qFatal("cannot make %s", qPrintable(path));
        QSqlQuery query(database);
        const QStringList all =
            QString::fromUtf8(statements).split(QStringLiteral(";\n"), Qt::SkipEmptyParts);
        for (const QString &one : all) {
            if (!one.trimmed().isEmpty() && !query.exec(one))
                qFatal("%s", qPrintable(query.lastError().text()));
        }
    }
    QSqlDatabase::removeDatabase(name);
}

} // namespace qcc::test
