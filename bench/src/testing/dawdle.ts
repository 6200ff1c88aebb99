import { subscribe } from "node:diagnostics_channel";

// Preloaded into a server: each request costs it two milliseconds more than it has to.
subscribe("http.server.request.start", () => {
  const end = performance.now() + 2;
  while (performance.now() < end);
});
