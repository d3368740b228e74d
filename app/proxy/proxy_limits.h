// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"

#include <QtGlobal>

namespace qcc {

/// The proxy's limits, by name; the defaults are in force unless a test or a person changes them. Sources:
/// gateway.md sections 3 to 5.
struct ProxyLimits
{
    milliseconds requestHead{10'000};    ///< from the first byte (or the connection) to the end of the head
    milliseconds bodySilence{60'000};    ///< between two bytes of a request body
    milliseconds keepAliveIdle{300'000}; ///< between two requests on a connection
    milliseconds stalledReader{300'000}; ///< a client that takes nothing while bytes wait for it
    milliseconds lingering{
        2'000}; ///< silence while reading on after an answer that closes, so that it is not lost to a reset
    milliseconds lingeringTotal{30'000}; ///< the same in total, behind an upload that runs on
    milliseconds firstPing{
        15'000}; ///< a stream without content: the client gets a head and a ping, and again after as long
    milliseconds allTries{
        240'000}; ///< all tries together, from the end of the request to the first byte of content
    milliseconds unstreamedTry{180'000}; ///< the head of such an answer, while another candidate is left
    milliseconds unstreamedAnswer{
        600'000};                   ///< an answer without streaming, in total, from the end of the request
    milliseconds stopGrace{30'000}; ///< running streams at a graceful stop
    milliseconds longestHold{
        50'000}; ///< a request is held for a limit that ends within it; see models/rules/hold.h
    milliseconds holdSpacing{1'000}; ///< between two that are let go, unless the first one has content before
    int connections = 1'000;         ///< clients at a time
    int turnedAway = 64;             ///< more, who are told so; beyond them connections are just closed
    qint64 requestBody = 64LL * 1024 * 1024;
    qsizetype pipelined = 64 * 1024;   ///< bytes of further requests that are read while one runs
    qsizetype heldAnswer = 256 * 1024; ///< bytes of an answer held back before it is committed
    qsizetype sendAhead = 128 * 1024; ///< bytes waiting for a client before its provider is not read any more
    int overloadedRetries = 2;        ///< on the same endpoint, when there is no other
    int heldRequests = 64;            ///< waiting for the end of a limit at a time
    int holds = 10;                   ///< of one request
    qint64 repairedBody = 16LL * 1024 * 1024; ///< larger ones are not looked through for thinking blocks
};

} // namespace qcc
