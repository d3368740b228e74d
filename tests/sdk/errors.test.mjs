// SPDX-License-Identifier: GPL-3.0-or-later
// How the client sees a provider's errors (gateway.md sections 3 and 4): its own where it is the only one, QCC's where all have failed.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { clientOf, errorOf, hello } from './client.mjs';
import { Proxy, Sim } from './programs.mjs';

// What the client throws when the only provider answers with this status.
const kSingle = [
  { status: 400, name: 'BadRequestError', type: 'invalid_request_error' },
  { status: 401, name: 'AuthenticationError', type: 'authentication_error' },
  { status: 403, name: 'PermissionDeniedError', type: 'permission_error' },
  { status: 404, name: 'NotFoundError', type: 'not_found_error' },
  { status: 413, name: 'ContentTooLargeError', type: 'request_too_large' },
  { status: 422, name: 'UnprocessableEntityError', type: 'invalid_request_error' },
  { status: 429, name: 'RateLimitError', type: 'rate_limit_error', retryAfter: '77' },
  { status: 529, name: 'OverloadedError', type: 'overloaded_error', retryAfter: '7' },
];

// What it throws when each of three providers answers so.
const kAll = [
  { status: 401, seen: 503, name: 'ServiceUnavailableError', type: 'overloaded_error' },
  { status: 403, seen: 503, name: 'ServiceUnavailableError', type: 'overloaded_error' },
  { status: 500, seen: 503, name: 'ServiceUnavailableError', type: 'overloaded_error' },
  { status: 529, seen: 503, name: 'ServiceUnavailableError', type: 'overloaded_error' },
  { status: 429, retryAfter: '55', seen: 503, name: 'ServiceUnavailableError', type: 'overloaded_error' },
  { status: 429, retryAfter: '90', seen: 429, name: 'RateLimitError', type: 'rate_limit_error' },
];

const kForms = { 'not streamed': false, streamed: true };

function faultOf(row) {
  return { fault: 'status', status: row.status, ...(row.retryAfter && { retry_after: row.retryAfter }) };
}

describe('errors of the only provider', () => {
  let sim, proxy, client;
  before(async () => {
    sim = await Sim.start('only', ['--same-ids']);
    proxy = await Proxy.start({ only: sim });
    client = clientOf(proxy);
  });
  after(async () => {
    await proxy?.stop();
    await sim?.stop();
  });

  for (const row of kSingle) {
    for (const [form, stream] of Object.entries(kForms)) {
      it(`${row.status}, ${form}: the provider's own`, async () => {
        await proxy.forgetStates();
        await sim.break(faultOf(row));
        const error = await errorOf(client.messages.create({ ...hello, stream }));
        assert.equal(error.constructor.name, row.name);
        assert.equal(error.status, row.status);
        assert.equal(error.type, row.type);
        assert.equal(error.requestID, `req_${'0'.repeat(24)}`);
        assert.equal(error.headers.get('retry-after'), row.retryAfter ?? null);
        assert.equal(error.headers.get('x-qcc-config'), 'only');
      });
    }
  }

  for (const [form, stream] of Object.entries(kForms)) {
    it(`500, ${form}: QCC's own, so that the client waits`, async () => {
      await proxy.forgetStates();
      await sim.break('500');
      const error = await errorOf(client.messages.create({ ...hello, stream }));
      assert.equal(error.constructor.name, 'ServiceUnavailableError');
      assert.match(error.message, /only\/sim: 500 server error/);
      assert.match(error.requestID, /^req_/);
      assert.equal(error.headers.get('x-should-retry'), 'true');
      assert.ok(Number(error.headers.get('retry-after')) >= 1);
    });
  }

  it('a wrong token: 401 of QCC, and the provider hears nothing', async () => {
    await sim.mend();
    await sim.forget();
    const stranger = clientOf(proxy, { authToken: 'qcc-wrong' });
    const error = await errorOf(stranger.messages.create(hello));
    assert.equal(error.constructor.name, 'AuthenticationError');
    assert.equal(error.type, 'authentication_error');
    assert.deepEqual(await sim.log(), []);
  });
});

describe('errors of all three providers', () => {
  const sims = {};
  let proxy, client;
  before(async () => {
    for (const name of ['production', 'backup', 'emergency']) sims[name] = await Sim.start(name);
    proxy = await Proxy.start(sims);
    client = clientOf(proxy);
  });
  after(async () => {
    await proxy?.stop();
    for (const sim of Object.values(sims)) await sim.stop();
  });

  for (const row of kAll) {
    const after_ = row.retryAfter ? `, retry-after ${row.retryAfter}` : '';
    it(`${row.status}${after_} everywhere: ${row.seen} of QCC that names the three`, async () => {
      await proxy.forgetStates();
      for (const sim of Object.values(sims)) await sim.break(faultOf(row));
      const error = await errorOf(client.messages.create({ ...hello, stream: true }));
      assert.equal(error.constructor.name, row.name);
      assert.equal(error.status, row.seen);
      assert.equal(error.type, row.type);
      for (const name of Object.keys(sims)) assert.match(error.message, new RegExp(`${name}/sim: ${row.status}`));
      assert.match(error.requestID, /^req_/);
      const wait = Number(error.headers.get('retry-after'));
      if (row.seen === 429) {
        assert.ok(wait > 80 && wait <= 90, `retry-after ${wait}`);
      } else {
        assert.ok(wait >= 1 && wait <= 15, `retry-after ${wait}`);
        assert.equal(error.headers.get('x-should-retry'), 'true');
      }
      assert.ok(!/key-/.test(error.message), 'a key in the message');
    });
  }
});
