// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/alerts/sending.h"
#include "app/alerts/service_form.h"

#include <QNetworkReply>
#include <QTimer>

class QNetworkAccessManager;

namespace qcc {

/// One HTTP request to a service and the judgement of its answer. Follows no redirect, keeps no cookie, reads
/// at most kMostAnswerBytes.
class HttpSending final : public Sending
{
    Q_OBJECT
public:
    using Judge = SendOutcome (*)(const HttpAnswer &answer);

    struct Limits
    {
        QString caFile;             ///< one more authority; empty: the system's alone
        milliseconds whole{20'000}; ///< from the start to the last byte
    };

    /// @p manager must outlive it.
    HttpSending(QNetworkAccessManager &manager, const HttpAsk &ask, Judge judge, const Limits &limits,
                QObject *parent = nullptr);
    ~HttpSending() override;

private:
    void onReadable();
    void onTlsErrors(const QList<QSslError> &errors);
    void onTooLate();
    void onFinished();
    SendOutcome unreachable() const;

    Judge m_judge;
    QString m_host;
    QNetworkReply *m_reply = nullptr; ///< ours
    QByteArray m_body;
    QString m_tlsTrouble;
    QTimer m_deadline{this};
    bool m_late = false;
};

} // namespace qcc
