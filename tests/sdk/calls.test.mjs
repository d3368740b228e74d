// SPDX-License-Identifier: GPL-3.0-or-later
// What a user of the client calls, when all is well.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { clientOf, hello, textOf } from './client.mjs';
import { eventually, Proxy, rawRequest, Sim } from './programs.mjs';

const kParallel = 50;
const kAbortLimit = 1_000; // ms, gateway.md section 3: the client went away

describe('the official client through the proxy', () => {
  let sim, proxy, client;

  before(async () => {
    sim = await Sim.start('production', ['--events', '20', '--interval', '5ms', '--same-ids']);
    proxy = await Proxy.start({ production: sim });
    client = clientOf(proxy);
  });
  after(async () => {
    const end = await proxy?.stop();
    await sim?.stop();
    assert.deepEqual(end, { code: 0, signal: null });
  });

  it('creates a message', async () => {
    const { data, response, request_id } = await client.messages.create(hello).withResponse();
    assert.match(textOf(data), /^Hello from production!/);
    assert.equal(data.stop_reason, 'end_turn');
    assert.match(request_id, /^req_/);
    assert.equal(response.headers.get('x-qcc-config'), 'production');
    assert.equal(response.headers.get('x-qcc-endpoint'), 'sim');
    assert.equal(response.headers.get('x-qcc-attempts'), '1');
  });

  it('streams events and gives the final message', async () => {
    const stream = client.messages.stream(hello);
    const types = [];
    let text = '';
    stream.on('streamEvent', (event) => types.push(event.type));
    stream.on('text', (piece) => (text += piece));
    const message = await stream.finalMessage();
    assert.equal(types[0], 'message_start');
    assert.equal(types.filter((type) => type === 'content_block_delta').length, 20);
    assert.equal(types.at(-1), 'message_stop');
    assert.equal(textOf(message), text);
    assert.match(text, /^Hello from production!/);
    assert.equal(message.usage.output_tokens, 20);
  });

  it('counts tokens', async () => {
    const { max_tokens, ...countable } = hello;
    const count = await client.messages.countTokens(countable);
    assert.ok(count.input_tokens > 0);
  });

  it('lists and finds models', async () => {
    const ids = [];
    for await (const model of client.models.list({ limit: 1000 })) ids.push(model.id);
    assert.deepEqual(ids, ['claude-sonnet-4-5', 'claude-opus-4-1', 'claude-haiku-4-5']);
    assert.equal((await client.models.retrieve(ids[1])).id, ids[1]);
  });

  it('sends a body of 8 MiB byte for byte', async () => {
    const content = 'The quick brown fox. äöü \u{1f98a} "\\" '.repeat(8 * 1024 * 27).slice(0, 8 * 1024 * 1024);
    const body = { ...hello, messages: [{ role: 'user', content }] };
    await sim.forget();
    assert.match(textOf(await client.messages.create(body)), /^Hello/);
    const [received] = await sim.log();
    const sent = Buffer.from(JSON.stringify(body));
    assert.ok(received.body_size >= 8 * 1024 * 1024);
    assert.equal(received.body_size, sent.length);
    assert.equal(received.body_sha256, createHash('sha256').update(sent).digest('hex'));
  });

  it('brings the same bytes as a direct connection', async () => {
    for (const stream of [true, false]) {
      const body = JSON.stringify({ ...hello, stream });
      const ask = (url, key) => rawRequest(`${url}/v1/messages?beta=true`, {
        method: 'POST', body, headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      });
      const direct = await ask(sim.url, 'key-of-production');
      const proxied = await ask(proxy.url, proxy.token);
      assert.equal(direct.status, 200);
      assert.equal(proxied.status, 200);
      assert.ok(direct.body.length > (stream ? 1000 : 200));
      assert.ok(proxied.body.equals(direct.body), 'the bytes differ');
      const own = ['x-qcc-config', 'x-qcc-endpoint', 'x-qcc-attempts', 'date', 'connection', 'keep-alive'];
      const theirs = (headers) => Object.fromEntries(Object.entries(headers).filter(
        ([name]) => !own.includes(name) && !name.endsWith('-reset')));
      assert.deepEqual(theirs(proxied.headers), theirs(direct.headers));
    }
  });

  it('tells the provider of an abort in mid-stream within a second', async () => {
    const slow = await Sim.start('slow', ['--events', '1000', '--interval', '50ms']);
    try {
      await proxy.qcc(['endpoint', 'edit', 'production', 'sim', '--url', slow.url]);
      const stream = client.messages.stream(hello);
      await new Promise((resolve, reject) => stream.on('text', resolve).on('error', reject));
      const aborted = Date.now();
      stream.abort();
      await assert.rejects(stream.finalMessage(), { name: 'APIUserAbortError' });
      let seen;
      assert.ok(await eventually(async () => ([seen] = await slow.log())[0].aborted_by_peer));
      const delay = Date.now() - seen.aborted_ms_ago - aborted;
      assert.ok(delay < kAbortLimit, `the provider saw it after ${delay} ms`);
    } finally {
      await proxy.qcc(['endpoint', 'edit', 'production', 'sim', '--url', sim.url]);
      await slow.stop();
    }
  });

  it('carries 50 streams at once', async () => {
    await sim.break({ fault: 'slow', delay_ms: 300, event_delay_ms: 20 });
    await sim.forget();
    const texts = await Promise.all(Array.from({ length: kParallel }, async () =>
      textOf(await client.messages.stream(hello).finalMessage())));
    await sim.mend();
    assert.equal(texts.length, kParallel);
    for (const text of texts) assert.equal(text, texts[0]);
    assert.match(texts[0], /^Hello from production!/);
    const connections = new Set((await sim.log()).map((request) => request.connection));
    assert.equal(connections.size, kParallel, 'they did not run at the same time');
  });
});
