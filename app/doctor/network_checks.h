// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/doctor/finding.h"
#include "models/domain/secret.h"
#include "models/domain/settings.h"

#include <QNetworkAccessManager>
#include <QObject>

#include <functional>

class QNetworkReply;

namespace qcc {

inline constexpr std::chrono::milliseconds kDoctorPatience{8'000}; ///< for one answer
inline constexpr std::chrono::seconds kTolerableSkew{120};         ///< between this clock and a provider's
inline constexpr int kMostClocks = 3;                              ///< providers whose clocks are asked

/// Asks a few harmless questions over the network and says what the answers mean. One question after the
/// other; knows nothing of instances. Any thread with an event loop; destroying it cancels.
class NetworkChecks final : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(Findings)>;

    explicit NetworkChecks(QObject *parent = nullptr);

    /// The proxy as a client sees it: answers without a token only what anybody may hear, and takes ours.
    void checkProxy(const QUrl &proxy, const Secret &token, Done done);
    /// This computer's clock against the Date of up to kMostClocks providers; sends no key.
    void checkClock(const Settings &settings, Done done);

private:
    QNetworkReply *ask(const QUrl &url, const QByteArray &token = {}, bool onlyHead = false);
    void askWithoutToken(const QUrl &proxy, Done done);
    void askWithToken(const QUrl &proxy, const QByteArray &token, Done done);
    void askNextClock(Done done);
    void heardClock(QNetworkReply &reply, Done done);

    QNetworkAccessManager m_network;
    std::vector<QUrl> m_clocks; ///< not asked yet, the last one first
};

} // namespace qcc
