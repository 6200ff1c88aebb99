import type { KeyStory } from "../../key-story.ts";
import { calls } from "../../traffic.ts";
import { inDays, onDay } from "../../when.ts";

/** Five are in use, as many as the plan includes. */
export const kestrelKeys: readonly KeyStory[] = [
  {
    name: "Online shop",
    by: "grace",
    issued: onDay(94, "11:00"),
    scopes: ["products:read"],
    traffic: {
      rhythm: "shop",
      perDay: 290,
      growth: 1.7,
      calls: calls.browse,
      clients: [{ address: "192.0.2.100", userAgent: "kestrel-shop/1.8 PHP/8.4" }],
    },
  },
  {
    name: "Tills",
    note: "Both shops, Bristol and Bath.",
    by: "liam",
    issued: onDay(92, "08:50"),
    scopes: ["products:read", "products:write"],
    addresses: [],
    traffic: {
      rhythm: "office",
      perDay: 120,
      calls: calls.prices,
      clients: [
        { address: "192.0.2.120", userAgent: "till/3.3 (Windows NT 10.0)" },
        { address: "192.0.2.121", userAgent: "till/3.3 (Windows NT 10.0)" },
      ],
      // An update that retried at once, over and over.
      troubles: [
        {
          from: onDay(11, "09:20"),
          until: onDay(11, "10:35"),
          status: 429,
          cause: "rate_limited",
          refused: true,
          share: 0.62,
          surge: 60,
        },
      ],
    },
  },
  {
    name: "Stock count",
    by: "liam",
    issued: onDay(60, "09:25"),
    scopes: ["products:read", "products:write"],
    traffic: {
      rhythm: "weekly",
      perDay: 35,
      calls: calls.sync,
      clients: [{ address: "192.0.2.90", userAgent: "scanner/1.0 okhttp/4.12.0" }],
    },
  },
  {
    name: "Brochure",
    by: "hannah",
    issued: onDay(36, "15:40"),
    expires: inDays(6),
    scopes: ["products:read"],
    addresses: [],
  },
  {
    name: "Website rebuild",
    environment: "test",
    by: "hannah",
    issued: onDay(21, "10:30"),
    scopes: ["products:read", "products:write"],
    addresses: [],
    traffic: {
      rhythm: "office",
      perDay: 85,
      calls: calls.browse,
      clients: [{ address: "198.51.100.240", userAgent: "node" }],
    },
  },
  {
    name: "Launch test",
    environment: "test",
    by: "freja",
    issued: onDay(96, "10:30"),
    expires: onDay(80, "12:00"),
    scopes: ["products:read"],
    traffic: {
      rhythm: "office",
      perDay: 25,
      calls: calls.heartbeat,
      clients: [{ address: "192.0.2.90", userAgent: "curl/8.14.1" }],
    },
  },
  {
    name: "Spreadsheet",
    by: "grace",
    issued: onDay(90, "12:10"),
    scopes: ["products:read"],
    traffic: {
      rhythm: "office",
      perDay: 18,
      calls: calls.export,
      clients: [{ address: "192.0.2.90", userAgent: "Microsoft.Data.Mashup (https://go.example)" }],
      until: onDay(69, "15:00"),
    },
    later: [
      { at: onDay(61, "09:15"), by: "grace", revoke: { reason: "unused", text: "Nobody opens that sheet." } },
    ],
  },
  {
    name: "Blog",
    by: "liam",
    issued: onDay(83, "14:20"),
    scopes: ["products:read"],
    traffic: {
      rhythm: "shop",
      perDay: 40,
      calls: calls.browse,
      clients: [{ address: "198.51.100.250", userAgent: "WordPress/6.8" }],
    },
    later: [
      {
        at: onDay(38, "08:02"),
        expose: { by: "browser", origin: "https://blog.kestrel.example", address: "198.51.100.6" },
      },
      {
        at: onDay(38, "08:30"),
        by: "liam",
        revoke: {
          reason: "compromised",
          text: "It was in a script of the page. The blog asks our shop now.",
        },
      },
    ],
  },
  {
    name: "Findly feed",
    by: "grace",
    issued: onDay(79, "10:45"),
    expires: onDay(64, "10:00"),
    scopes: ["products:read"],
    traffic: {
      rhythm: "night",
      perDay: 30,
      calls: calls.export,
      clients: [{ address: "198.51.100.245", userAgent: "FindlyBot/2.1 (+https://findly.example/bot)" }],
    },
  },
  {
    name: "Price tags",
    by: "liam",
    issued: onDay(59, "11:35"),
    scopes: ["products:read"],
    traffic: {
      rhythm: "office",
      perDay: 45,
      calls: calls.export,
      clients: [{ address: "192.0.2.130", userAgent: "tagprint/1.1" }],
    },
    later: [
      {
        at: onDay(39, "16:20"),
        by: "liam",
        revoke: { reason: "superseded", text: "The tills print the tags themselves." },
      },
    ],
  },
  {
    name: "Gift finder",
    by: "hannah",
    issued: onDay(34, "13:25"),
    scopes: ["products:read"],
    later: [{ at: onDay(22, "09:10"), by: "hannah", revoke: { reason: "unused", text: null } }],
  },
];
