// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/http_message.h"

#include <functional>
#include <optional>

namespace qcc {

/// Limits of one message head.
struct HeadLimits
{
    qsizetype bytes = 32 * 1024;
    int fields = 100;
};
inline constexpr HeadLimits kRequestHeadLimits{32 * 1024, 100};
inline constexpr HeadLimits kResponseHeadLimits{64 * 1024, 200};

/// Why a message is refused. Whatever is ambiguous is refused: RFC 9112 sections 2.2, 5, 6, 7 and 11.2.
enum class HttpFault {
    None,
    BadStartLine,
    BadVersion,          ///< other than HTTP/1.0 and HTTP/1.1
    BadLineEnding,       ///< bare LF or bare CR
    BadField,            ///< no colon, space before the colon, empty or odd name, control character, folding
    BadHost,             ///< missing (1.1), repeated, or odd
    BadContentLength,    ///< repeated, list, sign, space, not digits, too large for 63 bits
    BadTransferEncoding, ///< anything but exactly one `chunked`, or with HTTP/1.0
    LengthAndChunked,    ///< Content-Length together with Transfer-Encoding
    BadChunk,            ///< size, extension, line ending, trailer
    HeadTooLarge,        ///< 431
    TooManyFields,       ///< 431
};

struct BodyFraming
{
    enum class Kind { None, Length, Chunked, UntilClose };
    Kind kind = Kind::None;
    quint64 length = 0; ///< with Length
    bool operator==(const BodyFraming &) const = default;
};

/// Finds the end of a message head while its bytes arrive, and refuses early what can never become a head:
/// bare LF or CR, control characters, a start line without HTTP/1.x, folding, a head over the limits. One
/// empty line before the start line is tolerated (RFC 9112 section 2.2; parseResponseHead refuses it). The
/// verdict does not depend on how the bytes were split. Any thread, one at a time.
class HeadScanner
{
public:
    enum class Status { Incomplete, Complete, Bad };
    explicit HeadScanner(HeadLimits limits) : m_limits(limits) {}

    /// @p bytes: everything received for this message so far, from its first byte; the scan goes on where it
    /// stopped. Complete and Bad are final: later calls repeat them.
    Status scan(QByteArrayView bytes);
    /// Bytes of the head, blank line included; valid when Complete.
    qsizetype headSize() const { return m_position; }
    HttpFault fault() const { return m_fault; }

private:
    Status refuse(HttpFault fault);
    HttpFault oddByteFault() const;
    Status endLine(QByteArrayView bytes);

    HeadLimits m_limits;
    Status m_status = Status::Incomplete;
    qsizetype m_position = 0;
    qsizetype m_lineStart = 0;
    int m_lines = 0; ///< complete lines, the start line included
    HttpFault m_fault = HttpFault::None;
};

struct ParsedRequest
{
    HttpFault fault = HttpFault::None;
    RequestHead head;
    BodyFraming framing;
    bool keepAlive = true;       ///< RFC 9112 section 9.3
    bool expectContinue = false; ///< Expect: 100-continue
    bool expectOther = false;    ///< any other expectation: 417
};

/// Parses a complete head (HeadScanner's headSize() bytes; anything else is refused). Boost.Beast's parser
/// first, then our stricter rules: RFC 9112 sections 3, 5 and 6, RFC 9110 section 7.2. `head` is complete
/// only when the fault is None.
ParsedRequest parseRequestHead(QByteArrayView head, HeadLimits limits = kRequestHeadLimits);

struct ParsedResponse
{
    HttpFault fault = HttpFault::None;
    ResponseHead head;
    BodyFraming
        framing; ///< RFC 9112 section 6.3, for an answer to that method: HEAD, 1xx, 204 and 304 have none
    bool keepAlive = true;
};

/// The same for an answer to a request with @p method. A missing reason, with or without the space before it,
/// is tolerated.
ParsedResponse parseResponseHead(QByteArrayView head, QByteArrayView method,
                                 HeadLimits limits = kResponseHeadLimits);

/// Undoes `Transfer-Encoding: chunked` (RFC 9112 section 7.1), strictly: sizes of 1–16 hex digits (no sign,
/// space or prefix), extensions of visible characters, CRLF only, trailers checked and dropped, all of them
/// bounded (extensions per chunk, trailers together). Keeps no bytes. Any thread, one at a time.
class ChunkedDecoder
{
public:
    enum class Status { NeedMore, Done, Bad };
    static constexpr qsizetype kExtensionLimit = 4096;
    static constexpr qsizetype kTrailerLimit = 16 * 1024;

    struct Step
    {
        Status status = Status::NeedMore;
        qsizetype consumed = 0; ///< bytes of the input used up
        QByteArrayView data;    ///< body bytes among them (a view into the input), may be empty
    };
    /// Takes at most one run of body bytes from @p input; call again with the rest until consumed == 0 or
    /// status != NeedMore.
    Step next(QByteArrayView input);

private:
    enum class State {
        Size,
        Extension,
        SizeLf,
        Data,
        DataCr,
        DataLf,
        TrailerStart,
        TrailerName,
        TrailerValue,
        TrailerLf,
        EndLf,
        Done,
        Bad
    };
    State afterByte(unsigned char byte);
    State sizeByte(unsigned char byte);
    State extensionByte(unsigned char byte);
    State trailerByte(unsigned char byte);

    State m_state = State::Size;
    quint64 m_remaining = 0;
    int m_sizeDigits = 0;
    qsizetype m_extensionBytes = 0;
    qsizetype m_trailerBytes = 0;
};

/// Start line (always HTTP/1.1) and fields as bytes, blank line included. Nothing may hold CR, LF or NUL
/// (asserted; in a release build each becomes a space, RFC 9110 section 5.5).
QByteArray serializeRequestHead(QByteArrayView method, QByteArrayView target, const HeaderFields &fields);
QByteArray serializeResponseHead(int status, QByteArrayView reason, const HeaderFields &fields);
/// The standard reason phrase; "Unknown" for others.
QByteArray reasonPhrase(int status);
/// "1a\r\n", for a chunk of that size.
QByteArray chunkHeader(qsizetype size);

} // namespace qcc
