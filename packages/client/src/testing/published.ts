import { execFile, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const packageDirectory = fileURLToPath(new URL("../../", import.meta.url));
const root = join(packageDirectory, "../..");
const onWindows = { shell: process.platform === "win32" };

export interface Consumer {
  readonly directory: string;
  /** What the tarball holds. */
  readonly packed: readonly string[];
  /** Puts files there. */
  write(files: Readonly<Record<string, string>>): void;
  /** Makes packages of this workspace's own resolvable, as if they were installed. */
  borrow(...names: readonly string[]): void;
  /** Runs Node there, and resolves with what it prints. */
  node(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<string>;
  /** Starts Node there; it is ended with the test. */
  start(args: readonly string[], env: Readonly<Record<string, string>>): ReturnType<typeof spawn>;
  /** Checks types there. @throws with what the compiler says */
  tsc(...args: readonly string[]): Promise<void>;
  remove(): void;
}

/** Packs the package as it would be published, and installs it where there is nothing else. */
export async function publish(): Promise<Consumer> {
  const directory = mkdtempSync(join(tmpdir(), "katkey-client-"));
  const pack = ["pack", "--json", "--pack-destination", directory];
  const { stdout } = await run("npm", pack, { cwd: packageDirectory, ...onWindows });
  // What the build prints stands before it.
  const [{ filename, files }] = JSON.parse(stdout.slice(stdout.search(/^\[/m)));
  writeFileSync(join(directory, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const install = ["install", "--offline", "--no-audit", "--no-fund", join(directory, filename)];
  await run("npm", install, { cwd: directory, ...onWindows });
  return {
    ...consumerIn(directory),
    directory,
    packed: files.map(({ path }: { path: string }) => path),
  };
}

function consumerIn(directory: string): Omit<Consumer, "directory" | "packed"> {
  return {
    write(files) {
      for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
    },
    borrow(...names) {
      for (const name of names) {
        const at = join(directory, "node_modules", name);
        mkdirSync(dirname(at), { recursive: true });
        const places = [packageDirectory, root].map((place) => join(place, "node_modules", name));
        symlinkSync(places.find((place) => existsSync(place)) ?? name, at);
      }
    },
    async node(args, env = {}) {
      const { stdout } = await run(process.execPath, [...args], { cwd: directory, env });
      return stdout;
    },
    start: (args, env) => spawn(process.execPath, [...args], { cwd: directory, env, stdio: "ignore" }),
    async tsc(...args) {
      const compiler = join(root, "node_modules/typescript/bin/tsc");
      await run(process.execPath, [compiler, "--noEmit", ...args], { cwd: directory }).catch((error) => {
        throw new Error(error.stdout, { cause: error });
      });
    },
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}
