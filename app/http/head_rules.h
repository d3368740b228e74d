// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/http1.h"

namespace qcc::http {

/// What is refused although Boost.Beast lets it through. Pure; no parser in here.

/// Method (a token of at most 32 characters) and target (visible ASCII, no fragment).
HttpFault requestLineFault(const RequestHead &head);
/// Names are tokens. Values need no look: HeadScanner has refused control characters anywhere.
HttpFault fieldNamesFault(const HeaderFields &fields);
/// RFC 9112 section 3.2: exactly one Host with HTTP/1.1, at most one with HTTP/1.0, made of the characters of
/// host and port only.
HttpFault hostFault(const RequestHead &head);
/// RFC 9112 section 6: Content-Length and Transfer-Encoding, each at most once, never both, each in its
/// plainest form.
HttpFault framingFault(const HeaderFields &fields, int minorVersion);

/// The framing that the fields announce; only after framingFault() said None. None when they announce
/// nothing.
BodyFraming announcedFraming(const HeaderFields &fields);
/// RFC 9112 section 9.3.
bool staysOpen(const HeaderFields &fields, int minorVersion);

enum class Expectation { None, Continue, Other };
/// RFC 9110 section 10.1.1; an expectation in an HTTP/1.0 request is ignored.
Expectation expectation(const HeaderFields &fields, int minorVersion);

} // namespace qcc::http
