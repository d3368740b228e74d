// SPDX-License-Identifier: GPL-3.0-or-later
// The only source that knows Boost.Beast.
#include "app/http/head_rules.h"
#include "app/http/http1.h"

#include <boost/beast/http/basic_parser.hpp>

namespace qcc {

namespace {

namespace beast = boost::beast;
namespace bhttp = boost::beast::http;

QByteArray bytesOf(beast::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

/// What both kinds of head share: fields are collected, bodies never arrive here (skip()).
template <bool isRequest> class Collector : public bhttp::basic_parser<isRequest>
{
public:
    explicit Collector(HeaderFields &fields, HeadLimits limits) : m_fields(fields)
    {
        this->header_limit(static_cast<std::uint32_t>(limits.bytes));
        this->skip(true);
    }

protected:
    void on_field_impl(bhttp::field, beast::string_view name, beast::string_view value,
                       beast::error_code &) override
    {
        m_fields.push_back({bytesOf(name), bytesOf(value)});
    }
    void on_header_impl(beast::error_code &) override {}
    void on_body_init_impl(const boost::optional<std::uint64_t> &, beast::error_code &) override {}
    std::size_t on_body_impl(beast::string_view, beast::error_code &) override { return 0; }
    void on_chunk_header_impl(std::uint64_t, beast::string_view, beast::error_code &) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, beast::string_view, beast::error_code &) override
    {
        return 0;
    }
    void on_finish_impl(beast::error_code &) override {}

private:
    HeaderFields &m_fields;
};

class RequestCollector final : public Collector<true>
{
public:
    RequestCollector(RequestHead &head, HeadLimits limits) : Collector(head.fields, limits), m_head(head) {}

protected:
    void on_request_impl(bhttp::verb, beast::string_view method, beast::string_view target, int version,
                         beast::error_code &) override
    {
        m_head.method = bytesOf(method);
        m_head.target = bytesOf(target);
        m_head.minorVersion = version - 10;
    }
    void on_response_impl(int, beast::string_view, int, beast::error_code &) override {}

private:
    RequestHead &m_head;
};

class ResponseCollector final : public Collector<false>
{
public:
    ResponseCollector(ResponseHead &head, HeadLimits limits) : Collector(head.fields, limits), m_head(head) {}

protected:
    void on_request_impl(bhttp::verb, beast::string_view, beast::string_view, int,
                         beast::error_code &) override
    {
    }
    void on_response_impl(int status, beast::string_view reason, int version, beast::error_code &) override
    {
        m_head.status = status;
        m_head.reason = bytesOf(reason);
        m_head.minorVersion = version - 10;
    }

private:
    ResponseHead &m_head;
};

/// Beast reports a clash of lengths at whichever field comes second; @p seen are the fields before it.
HttpFault faultOf(const beast::error_code &code, const HeaderFields &seen)
{
    if (code == bhttp::error::bad_method || code == bhttp::error::bad_target ||
        code == bhttp::error::bad_status || code == bhttp::error::bad_reason)
        return HttpFault::BadStartLine;
    if (code == bhttp::error::bad_version)
        return HttpFault::BadVersion;
    if (code == bhttp::error::bad_line_ending)
        return HttpFault::BadLineEnding;
    if (code == bhttp::error::header_limit)
        return HttpFault::HeadTooLarge;
    if (code == bhttp::error::bad_content_length)
        return findField(seen, "transfer-encoding") ? HttpFault::LengthAndChunked
                                                    : HttpFault::BadContentLength;
    if (code == bhttp::error::bad_transfer_encoding)
        return findField(seen, "content-length") ? HttpFault::LengthAndChunked
                                                 : HttpFault::BadTransferEncoding;
    return HttpFault::BadField;
}

/// The scanner's rules hold for a head that comes from elsewhere, too; Beast alone would join folded lines.
HttpFault scanFault(QByteArrayView head, HeadLimits limits)
{
    HeadScanner scanner(limits);
    const HeadScanner::Status status = scanner.scan(head);
    if (status == HeadScanner::Status::Bad)
        return scanner.fault();
    const bool whole = status == HeadScanner::Status::Complete && scanner.headSize() == head.size();
    return whole ? HttpFault::None : HttpFault::BadLineEnding;
}

template <typename Parser> HttpFault feed(Parser &parser, QByteArrayView head, const HeaderFields &fields)
{
    beast::error_code code;
    const std::size_t used =
        parser.put(boost::asio::const_buffer(head.data(), static_cast<std::size_t>(head.size())), code);
    if (code)
        return faultOf(code, fields);
    const bool whole = parser.is_header_done() && used == static_cast<std::size_t>(head.size());
    return whole ? HttpFault::None : HttpFault::BadField;
}

HttpFault firstFault(std::initializer_list<HttpFault> faults)
{
    const auto it =
        std::find_if(faults.begin(), faults.end(), [](HttpFault fault) { return fault != HttpFault::None; });
    return it == faults.end() ? HttpFault::None : *it;
}

/// "HTTP/1.1 200" CRLF, which many servers send, is completed to "HTTP/1.1 200 " CRLF. Empty when nothing is
/// to be done.
QByteArray withReasonSpace(QByteArrayView head)
{
    constexpr qsizetype codeEnd = sizeof("HTTP/1.1 200") - 1;
    if (head.size() <= codeEnd || head[codeEnd] != '\r')
        return {};
    return head.first(codeEnd).toByteArray().append(' ').append(head.sliced(codeEnd));
}

BodyFraming responseFraming(const ResponseHead &head, QByteArrayView method)
{
    if (method == "HEAD" || head.status / 100 == 1 || head.status == 204 || head.status == 304)
        return {};
    const BodyFraming announced = http::announcedFraming(head.fields);
    return announced.kind == BodyFraming::Kind::None ? BodyFraming{BodyFraming::Kind::UntilClose, 0}
                                                     : announced;
}

} // namespace

ParsedRequest parseRequestHead(QByteArrayView head, HeadLimits limits)
{
    ParsedRequest parsed;
    parsed.fault = scanFault(head, limits);
    if (parsed.fault != HttpFault::None)
        return parsed;
    if (head.startsWith("\r\n"))
        head = head.sliced(2);
    RequestCollector collector(parsed.head, limits);
    parsed.fault = feed(collector, head, parsed.head.fields);
    if (parsed.fault != HttpFault::None)
        return parsed;
    const RequestHead &result = parsed.head;
    parsed.fault =
        firstFault({http::requestLineFault(result), http::fieldNamesFault(result.fields),
                    http::hostFault(result), http::framingFault(result.fields, result.minorVersion)});
    if (parsed.fault != HttpFault::None)
        return parsed;
    parsed.framing = http::announcedFraming(result.fields);
    parsed.keepAlive = http::staysOpen(result.fields, result.minorVersion);
    const http::Expectation expected = http::expectation(result.fields, result.minorVersion);
    parsed.expectContinue = expected == http::Expectation::Continue;
    parsed.expectOther = expected == http::Expectation::Other;
    return parsed;
}

ParsedResponse parseResponseHead(QByteArrayView head, QByteArrayView method, HeadLimits limits)
{
    ParsedResponse parsed;
    parsed.fault = scanFault(head, limits);
    if (parsed.fault != HttpFault::None)
        return parsed;
    const QByteArray completed = withReasonSpace(head);
    ResponseCollector collector(parsed.head,
                                {limits.bytes + 1, limits.fields}); // the added space does not count
    parsed.fault =
        feed(collector, completed.isEmpty() ? head : QByteArrayView(completed), parsed.head.fields);
    if (parsed.fault != HttpFault::None)
        return parsed;
    const ResponseHead &result = parsed.head;
    if (result.status < 100 || result.status > 599) {
        parsed.fault = HttpFault::BadStartLine;
        return parsed;
    }
    parsed.fault = firstFault(
        {http::fieldNamesFault(result.fields), http::framingFault(result.fields, result.minorVersion)});
    parsed.framing = responseFraming(result, method);
    parsed.keepAlive = http::staysOpen(result.fields, result.minorVersion) &&
                       parsed.framing.kind != BodyFraming::Kind::UntilClose;
    return parsed;
}

} // namespace qcc
