import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const server = process.env["KATKEY_DEV_SERVER"] ?? "http://127.0.0.1:3000";
const serverPaths = [
  "/trpc",
  "/auth",
  "/v1",
  "/oauth",
  // What its page asks; the page itself is made here.
  "^/connect/[^/]+/(?:details|decision)$",
  "/api",
  "/docs",
  "/llms.txt",
  "/openapi.json",
  "/.well-known",
  "/healthz",
  "/readyz",
];

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: "dist",
    sourcemap: false,
    // The Content-Security-Policy knows no data: fonts, and an inlined icon is cached by nobody.
    assetsInlineLimit: 0,
    rolldownOptions: {
      onLog(level, log, forward) {
        // Mantine and React Query mark every file "use client", which means nothing to a single-page app.
        if (log.code !== "MODULE_LEVEL_DIRECTIVE") forward(level, log);
      },
    },
  },
  server: {
    proxy: Object.fromEntries(serverPaths.map((path) => [path, { target: server, xfwd: true }])),
  },
});
