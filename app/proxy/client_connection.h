// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/io/byte_stream.h"
#include "app/io/deadline.h"
#include "app/proxy/answer_writer.h"
#include "app/proxy/reader_watch.h"
#include "app/proxy/request_body_reader.h"
#include "app/proxy/request_course.h"

namespace qcc {

class ProxyServer;

/// One client's connection: heads are read and guarded, bodies handed to the request's course, answers
/// framed. One request at a time; bytes of further ones wait (bounded). A client that ends its direction
/// while its request runs has gone away: that is how Esc looks. Engine thread.
///
///   Head --allowed--> Request --answer ended, body read--> Head
///     |                  |
///     +-- refused, or an answer that closes --> Lingering --peer closes, or time is up--> (gone)
class ClientConnection final : public QObject, private StreamListener, private AnswerSink
{
    Q_OBJECT
public:
    ClientConnection(StreamPtr stream, ProxyServer &server, PeerPlace peer);
    ~ClientConnection() override;

    /// Waits for a request, none of whose bytes are here, and has taken all answers: may be closed to make
    /// room.
    bool isIdle() const { return m_state == State::Head && m_in.isEmpty() && m_stream->pendingBytes() == 0; }
    Deadline::Clock::time_point idleSince() const { return m_idleSince; }
    bool hasRequest() const { return m_state == State::Request; }
    /// After the running request, no further one. Closes at once when there is none.
    void closeSoon();
    bool closesSoon() const { return m_closeSoon; }
    /// Ends now; a running answer is broken off.
    void closeNow();
    /// Over the limit of connections: one answer, then the end.
    void turnAway(const OwnAnswer &answer) { refuse(answer); }

private:
    enum class State { Head, Request, Lingering, Closed };

    void onBytes(QByteArrayView bytes) override;
    void onDrained() override;
    void onClosed(StreamFault fault, const QString &detail) override;

    void beginAnswer(const ResponseHead &head, std::optional<qint64> length) override;
    void writeBody(QByteArrayView bytes) override;
    void flush() override;
    void endAnswer() override;
    void breakOff() override;
    qsizetype waitingBytes() const override;

    void processInput();
    void readHead();
    void accept(const ParsedRequest &parsed, const QByteArray &originForm);
    QByteArrayView feedBody(QByteArrayView bytes);
    void spoiltBody(const OwnAnswer &answer);
    void keepForLater(QByteArrayView bytes);
    void answer(const OwnAnswer &answer, AnswerForm form);
    void refuse(const OwnAnswer &answer);
    void openWriter(AnswerForm form);
    void noteWritten();
    void afterAnswer();
    void rest();
    enum class Upload { Read, Running };
    void linger(Upload upload);
    void lingerOn();
    void limitReached();
    void gone();

    StreamPtr m_stream;
    ProxyServer &m_server;
    PeerPlace m_peer;
    State m_state = State::Head;
    QByteArray m_in; ///< bytes not yet used: a head in the making, or further requests
    HeadScanner m_scanner;
    std::optional<RequestBodyReader> m_body;
    std::optional<AnswerWriter> m_writer;
    qint64 m_noted = 0;                ///< of m_writer's bytes, known to m_reader
    RequestCourse *m_course = nullptr; ///< owned as a child; deleted by the event loop
    Deadline m_limit; ///< what we wait for from the client: a request, its head, its body, its leaving
    ReaderWatch m_reader;
    Deadline::Clock::time_point m_idleSince = Deadline::Clock::now();
    Deadline::Clock::time_point m_lingerEnd;
    milliseconds m_lingerFor{0};
    bool m_headBegun = false;
    bool m_closeSoon = false;
    bool m_processing = false;
};

} // namespace qcc
