// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/health/endpoint_check.h"

#include "models/rules/classify.h"
#include "models/rules/model_mapping.h"
#include "models/rules/request_target.h"

namespace qcc {
namespace {

using SteadyClock = std::chrono::steady_clock;

milliseconds since(SteadyClock::time_point moment)
{
    return std::chrono::duration_cast<milliseconds>(SteadyClock::now() - moment);
}

/// The smallest request of its kind; a GET has no body.
QByteArray bodyOf(CheckRung rung, const QByteArray &model)
{
    if (rung == CheckRung::Models)
        return {};
    QJsonObject request{{QStringLiteral("model"), QString::fromUtf8(model)},
                        {QStringLiteral("messages"),
                         QJsonArray{QJsonObject{{QStringLiteral("role"), QStringLiteral("user")},
                                                {QStringLiteral("content"), QStringLiteral("hi")}}}}};
    if (rung == CheckRung::Message)
        request.insert(QStringLiteral("max_tokens"), 1);
    return QJsonDocument(request).toJson(QJsonDocument::Compact);
}

QByteArray targetOf(CheckRung rung)
{
    switch (rung) {
    case CheckRung::Models:
        return QByteArrayLiteral("/v1/models?limit=1");
    case CheckRung::CountTokens:
        return QByteArrayLiteral("/v1/messages/count_tokens");
    case CheckRung::Message:
        return QByteArrayLiteral("/v1/messages");
    }
    Q_UNREACHABLE();
}

bool isEventStream(const ResponseHead &head)
{
    const QByteArray *type = findField(head.fields, "Content-Type");
    return type && type->trimmed().toLower().startsWith("text/event-stream");
}

} // namespace

/// A request body that is there as a whole.
class EndpointCheck::Body final : public BodySource
{
public:
    explicit Body(QByteArray bytes) : m_bytes(std::move(bytes)) {}
    std::optional<QByteArray> read(qint64 offset, qint64 most) override { return m_bytes.mid(offset, most); }
    qint64 size() const override { return m_bytes.size(); }
    bool complete() const override { return true; }

private:
    QByteArray m_bytes;
};

EndpointCheck::EndpointCheck(Order order, const HealthOptions &options, HealthHost &host, Done done)
    : m_order(std::move(order)), m_options(options), m_host(host), m_done(std::move(done)),
      m_total([this] { outOfTime(); })
{
}

EndpointCheck::~EndpointCheck() = default;

void EndpointCheck::start()
{
    m_startedAt = m_host.now();
    m_total.set(m_options.totalLimit);
    send(*m_order.ladder.next());
}

void EndpointCheck::send(const LadderStep &step)
{
    m_body = std::make_unique<Body>(bodyOf(step.rung, model()));
    m_decoder.reset();
    m_head.reset();
    m_answer.clear();
    m_sentAt = SteadyClock::now();
    if (step.rung == CheckRung::Message)
        ++m_messagesSent;
    UpstreamTransport &transport = m_host.transportFor(m_order.endpoint);
    m_exchange = transport.start(m_order.endpoint, requestFor(step), *m_body, *this);
}

const Config *EndpointCheck::config() const
{
    const EndpointId &id = m_order.stored.value.isEmpty() ? m_order.endpoint.id : m_order.stored;
    return m_host.checkedSettings().ownerOf(id);
}

/// By the name under which its provider knows it.
QByteArray EndpointCheck::model() const
{
    const Config *config = this->config();
    return config ? mappedModel(config->modelMappings, m_options.model).value_or(m_options.model)
                  : m_options.model;
}

UpstreamRequest EndpointCheck::requestFor(const LadderStep &step) const
{
    HeaderFields fields{{"accept", "application/json"},
                        {"user-agent", "qcc/" QCC_VERSION " (health check)"},
                        {"anthropic-version", "2023-06-01"}};
    UpstreamRequest request;
    request.hasBody = step.rung != CheckRung::Models;
    if (request.hasBody) {
        fields.push_back({"content-type", "application/json"});
        request.contentLength = m_body->size();
    }
    static const Secret kNoKey;
    const Secret &key = step.credential == Credential::Own ? m_order.key : kNoKey;
    request.method = request.hasBody ? "POST" : "GET";
    request.target = upstreamTarget(m_order.endpoint.url, targetOf(step.rung));
    const Config *config = this->config();
    request.fields = upstreamFields(fields, m_order.endpoint, key, m_host.via(),
                                    config ? config->extraHeaders : std::vector<ExtraHeader>());
    request.headerLimit = std::min(m_order.endpoint.limits.header, m_options.headLimit);
    return request;
}

void EndpointCheck::onHead(const ResponseHead &head)
{
    m_head = head;
    if (m_order.ladder.next()->credential == Credential::Own)
        m_latency = since(m_sentAt);
    const QByteArray *coding = findField(head.fields, "Content-Encoding");
    m_decoder = ContentDecoder::make(coding ? QByteArrayView(*coding) : QByteArrayView());
    // What the head decides is not waited for; error bodies are read for the type they name.
    if (head.status < 200 || (head.status >= 300 && head.status <= 399))
        answered(TransportFault::None, false);
}

void EndpointCheck::onBody(QByteArrayView bytes)
{
    if (m_decoder) {
        const std::optional<QByteArray> plain = m_decoder->decode(bytes);
        if (!plain)
            return answered(TransportFault::Protocol, false); // not the coding that it says
        m_answer += *plain;
    } else {
        m_answer.append(bytes.data(), bytes.size()); // only its size matters
    }
    if (m_answer.size() >= kCheckedBody)
        answered(TransportFault::None, false);
}

void EndpointCheck::onEnd()
{
    answered(TransportFault::None, true);
}

void EndpointCheck::onFault(TransportFault fault, const QString &)
{
    answered(fault, false);
}

void EndpointCheck::outOfTime()
{
    if (m_head)
        return answered(TransportFault::TotalTimeout, false);
    answered(m_exchange->nothingSent() ? TransportFault::ConnectTimeout : TransportFault::HeaderTimeout,
             false);
}

/// The request has ended, or enough of its answer is known.
void EndpointCheck::answered(TransportFault fault, bool bodyComplete)
{
    m_exchange.reset(); // cancels what is left of the answer
    const LadderStep step = *m_order.ladder.next();
    AttemptEnd end;
    end.kind = requestKindOf(step.rung);
    end.method = step.rung == CheckRung::Models ? "GET" : "POST";
    end.fault = fault;
    end.head = m_head ? &*m_head : nullptr;
    end.body = QByteArrayView(m_answer).first(std::min(m_answer.size(), kJudgedBody));
    end.bodyComplete = bodyComplete && m_answer.size() <= kJudgedBody;
    end.eventStream = m_head && isEventStream(*m_head);
    end.observable = m_decoder != nullptr;
    end.jitter = m_host.jitter();
    m_order.ladder.ended(classify(end, m_host.now()));
    if (!m_order.ladder.next())
        return finish();
    send(*m_order.ladder.next());
}

void EndpointCheck::finish()
{
    m_total.clear();
    CheckReport report = m_order.ladder.finding();
    report.endpoint = m_order.endpoint.id;
    report.latency = m_latency;
    report.startedAt = m_startedAt;
    report.endedAt = m_host.now();
    const Done done = m_done; // the call may destroy us
    done(report);
}

} // namespace qcc
