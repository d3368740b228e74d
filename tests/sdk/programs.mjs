// SPDX-License-Identifier: GPL-3.0-or-later
// The programs under test as processes: started, asked, and stopped by their pid, whatever becomes of the test.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const kStopPatience = 20_000; // ms; the proxy's grace time is 30 s, but no test leaves a stream running
const running = new Set();
const directories = new Set();

process.on('exit', () => {
  for (const program of running) program.process.kill('SIGKILL');
  for (const directory of directories) rmSync(directory, { recursive: true, force: true });
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));

function environmentOf(home) {
  const environment = { ...process.env, QCC_HOME: home, QCC_SECRETS: 'file' };
  // A proxy of the surroundings has no business between processes of one machine.
  for (const name of Object.keys(environment)) if (/^(https?|all)_proxy$/i.test(name)) delete environment[name];
  return environment;
}

/// A process with what it printed.
export class Program {
  constructor(path, args, options = {}) {
    this.lines = [];
    this.errors = '';
    this.process = spawn(path, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    running.add(this);
    this.ended = once(this.process, 'exit').then(([code, signal]) => {
      running.delete(this);
      return { code, signal };
    });
    this.process.stderr.on('data', (bytes) => (this.errors += bytes));
    const reader = createInterface({ input: this.process.stdout });
    this.firstLine = new Promise((resolve, reject) => {
      reader.on('line', (line) => {
        this.lines.push(line);
        resolve(line);
      });
      this.process.on('error', reject);
      this.process.on('exit', () => reject(new Error(`${path} ended before its first line: ${this.errors}`)));
    });
    this.firstLine.catch(() => {}); // whoever waits for the line hears of it
  }

  async stop(signal = 'SIGTERM') {
    const late = setTimeout(() => this.process.kill('SIGKILL'), kStopPatience);
    if (running.has(this)) this.process.kill(signal);
    const end = await this.ended;
    clearTimeout(late);
    return end;
  }
}

/// A simulated provider of its own process.
export class Sim extends Program {
  static async start(name, args = []) {
    const sim = new Sim(process.env.QCC_SIM, ['--json', '--name', name, ...args]);
    const addresses = JSON.parse(await sim.firstLine);
    sim.url = addresses.url;
    sim.control = addresses.control_url;
    return sim;
  }

  async ask(method, path, body) {
    const answer = await rawRequest(`${this.control}/_sim/${path}`, { method, body: body && JSON.stringify(body) });
    if (answer.status !== 200) throw new Error(`${method} ${path}: ${answer.status} ${answer.body}`);
    return JSON.parse(answer.body.toString());
  }

  break(fault) {
    return this.ask('POST', 'fault', typeof fault === 'object' ? fault : { fault });
  }
  mend() {
    return this.break('none');
  }
  async log() {
    return (await this.ask('GET', 'log')).requests;
  }
  forget() {
    return this.ask('DELETE', 'log');
  }
}

/// One QCC_HOME with its running proxy.
export class Proxy {
  constructor() {
    this.home = mkdtempSync(join(tmpdir(), 'qcc-sdk-'));
    directories.add(this.home);
    this.keys = 0;
  }

  static async start(sims) {
    const proxy = new Proxy();
    const priorities = ['primary', 'secondary', 'fallback'];
    for (const [index, [name, sim]] of Object.entries(sims).entries()) {
      const options = ['--url', sim.url, '--name', 'sim', '--priority', priorities[index], '--key-stdin'];
      await proxy.qcc(['add', name, ...options], `key-of-${name}`);
    }
    proxy.names = Object.keys(sims);
    proxy.program = new Program(process.env.QCC, ['proxy', 'start', '--listen', '127.0.0.1:0', '--no-checks'], {
      env: environmentOf(proxy.home),
    });
    await proxy.program.firstLine;
    const environment = JSON.parse(await proxy.qcc(['claude', 'env', '--json']));
    proxy.url = environment.ANTHROPIC_BASE_URL;
    proxy.token = environment.ANTHROPIC_AUTH_TOKEN;
    return proxy;
  }

  /// Runs the command line; gives what it printed, or throws what it complained of.
  async qcc(args, input = '') {
    const child = spawn(process.env.QCC, args, { env: environmentOf(this.home) });
    let out = '';
    let err = '';
    child.stdout.on('data', (bytes) => (out += bytes));
    child.stderr.on('data', (bytes) => (err += bytes));
    child.stdin.end(input);
    const [code] = await once(child, 'close');
    if (code !== 0) throw new Error(`qcc ${args.join(' ')}: ${code} ${err}`);
    return out;
  }

  /// A new key makes what was known of an endpoint void.
  async forgetStates() {
    for (const name of this.names) {
      await this.qcc(['endpoint', 'edit', name, 'sim', '--key-stdin'], `key-${++this.keys}-of-${name}`);
    }
  }

  async stop() {
    const end = await this.program.stop();
    rmSync(this.home, { recursive: true, force: true });
    directories.delete(this.home);
    return end;
  }
}

/// A request on a connection of its own, by node's plain HTTP client: the answer's status, headers and bytes.
export function rawRequest(url, { method = 'GET', headers = {}, body } = {}) {
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method, headers, agent: false }, (response) => {
      const pieces = [];
      response.on('data', (bytes) => pieces.push(bytes));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(pieces) }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

/// Asks again and again until it holds; false when the patience (ms) is over.
export async function eventually(holds, patience = 5_000) {
  const end = Date.now() + patience;
  while (!(await holds())) {
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return true;
}
