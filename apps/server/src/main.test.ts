import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { Agent, request as httpRequest } from "node:http";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";

const main = join(import.meta.dirname, "main.ts");
const compileCache = join(import.meta.dirname, "../../../node_modules/.cache/compile");

function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "katkey-server-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

interface Start {
  readonly dataDirectory?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly port?: number;
}

/** The product as a process of its own. */
async function start({ dataDirectory = temporaryDirectory(), env = {}, port }: Start = {}) {
  const usedPort = port ?? (await freePort());
  const child = spawn(process.execPath, [main], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      NODE_COMPILE_CACHE: compileCache,
      PORT: String(usedPort),
      KATKEY_DATA_DIR: dataDirectory,
      ...env,
    },
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const output = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text) => (output.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text) => (output.stderr += text));
  const exited = new Promise<number | null>((resolve) => child.once("close", resolve));
  return { child, output, exited, port: usedPort, dataDirectory, url: `http://127.0.0.1:${usedPort}` };
}

async function startReady(options: Start = {}) {
  const server = await start(options);
  while (server.child.exitCode === null) {
    const answer = await fetch(`${server.url}/readyz`).catch(() => null);
    if (answer?.ok) return server;
    await sleep(20);
  }
  throw new Error(server.output.stderr);
}

const setupLink = /http:\/\/localhost:\d+\/setup#([\w-]{43})/;

async function stop({ child, exited }: { child: ChildProcess; exited: Promise<number | null> }) {
  child.kill("SIGTERM");
  return exited;
}

async function expectOneSentence(options: Start, said: RegExp) {
  const server = await start(options);
  expect(await server.exited).toBe(1);
  expect(server.output.stderr).toMatch(said);
  expect(server.output.stderr.trim().split("\n")).toHaveLength(1);
  expect(server.output.stderr).not.toMatch(/ {4}at |node:internal/);
  return server;
}

describe("a start that cannot be", () => {
  it("names every mistake in the settings, one a line", async () => {
    const server = await start({ env: { PORT: "x", KATKEY_ORIGIN: "x", KATKEY_TYPO: "x" } });
    expect(await server.exited).toBe(1);
    const lines = server.output.stderr.trim().split("\n");
    expect(lines.map((line) => line.split(" ", 1)[0])).toEqual(["PORT", "KATKEY_ORIGIN", "KATKEY_TYPO"]);
  });

  it("leaves the first start's setup link alone when a second one finds the port taken", async () => {
    const first = await startReady();
    const [link = ""] = setupLink.exec(first.output.stdout) ?? [];
    const { port, dataDirectory } = first;
    await expectOneSentence({ port, dataDirectory }, /another program/);
    const operator = { name: "Ada", email: "ada@example.com", password: "correct horse battery" };
    const setUp = await fetch(`${first.url}/trpc/setup.complete`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: `http://localhost:${port}` },
      body: JSON.stringify({ token: new URL(link).hash.slice(1), organization: "Acme", ...operator }),
    });
    expect(setUp.status).toBe(200);
  });

  it("says that the port is taken", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    onTestFinished(() => void taken.close());
    const { port } = taken.address() as AddressInfo;
    await expectOneSentence(
      { port },
      new RegExp(`Cannot listen on 127.0.0.1, port ${port}: another program`),
    );
  });

  it("says that the host is not this machine's", async () => {
    await expectOneSentence({ env: { HOST: "192.0.2.1" } }, /HOST is not an address of this machine/);
  });

  it("says that it may not write into the data directory", async () => {
    const closed = temporaryDirectory();
    chmodSync(closed, 0o500);
    // Modes do not stop root, but not even root makes a directory in sysfs.
    const dataDirectory = process.getuid?.() === 0 ? "/sys/katkey" : closed;
    await expectOneSentence({ dataDirectory }, /cannot be used: this user may not write there/);
  });

  it("says that the data directory is a file, or inside one", async () => {
    const file = join(temporaryDirectory(), "file");
    writeFileSync(file, "");
    await expectOneSentence({ dataDirectory: file }, /cannot be used: it is not a directory/);
    await expectOneSentence({ dataDirectory: join(file, "in") }, /cannot be used: a part of its path/);
  });

  it("says that the database is not one of ours", async () => {
    const dataDirectory = temporaryDirectory();
    writeFileSync(
      join(dataDirectory, "katkey.db"),
      "not a database, but long enough to be read as one".repeat(50),
    );
    await expectOneSentence({ dataDirectory }, /is not a Katkey database/);
  });

  it("says that a restore was cut off, and starts on no half of one", async () => {
    const dataDirectory = temporaryDirectory();
    mkdirSync(join(dataDirectory, "restore-unfinished-x1"));
    await expectOneSentence({ dataDirectory }, /was cut off. Empty the directory, and restore again/);
  });

  it("says that the session secret is damaged", async () => {
    const dataDirectory = temporaryDirectory();
    await stop(await startReady({ dataDirectory }));
    truncateSync(join(dataDirectory, "session-secret"), 10);
    await expectOneSentence({ dataDirectory }, /session-secret is damaged/);
  });

  it("does not begin afresh where the database is gone or empty", async () => {
    const dataDirectory = temporaryDirectory();
    await stop(await startReady({ dataDirectory }));
    truncateSync(join(dataDirectory, "katkey.db"), 0);
    await expectOneSentence({ dataDirectory }, /katkey\.db is empty/);
    rmSync(join(dataDirectory, "katkey.db"));
    await expectOneSentence({ dataDirectory }, /katkey\.db is missing/);
    expect(readdirSync(dataDirectory)).not.toContain("katkey.db");
  });

  it("says what is wrong with the operator's password", async () => {
    const env = { KATKEY_ADMIN_EMAIL: "ada@example.com", KATKEY_ADMIN_PASSWORD: "short" };
    const server = await expectOneSentence({ env }, /^KATKEY_ADMIN_PASSWORD is refused: /);
    expect(server.output.stderr).not.toContain("short\n");
  });
});

describe("a start", () => {
  it("prints the address and a setup link, keeps its files to itself, and no longer offers a link once used", async () => {
    const first = await startReady();
    expect(first.output.stdout).toContain(`Katkey is ready: http://localhost:${first.port}`);
    const token = setupLink.exec(first.output.stdout)?.[1];
    expect(token).toBeDefined();
    for (const name of readdirSync(first.dataDirectory)) {
      expect([name, statSync(join(first.dataDirectory, name)).mode & 0o777]).toEqual([name, 0o600]);
    }
    const body = {
      token,
      name: "Ada",
      email: "ada@example.com",
      password: "correct horse battery",
      organization: "Acme",
    };
    const done = await fetch(`${first.url}/trpc/setup.complete`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    expect(done.status).toBe(200);
    expect(await stop(first)).toBe(0);

    const second = await startReady({ dataDirectory: first.dataDirectory, port: first.port });
    expect(second.output.stdout).not.toMatch(setupLink);
    const secret = readFileSync(join(first.dataDirectory, "session-secret"), "utf8");
    expect(first.output.stdout + second.output.stdout).not.toContain(secret);
    expect(await stop(second)).toBe(0);
  });

  it("makes the data directory for its owner only", async () => {
    const dataDirectory = join(temporaryDirectory(), "new", "data");
    await startReady({ dataDirectory });
    expect(statSync(dataDirectory).mode & 0o777).toBe(0o700);
  });

  it("makes the operator from the environment, once, and offers no link", async () => {
    const env = { KATKEY_ADMIN_EMAIL: "ada@example.com", KATKEY_ADMIN_PASSWORD: "correct horse battery" };
    const first = await startReady({ env });
    expect(first.output.stdout).not.toMatch(setupLink);
    expect(first.output.stdout).toContain("Sign in as ada@example.com");
    expect(first.output.stdout).not.toContain(env.KATKEY_ADMIN_PASSWORD);
    const signIn = await fetch(`${first.url}/auth/sign-in/email`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: `http://localhost:${first.port}` },
      body: JSON.stringify({ email: env.KATKEY_ADMIN_EMAIL, password: env.KATKEY_ADMIN_PASSWORD }),
    });
    expect(signIn.status).toBe(200);
    await stop(first);
    const second = await startReady({ env, dataDirectory: first.dataDirectory });
    expect(second.output.stdout).not.toContain("Sign in as");
  });
});

describe("on SIGTERM the server", () => {
  it("stops accepting, fails no request in flight of 50 connections, and exits with 0", async () => {
    const server = await startReady();
    const load = startLoad(server.url, 50);
    await load.answered(200);
    const code = await stop(server);
    const { failures, refused } = await load.finish();
    expect({ code, failures }).toEqual({ code: 0, failures: [] });
    expect(refused).toBe(50);
    // All of it within the ten seconds after which what is left is cut.
    expect(server.output.stdout).not.toContain("requests that took too long were cut");
    expect(server.output.stdout).toContain('"msg":"stopped"');
  });

  it("finishes what it has: answers the request that it is in the middle of", async () => {
    const server = await startReady();
    const half = halfSent(server.url);
    await sleep(200);
    server.child.kill("SIGTERM");
    await sleep(200);
    half.end(wholeBody.slice(1));
    const [response] = await once(half, "response");
    expect([response.statusCode, response.headers.connection]).toEqual([404, "close"]);
    response.resume();
    expect(await server.exited).toBe(0);
  });

  it("closes the databases, which leaves nothing in their logs", async () => {
    const server = await startReady();
    const files = () =>
      readdirSync(server.dataDirectory)
        .filter((name) => /\.db/.test(name))
        .toSorted();
    expect(files()).toContain("katkey.db-wal");
    expect(await stop(server)).toBe(0);
    expect(files()).toEqual(["katkey.db", "usage.db"]);
  });

  it("stops as well when its terminal is gone, and says so; a hang-up is never the second signal", async () => {
    const server = await startReady();
    const half = halfSent(server.url);
    await sleep(200);
    server.child.kill("SIGHUP");
    server.child.kill("SIGHUP");
    await sleep(200);
    half.end(wholeBody.slice(1));
    const [response] = await once(half, "response");
    response.resume();
    expect(await server.exited).toBe(0);
    expect(server.output.stdout).toContain('"signal":"SIGHUP"');
  });

  it("told twice stops at once, with 1", async () => {
    const server = await startReady();
    halfSent(server.url).on("error", () => {});
    await sleep(200);
    server.child.kill("SIGTERM");
    await sleep(200);
    server.child.kill("SIGTERM");
    expect(await server.exited).toBe(1);
  });
});

const wholeBody = '{"token":"x"}';

function halfSent(url: string) {
  const headers = { "content-type": "application/json", "content-length": wholeBody.length };
  const request = httpRequest(`${url}/trpc/invitations.preview`, { method: "POST", headers });
  request.write(wholeBody.slice(0, 1));
  return request;
}

/** Clients that keep their connections and think between requests. A connection that was refused is no failed request. */
function startLoad(url: string, clients: number) {
  const failures: string[] = [];
  let answered = 0;
  let refused = 0;

  async function client() {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (;;) {
      const outcome = await one(agent);
      if (outcome === "refused") break;
      if (outcome === "answered") answered += 1;
      else failures.push(outcome);
      await sleep(answered % 40);
    }
    refused += 1;
    agent.destroy();
  }

  function one(agent: Agent): Promise<string> {
    return new Promise((resolve) => {
      const request = httpRequest(`${url}/v1/user`, { agent }, (response) => {
        response.resume().once("end", () => resolve(response.statusCode === 401 ? "answered" : "status"));
        response.once("error", (error) => resolve(error.message));
      });
      request.once("error", (error) => {
        // A new connection may also be reset while it waits to be taken.
        const isNew = !request.reusedSocket;
        resolve(isNew && "code" in error ? "refused" : error.message);
      });
      request.end();
    });
  }

  const all = Promise.all(Array.from({ length: clients }, client));
  return {
    async finish() {
      await all;
      return { failures, refused };
    },
    async answered(count: number) {
      await expect.poll(() => answered, { timeout: 50_000 }).toBeGreaterThan(count);
    },
  };
}
