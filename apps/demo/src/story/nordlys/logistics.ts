import type { KeyStory } from "../../key-story.ts";
import { calls } from "../../traffic.ts";
import { hoursAgo, onDay } from "../../when.ts";

/** Warehouses, carriers and feeds. */
export const logistics: readonly KeyStory[] = [
  {
    name: "Warehouse sync Odense",
    note: "Runs on two machines, rota-01 and rota-02.",
    by: "mikkel",
    issued: onDay(111, "07:50"),
    scopes: ["products:read", "products:write"],
    addresses: ["203.0.113.64/27"],
    traffic: {
      rhythm: "steady",
      perDay: 2_900,
      calls: calls.sync,
      clients: [
        { address: "203.0.113.70", userAgent: "warehouse-sync/7.1 Java/21.0.9" },
        { address: "203.0.113.71", userAgent: "warehouse-sync/7.1 Java/21.0.9" },
      ],
    },
    later: [
      {
        at: hoursAgo(76),
        by: "mikkel",
        // Silent for 30 hours: safe to end.
        rotate: { overlapHours: 168, followed: hoursAgo(30) },
      },
    ],
  },
  {
    name: "Warehouse sync Aarhus",
    by: "mikkel",
    issued: onDay(109, "08:30"),
    scopes: ["products:read", "products:write"],
    addresses: ["203.0.113.96/27"],
    traffic: {
      rhythm: "syncs",
      perDay: 1_700,
      calls: calls.sync,
      clients: [{ address: "203.0.113.101", userAgent: "warehouse-sync/7.1 Java/21.0.9" }],
    },
    later: [
      { at: onDay(41, "09:05"), by: "mikkel", rotate: { overlapHours: 72, followed: onDay(41, "13:40") } },
      { at: onDay(39, "10:20"), by: "mikkel", endOverlap: true },
    ],
  },
  {
    name: "Marketplace feed",
    note: "Offers to the marketplaces. The old host moves to the new secret with its next release.",
    by: "priya",
    issued: onDay(104, "10:00"),
    scopes: ["products:read"],
    traffic: {
      rhythm: "steady",
      perDay: 3_300,
      calls: calls.browse,
      clients: [
        { address: "203.0.113.140", userAgent: "feed-builder/3.0 node/24.11" },
        { address: "198.51.100.14", userAgent: "feed-builder/2.8 node/18.20" },
      ],
    },
    later: [
      { at: hoursAgo(20), by: "priya", rotate: { overlapHours: 48, followed: hoursAgo(18), share: 0.7 } },
    ],
  },
  {
    name: "ERP connector",
    by: "anders",
    issued: onDay(116, "13:20"),
    scopes: ["products:read", "products:write"],
    addresses: ["203.0.113.8/32", "2001:db8:40::/48"],
    traffic: {
      rhythm: "office",
      perDay: 2_200,
      calls: calls.prices,
      clients: [{ address: "2001:db8:40::8", userAgent: "ErpBridge/11.3 (.NET 9.0)" }],
    },
    later: [
      { at: onDay(62, "06:30"), by: "anders", rotate: { overlapHours: 24, followed: onDay(62, "09:15") } },
    ],
  },
  {
    name: "PIM import",
    by: "priya",
    issued: onDay(100, "11:45"),
    scopes: ["products:read", "products:write"],
    traffic: {
      rhythm: "night",
      perDay: 2_400,
      calls: calls.sync,
      clients: [{ address: "203.0.113.150", userAgent: "pim-import/1.9 node/22.21" }],
    },
  },
  {
    name: "Label printer",
    by: "jonas",
    issued: onDay(107, "09:40"),
    scopes: ["products:read"],
    traffic: {
      rhythm: "office",
      perDay: 410,
      calls: calls.export,
      clients: [{ address: "203.0.113.120", userAgent: "LabelStation/4.4" }],
    },
  },
  {
    name: "Assembly robot",
    by: "jonas",
    issued: onDay(95, "08:25"),
    scopes: ["products:read"],
    traffic: {
      rhythm: "office",
      perDay: 760,
      calls: calls.pages,
      clients: [{ address: "203.0.113.122", userAgent: "robot-cell/0.3 curl/8.5.0" }],
    },
  },
  {
    name: "Carrier quotes",
    by: "tomasz",
    issued: onDay(38, "10:50"),
    scopes: ["products:read"],
    traffic: {
      rhythm: "shop",
      perDay: 880,
      growth: 1.9,
      calls: calls.browse,
      clients: [{ address: "203.0.113.128", userAgent: "quotes/1.0 Go-http-client/2.0" }],
    },
  },
  {
    name: "Trade fair kiosk",
    by: "jonas",
    issued: onDay(108, "07:30"),
    scopes: ["products:read"],
    traffic: {
      rhythm: "office",
      perDay: 260,
      calls: calls.browse,
      clients: [{ address: "198.51.100.200", userAgent: "Mozilla/5.0 (X11; Linux armv7l) kiosk" }],
      until: onDay(93, "16:00"),
    },
    later: [{ at: onDay(34, "09:00"), by: "anders", handOver: "mikkel" }],
  },
];
