// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/secret.h"
#include "models/domain/settings.h"

#include <QJsonValue>

#include <vector>

namespace qcc {

/// Takes out of a report what is nobody else's business: keys and tokens (those it was told of, and all that
/// looks like one), the hosts of private providers, the person's folders and user name, and the values of
/// fields that are private by their nature. The same thing gets the same stand-in everywhere, so that a
/// reader can still follow. Pure.
class Redactor
{
public:
    /// Hosts of @p settings become "host-1.example" …; this computer's and the well-known API's stay.
    explicit Redactor(const Settings &settings);

    /// @p word is replaced wherever it stands; short ones (under 4 characters) are left out, since they would
    /// tear other words apart.
    void replace(const QString &word, const QString &standIn);
    void hide(const Secret &secret);

    /// Strings, also as keys of objects, at any depth.
    QJsonValue redacted(const QJsonValue &value) const;
    QString redacted(const QString &text) const;

private:
    struct Replacement
    {
        QString word;
        QString standIn;
    };

    void addHost(const QString &host);

    std::vector<Replacement> m_replacements; ///< the longest word first
    int m_hosts = 0;
};

} // namespace qcc
