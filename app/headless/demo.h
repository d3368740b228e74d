// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sim/sim_provider.h"
#include "models/domain/result.h"

#include <QStringList>
#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace qcc {

/// Three simulated providers – production, backup, emergency – in a QCC_HOME of their own that is gone
/// afterwards, with a policy that lets a newcomer see a failover and a recovery within a minute. Main thread.
class Demo final
{
public:
    Demo() = default;
    ~Demo();
    Demo(const Demo &) = delete;
    Demo &operator=(const Demo &) = delete;

    /// Starts the providers and writes the configs; the keys stay in a file of the temporary home, the
    /// desktop's keyring is not touched.
    Result<Done> prepare();
    QString home() const { return m_home.path(); }
    /// Lets the provider of @p config answer 503, or mends it. Unknown names do nothing.
    void setBroken(const QString &config, bool broken);
    /// What a person can type now, given the proxy's URL.
    QStringList instructions(const QString &proxyUrl) const;

private:
    Result<Done> addConfigs();

    QTemporaryDir m_home;
    bool m_prepared = false;
    std::optional<QByteArray> m_secretsBefore; ///< QCC_SECRETS, as a person's own home needs it again
    std::vector<std::unique_ptr<sim::SimProvider>> m_providers;
    QByteArray m_token;
};

} // namespace qcc
