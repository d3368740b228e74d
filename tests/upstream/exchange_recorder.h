// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/upstream/transport.h"

#include <functional>

namespace qcc::test {

/// Hears one attempt, remembers it, and sees to it that the seam's promised order of calls is kept.
struct ExchangeRecorder final : UpstreamListener
{
    enum class Moment { Head, Body, BatchEnd, End, Fault };

    void onHead(const ResponseHead &answered) override
    {
        if (head || isOver() || starting)
            ++disorders;
        head = answered;
        tell(Moment::Head);
    }
    void onBody(QByteArrayView bytes) override
    {
        if (!head || isOver() || starting || bytes.isEmpty())
            ++disorders;
        body.append(bytes.data(), bytes.size());
        largestPiece = std::max(largestPiece, bytes.size());
        ++pieces;
        inBatch = true;
        tell(Moment::Body);
    }
    void onBatchEnd() override
    {
        if (!head || isOver() || starting)
            ++disorders;
        inBatch = false;
        tell(Moment::BatchEnd);
    }
    void onEnd() override
    {
        if (!head || isOver() || starting)
            ++disorders;
        ended = true;
        tell(Moment::End);
    }
    void onFault(TransportFault what, const QString &words) override
    {
        if (isOver() || starting)
            ++disorders;
        fault = what;
        detail = words;
        tell(Moment::Fault);
    }

    bool isOver() const { return ended || fault.has_value(); }
    QByteArray field(QByteArrayView name) const
    {
        const QByteArray *value = head ? findField(head->fields, name) : nullptr;
        return value ? *value : QByteArray();
    }
    void cancel() { exchange.reset(); }

    std::unique_ptr<UpstreamExchange> exchange;
    std::function<void(Moment)> also; ///< called after each is noted; may cancel
    std::optional<ResponseHead> head;
    QByteArray body;
    qsizetype largestPiece = 0;
    int pieces = 0;
    int disorders = 0; ///< calls that break the promised order
    bool inBatch = false;
    bool starting = false; ///< set by the bench around start()
    bool ended = false;
    std::optional<TransportFault> fault;
    QString detail;

private:
    void tell(Moment moment)
    {
        if (const auto call = also)
            call(moment);
    }
};

} // namespace qcc::test
