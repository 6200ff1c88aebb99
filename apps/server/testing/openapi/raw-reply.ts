import { text as textOf } from "node:stream/consumers";
import { connect } from "node:net";
import type { Reply } from "../server.ts";

/** An answer as it came over the wire. */
export function replyOf(received: string): Reply {
  const [head = "", text = ""] = received.split("\r\n\r\n");
  const [statusLine = "", ...lines] = head.split("\r\n");
  const headers = Object.fromEntries(
    lines.map((line) => {
      const [name = "", ...value] = line.split(":");
      return [name.toLowerCase(), value.join(":").trim()];
    }),
  );
  const status = Number(statusLine.split(" ")[1]);
  return { status, headers, text, body: text === "" ? undefined : JSON.parse(text) };
}

/** What the server says to the beginning of a request, when nothing more comes. */
export async function replyToBeginning(port: number, beginning: string): Promise<Reply> {
  const socket = connect(port, "127.0.0.1");
  socket.write(beginning);
  return replyOf(await textOf(socket));
}
