import { createServer } from "node:net";

/**
 * A port of 127.0.0.1 that nobody listens on: the system picks it, and may give it away again later.
 * @returns {Promise<number>}
 */
export function freePort() {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
