// SPDX-License-Identifier: GPL-3.0-or-later
// The official client as its user sees it, with retries off: what the proxy does must not be the client's merit.
import { createRequire } from 'node:module';
import { join } from 'node:path';

export const Anthropic = createRequire(join(process.env.QCC_SDK_DIRECTORY, 'package.json'))('@anthropic-ai/sdk');

export function clientOf(proxy, options = {}) {
  return new Anthropic({
    baseURL: proxy.url, authToken: proxy.token, apiKey: null, maxRetries: 0, timeout: 60_000, ...options,
  });
}

export const hello = {
  model: 'claude-haiku-4-5',
  max_tokens: 64,
  messages: [{ role: 'user', content: 'Hello' }],
};

export function textOf(message) {
  return message.content.map((block) => block.text).join('');
}

/// The error that @p promise ends with; fails when it does not.
export async function errorOf(promise) {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('there should have been an error');
}
