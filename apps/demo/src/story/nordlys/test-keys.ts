import type { KeyStory } from "../../key-story.ts";
import { calls } from "../../traffic.ts";
import { inDays, onDay } from "../../when.ts";

/** For trying things out. */
export const testKeys: readonly KeyStory[] = [
  {
    name: "Webshop staging",
    environment: "test",
    by: "mikkel",
    issued: onDay(113, "14:30"),
    scopes: ["products:read", "products:write"],
    traffic: {
      rhythm: "office",
      perDay: 520,
      calls: calls.sync,
      clients: [{ address: "203.0.113.210", userAgent: "nordlys-webshop/5.3-rc node/24.11" }],
    },
  },
  {
    name: "CI",
    note: "Every push to main, and every night.",
    environment: "test",
    by: "priya",
    issued: onDay(105, "08:45"),
    scopes: ["products:read", "products:write", "usage:read"],
    traffic: {
      rhythm: "office",
      perDay: 900,
      calls: calls.prices,
      clients: [
        { address: "198.51.100.220", userAgent: "vitest node/24.11" },
        { address: "198.51.100.221", userAgent: "vitest node/24.11" },
      ],
    },
  },
  {
    name: "Mobile app sandbox",
    environment: "test",
    by: "mikkel",
    issued: onDay(87, "09:55"),
    scopes: ["products:read"],
    traffic: {
      rhythm: "office",
      perDay: 150,
      calls: calls.browse,
      clients: [{ address: "192.0.2.40", userAgent: "app-backend/1.15-dev okhttp/4.12.0" }],
    },
  },
  {
    name: "Load test",
    environment: "test",
    by: "tomasz",
    issued: onDay(10, "09:05"),
    expires: inDays(20),
    scopes: ["products:read"],
    traffic: {
      rhythm: "steady",
      perDay: 24_000,
      calls: calls.browse,
      clients: [{ address: "203.0.113.215", userAgent: "k6/1.4.0" }],
      from: onDay(7, "13:00"),
      until: onDay(7, "14:30"),
      // More than 6,000 a minute.
      troubles: [
        {
          from: onDay(7, "13:20"),
          until: onDay(7, "13:23"),
          status: 429,
          cause: "rate_limited",
          refused: true,
          share: 0.28,
          surge: 480,
        },
      ],
    },
  },
  {
    name: "Partner sandbox",
    environment: "test",
    by: "tomasz",
    issued: onDay(14, "15:45"),
    expires: inDays(60),
    scopes: ["products:read"],
  },
];
