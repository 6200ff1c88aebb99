import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import packaged, { inflate } from "@sparticuz/chromium";
import type { LaunchOptions } from "playwright-core";

const source = dirname(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")));
const cache = fileURLToPath(new URL("../../../node_modules/.cache/", import.meta.url));

/** How to start a browser here: the Chromium from the npm package on Linux, an installed Chrome elsewhere. */
export async function chromiumLaunch(): Promise<LaunchOptions> {
  if (process.platform !== "linux" || process.arch !== "x64") return { channel: "chrome" };
  const directory = await unpacked();
  const executablePath = join(directory, "chromium");
  return { executablePath, env: { ...process.env, ...missingFrom(executablePath, directory) } };
}

/** Unpacks once per version, aside and then moved, so that two runs at once never start half a browser. */
async function unpacked() {
  const { version } = JSON.parse(readFileSync(join(source, "package.json"), "utf8"));
  const directory = join(cache, `chromium-${version}`);
  if (existsSync(directory)) return directory;

  const aside = `${directory}.${process.pid}`;
  mkdirSync(aside, { recursive: true });
  await unpackInto(aside);
  try {
    renameSync(aside, directory);
  } catch (error) {
    rmSync(aside, { recursive: true });
    // Unless another run was first, this is a real failure.
    if (!existsSync(directory)) throw error;
  }
  return directory;
}

/** The package knows one place, the system's directory for temporary files, and asks for it each time. */
async function unpackInto(directory: string) {
  const before = process.env["TMPDIR"];
  process.env["TMPDIR"] = directory;
  try {
    await packaged.executablePath();
    await inflate(join(source, "bin/al2023.tar.br"));
  } finally {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
  }
  writeFileSync(join(directory, "fonts/fonts.conf"), fontsConf);
}

/** A slim machine lacks NSS and fonts; the package carries both. */
function missingFrom(executablePath: string, directory: string) {
  const libraries = starts(executablePath) ? {} : { LD_LIBRARY_PATH: join(directory, "al2023/lib") };
  const fonts = existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_PATH: join(directory, "fonts") };
  return { ...libraries, ...fonts };
}

function starts(executablePath: string) {
  try {
    execFileSync(executablePath, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const fontsConf = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;
