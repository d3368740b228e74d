// SPDX-License-Identifier: GPL-3.0-or-later
// The primary provider is killed while the client works.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Anthropic, clientOf, hello, textOf } from './client.mjs';
import { eventually, Proxy, Sim } from './programs.mjs';

const kWorkers = 20;
const kStagger = 40; // ms between their starts, so that the kill meets streams at every stage
const kStreamsAfter = 3; // by each worker, started after the kill

describe('the primary is killed in the middle of the work', () => {
  let production, backup, proxy, client;
  before(async () => {
    const pace = ['--events', '40', '--interval', '25ms'];
    production = await Sim.start('production', pace);
    backup = await Sim.start('backup', pace);
    proxy = await Proxy.start({ production, backup });
    client = clientOf(proxy);
  });
  after(async () => {
    await proxy?.stop();
    await production?.stop();
    await backup?.stop();
  });

  it('requests started afterwards are served by the backup, those past their first content break', async () => {
    const ends = [];
    let killed = 0;
    let inContent = 0;

    async function stream() {
      const end = { startedAt: Date.now(), content: false };
      ends.push(end);
      const running = client.messages.stream(hello);
      running.on('text', () => {
        if (!end.content) inContent += 1;
        end.content = true;
      });
      try {
        end.text = textOf(await running.finalMessage());
      } catch (error) {
        end.error = error;
      }
      if (end.content) inContent -= 1;
      end.endedAt = Date.now();
      return end;
    }
    async function work(_, index) {
      await new Promise((resolve) => setTimeout(resolve, index * kStagger));
      for (let afterwards = 0; afterwards < kStreamsAfter;) {
        const end = await stream();
        if (killed && end.startedAt >= killed) afterwards += 1;
      }
    }

    const workers = Array.from({ length: kWorkers }, work);
    assert.ok(await eventually(() => inContent >= kWorkers / 2, 20_000), 'the streams did not begin');
    assert.ok(production.process.kill('SIGKILL'));
    killed = Date.now();
    await Promise.all(workers);

    const after_ = ends.filter((end) => end.startedAt >= killed);
    assert.ok(after_.length >= kWorkers * kStreamsAfter);
    for (const end of after_) {
      assert.equal(end.error, undefined, `a request after the kill failed: ${end.error}`);
      assert.match(end.text, /^Hello from backup!/);
    }
    const broken = ends.filter((end) => end.error);
    assert.ok(broken.length > 0, 'no stream was cut');
    for (const end of broken) {
      assert.ok(end.content, `failed before its first content: ${end.error}`);
      assert.ok(!(end.error instanceof Anthropic.APIError) || end.error instanceof Anthropic.APIConnectionError,
                `a broken stream, not an answer: ${end.error}`);
    }
    const told = proxy.program.lines.filter((line) => /production\/sim: stream broke off/.test(line));
    assert.equal(told.length, broken.length, proxy.program.lines.join('\n'));
  });
});
