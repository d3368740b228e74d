// SPDX-License-Identifier: GPL-3.0-or-later
// An HTTP/2 provider for tests/upstream/tst_http2: node h2_server.mjs KEY CERTIFICATE
// Prints "port N" once it listens on loopback, ends when its standard input ends. Routes:
//   POST /stream?events=N   N server-sent events, 10 ms apart, then done; the fields x-session and x-body say which connection (from 1)
//                           it came over and the SHA-256 of the request's body
//   POST /large?kib=N       N KiB, 50 MiB a second, no faster than the reader
//   POST /reset             head and one event, then RST_STREAM
//   POST /reset-at-once     RST_STREAM (INTERNAL_ERROR) instead of an answer
//   POST /goodbye           head and one event, then the whole connection is destroyed
//   POST /hang              nothing
//   POST /hints             as /stream, after a 103
//   GET  /counts            {"sessions":…,"streams":…,"aborted":…,"sent":…} so far
//   GET  /echo              the request's fields as JSON, in order
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { constants, createSecureServer } from 'node:http2';

const [key, cert] = process.argv.slice(2).map((path) => readFileSync(path));
const server = createSecureServer({ key, cert, allowHTTP1: false });
const counts = { sessions: 0, streams: 0, aborted: 0, sent: 0 };
const sessionNumbers = new WeakMap();

server.on('session', (session) => sessionNumbers.set(session, ++counts.sessions));
server.on('sessionError', () => {});

const event = (number) => `event: content_block_delta\ndata: {"number":${number}}\n\n`;

function stream(out, fields, url) {
  const events = Number(url.searchParams.get('events') ?? 3);
  out.respond({ ':status': 200, 'content-type': 'text/event-stream', ...fields });
  let sent = 0;
  const timer = setInterval(() => {
    if (sent < events) return out.write(event(sent++));
    clearInterval(timer);
    out.end();
  }, 10);
  out.on('close', () => clearInterval(timer));
}

function large(out, fields, url) {
  const piece = Buffer.alloc(256 * 1024, 'x');
  const mostWaiting = 4 * piece.length;
  let left = Number(url.searchParams.get('kib')) * 1024;
  out.respond({ ':status': 200, 'content-type': 'application/octet-stream', ...fields });
  const timer = setInterval(() => {
    if (out.writableLength >= mostWaiting) return;
    if (left <= 0) return out.end(() => clearInterval(timer));
    left -= piece.length;
    counts.sent += piece.length;
    out.write(piece);
  }, 5);
  out.on('close', () => clearInterval(timer));
}

function answer(out, headers, body) {
  const url = new URL(headers[':path'], 'https://localhost');
  const fields = {
    'x-session': String(sessionNumbers.get(out.session)),
    'x-body': createHash('sha256').update(body).digest('hex'),
  };
  const begin = () => {
    // Waiting for trailers keeps node from ending the stream in order before it resets it.
    out.respond({ ':status': 200, 'content-type': 'text/event-stream', ...fields }, { waitForTrailers: true });
    out.write(event(0));
  };
  switch (url.pathname) {
    case '/stream': return stream(out, fields, url);
    case '/large': return large(out, fields, url);
    case '/reset': begin(); return setTimeout(() => out.close(constants.NGHTTP2_INTERNAL_ERROR), 30);
    case '/reset-at-once': return out.close(constants.NGHTTP2_INTERNAL_ERROR);
    case '/goodbye': begin(); return setTimeout(() => out.session?.destroy(), 30);
    case '/hang': return undefined;
    case '/hints': out.additionalHeaders({ ':status': 103, link: '</x>' }); return stream(out, fields, url);
    case '/counts': out.respond({ ':status': 200 }); return out.end(JSON.stringify(counts));
    case '/echo': out.respond({ ':status': 200 }); return out.end(JSON.stringify(Object.entries(headers)));
    default: out.respond({ ':status': 404 }); return out.end();
  }
}

server.on('stream', (out, headers) => {
  ++counts.streams;
  const pieces = [];
  out.on('error', () => {});
  out.on('aborted', () => ++counts.aborted);
  out.on('data', (piece) => pieces.push(piece));
  out.on('end', () => answer(out, headers, Buffer.concat(pieces)));
});

server.listen(0, '127.0.0.1', () => console.log(`port ${server.address().port}`));
process.stdin.on('end', () => process.exit(0)).resume();
