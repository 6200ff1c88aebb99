import type { KeyStory } from "../../key-story.ts";
import { calls } from "../../traffic.ts";
import { onDay } from "../../when.ts";

/** Keys whose story is over. */
export const endedKeys: readonly KeyStory[] = [
  {
    name: "Legacy importer",
    by: "jonas",
    issued: onDay(112, "10:20"),
    scopes: ["products:read", "products:write"],
    traffic: {
      rhythm: "night",
      perDay: 1_300,
      calls: calls.sync,
      clients: [{ address: "203.0.113.240", userAgent: "Wget/1.21.4" }],
    },
    later: [
      { at: onDay(55, "07:14"), expose: { by: "url", origin: null, address: "198.51.100.91" } },
      {
        at: onDay(55, "07:41"),
        by: "anders",
        revoke: { reason: "compromised", text: "The token was in the URL of a cron job, and in its log." },
      },
    ],
  },
  {
    name: "Webshop (old host)",
    by: "freja",
    issued: onDay(117, "09:45"),
    scopes: ["products:read"],
    traffic: {
      rhythm: "shop",
      perDay: 6_000,
      calls: calls.browse,
      clients: [{ address: "198.51.100.10", userAgent: "nordlys-webshop/4.9 node/20.19" }],
      until: onDay(71, "21:30"),
    },
    later: [
      {
        at: onDay(70, "08:05"),
        by: "freja",
        revoke: { reason: "superseded", text: "Everything runs with the key Webshop since the move." },
      },
    ],
  },
  {
    name: "A/B testing trial",
    by: "sofie",
    issued: onDay(85, "13:00"),
    scopes: ["products:read"],
    later: [{ at: onDay(31, "09:30"), by: "anders", revoke: { reason: "unused", text: null } }],
  },
  {
    name: "Social media bot",
    by: "lena",
    issued: onDay(78, "15:15"),
    scopes: ["products:read"],
    traffic: {
      rhythm: "shop",
      perDay: 75,
      calls: calls.pages,
      clients: [{ address: "198.51.100.111", userAgent: "Zapier" }],
    },
    later: [
      {
        at: onDay(26, "11:50"),
        by: "lena",
        revoke: { reason: "other", text: "The agency's contract has ended." },
      },
    ],
  },
  {
    // Revoked when he left.
    name: "Jonas, load test",
    environment: "test",
    by: "jonas",
    issued: onDay(63, "16:10"),
    scopes: ["products:read"],
    traffic: {
      rhythm: "office",
      perDay: 1_500,
      calls: calls.browse,
      clients: [{ address: "192.0.2.40", userAgent: "autocannon/8.0" }],
      until: onDay(58, "15:00"),
    },
  },
  {
    name: "Spring sale landing page",
    by: "priya",
    issued: onDay(98, "08:20"),
    expires: onDay(22, "22:00"),
    scopes: ["products:read"],
    traffic: {
      rhythm: "shop",
      perDay: 480,
      calls: calls.pages,
      clients: [{ address: "203.0.113.52", userAgent: "campaign/0.9 node/22.21" }],
    },
  },
  {
    name: "Data migration",
    note: "For the contractor who moved the catalogue.",
    by: "sofie",
    issued: onDay(79, "09:50"),
    expires: onDay(48, "16:00"),
    scopes: ["products:read", "products:write"],
    traffic: {
      rhythm: "office",
      perDay: 3_900,
      calls: calls.sync,
      clients: [{ address: "198.51.100.180", userAgent: "Apache-HttpClient/5.4 (Java/21.0.9)" }],
    },
  },
];
