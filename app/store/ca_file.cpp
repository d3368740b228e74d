// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/ca_file.h"

#include "app/secrets/private_file.h"

#include <cerrno>

namespace qcc {

Result<Done> checkCaFile(const QString &path)
{
    if (path.isEmpty())
        return Done{};
    const Result<std::optional<QByteArray>> content = readPrivateFile(path);
    if (!content)
        return content.refusal();
    if (!*content)
        return Refusal{RefusalCode::FileUnreadable, path, qt_error_string(ENOENT)};
    if (!(*content)->contains("-----BEGIN CERTIFICATE-----"))
        return Refusal{RefusalCode::InvalidValue, path, QStringLiteral("a PEM file with certificates")};
    return Done{};
}

} // namespace qcc
