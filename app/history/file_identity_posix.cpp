// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/file_identity.h"

#include <QFile>

#include <sys/stat.h>

namespace qcc {

std::optional<quint64> fileIdentity(const QString &path)
{
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0)
        return std::nullopt;
    return quint64(status.st_ino);
}

} // namespace qcc
