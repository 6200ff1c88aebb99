import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

/** One thing that a process did to files, or said to a client. Offsets and sizes in bytes. */
export type Event =
  | { readonly type: "open"; readonly fd: number; readonly path: string; readonly creates: boolean }
  | { readonly type: "close"; readonly fd: number }
  | { readonly type: "write"; readonly fd: number; readonly offset: number; readonly bytes: Buffer }
  | { readonly type: "truncate"; readonly fd: number; readonly size: number }
  | { readonly type: "sync"; readonly fd: number }
  | { readonly type: "unlink"; readonly path: string }
  /** Answers left for clients, by the ids of their requests. */
  | { readonly type: "answered"; readonly requestIds: readonly string[] };

const calls = "openat,close,pwrite64,write,writev,fsync,fdatasync,ftruncate,unlink";

/** What the server is run under: its system calls go to a file, with all bytes that they write in hexadecimal. */
export const tracer = (to: string): readonly string[] => [
  "strace",
  // As the server's grandchild: signals reach the server.
  "-D",
  "-f",
  "--seccomp-bpf",
  "-xx",
  "-s",
  "8192",
  "-e",
  `trace=${calls}`,
  "-o",
  to,
];

/** The events of a trace, in the order in which the calls returned. */
export async function eventsOf(trace: string): Promise<readonly Event[]> {
  const events: Event[] = [];
  const begun = new Map<string, string>();
  for await (const line of createInterface({ input: createReadStream(trace, "latin1") })) {
    const space = line.indexOf(" ");
    const process = line.slice(0, space);
    const text = line.slice(space).trimStart();
    if (text.endsWith("<unfinished ...>")) {
      begun.set(process, text.slice(0, -"<unfinished ...>".length));
      continue;
    }
    const resumed = /^<\.\.\. \w+ resumed>/.exec(text);
    // Of a call that came to its end later a space is left before its end.
    const call = resumed ? (begun.get(process) ?? "") + text.slice(resumed[0].length) : text;
    const event = eventOf(call);
    if (event !== null) events.push(event);
  }
  return events;
}

function eventOf(call: string): Event | null {
  const name = call.slice(0, call.indexOf("("));
  const result = Number(/= (-?\d+)[^=]*$/.exec(call)?.[1] ?? -1);
  if (result < 0) return null;
  const fd = Number(/^\w+\((\d+)/.exec(call)?.[1] ?? -1);
  switch (name) {
    case "openat":
      return { type: "open", fd: result, path: textsOf(call)[0] ?? "", creates: call.includes("O_CREAT") };
    case "close":
      return { type: "close", fd };
    case "pwrite64": {
      const offset = Number(/, (\d+) ?\) += /.exec(call)?.[1]);
      return { type: "write", fd, offset, bytes: bytesOf(call) };
    }
    case "write":
    case "writev":
      return answersOf(call);
    case "fsync":
    case "fdatasync":
      return { type: "sync", fd };
    case "ftruncate":
      return { type: "truncate", fd, size: Number(/, (\d+) ?\)/.exec(call)?.[1]) };
    case "unlink":
      return { type: "unlink", path: textsOf(call)[0] ?? "" };
    default:
      return null;
  }
}

function answersOf(call: string): Event | null {
  const said = textsOf(call).join("");
  const requestIds = [...said.matchAll(/^x-request-id: ([\w.-]+)\r$/gim)].map(([, id = ""]) => id);
  return requestIds.length === 0 ? null : { type: "answered", requestIds };
}

const textsOf = (call: string) =>
  [...call.matchAll(/"((?:\\x..)*)"/g)].map(([, hex = ""]) => bytesIn(hex).toString("latin1"));

/** Of a call that writes one buffer. By its quotes: a pattern would walk over 16,000 characters. */
const bytesOf = (call: string) => bytesIn(call.slice(call.indexOf('"') + 1, call.lastIndexOf('"')));

const bytesIn = (escaped: string) => Buffer.from(escaped.replaceAll("\\x", ""), "hex");
