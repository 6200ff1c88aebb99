import type { CpuProfile } from "./shares.ts";

/** Watches a process through its inspector while something runs. @param port where the process was told to be inspected */
export async function profileWhile(port: number, work: () => Promise<unknown>): Promise<CpuProfile> {
  const answer = await fetch(`http://127.0.0.1:${port}/json/list`);
  const [target]: { webSocketDebuggerUrl: string }[] = JSON.parse(await answer.text());
  const socket = new WebSocket(target?.webSocketDebuggerUrl ?? "");
  await next(socket, "open");
  const send = async (id: number, method: string, params = {}): Promise<string> => {
    socket.send(JSON.stringify({ id, method, params }));
    const heard = await next(socket, "message");
    return "data" in heard ? String(heard.data) : "";
  };
  await send(1, "Profiler.enable");
  await send(2, "Profiler.setSamplingInterval", { interval: samplingMicros });
  await send(3, "Profiler.start");
  await work();
  const stopped: { result: { profile: CpuProfile } } = JSON.parse(await send(4, "Profiler.stop"));
  socket.close();
  return stopped.result.profile;
}

const samplingMicros = 250;

/** One answer comes for each question, and nothing else was asked to be told. */
function next(socket: WebSocket, event: "open" | "message"): Promise<Event | MessageEvent<unknown>> {
  return new Promise((resolve, reject) => {
    socket.addEventListener(event, resolve, { once: true });
    socket.addEventListener("error", reject, { once: true });
  });
}
