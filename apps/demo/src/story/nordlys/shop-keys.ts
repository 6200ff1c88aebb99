import type { KeyStory } from "../../key-story.ts";
import { calls } from "../../traffic.ts";
import { hoursAgo, inDays, onDay } from "../../when.ts";

/** What the shop sells with. */
export const shopKeys: readonly KeyStory[] = [
  {
    name: "Webshop",
    note: "www.nordlys.example, both data centres. On call: the shop team.",
    by: "freja",
    issued: onDay(117, "10:30"),
    scopes: ["products:read"],
    traffic: {
      rhythm: "shop",
      perDay: 21_000,
      growth: 1.6,
      calls: calls.browse,
      clients: [
        { address: "203.0.113.20", userAgent: "nordlys-webshop/5.2 node/24.11" },
        { address: "203.0.113.21", userAgent: "nordlys-webshop/5.2 node/24.11" },
      ],
    },
  },
  {
    name: "Webshop search",
    by: "mikkel",
    issued: onDay(114, "09:20"),
    scopes: ["products:read"],
    traffic: {
      rhythm: "shop",
      perDay: 9_400,
      growth: 1.6,
      calls: calls.browse,
      clients: [{ address: "203.0.113.24", userAgent: "nordlys-search/2.0 Go-http-client/2.0" }],
    },
  },
  {
    name: "Mobile app backend",
    note: "iOS and Android, since the launch of the app.",
    by: "mikkel",
    issued: onDay(84, "13:10"),
    scopes: ["products:read", "orders:read"],
    traffic: {
      rhythm: "shop",
      perDay: 8_200,
      growth: 3.5,
      calls: calls.browse,
      clients: [
        { address: "203.0.113.31", userAgent: "app-backend/1.14 okhttp/4.12.0" },
        { address: "203.0.113.32", userAgent: "app-backend/1.13 okhttp/4.12.0" },
      ],
    },
  },
  {
    name: "Checkout",
    by: "anders",
    issued: onDay(113, "11:00"),
    scopes: ["products:read", "orders:read", "orders:write"],
    addresses: ["203.0.113.0/26"],
    traffic: {
      rhythm: "shop",
      perDay: 2_600,
      calls: calls.orders,
      clients: [{ address: "203.0.113.35", userAgent: "nordlys-checkout/3.9 node/22.21" }],
    },
  },
  {
    name: "Price updater",
    note: "Sends the prices of the day to the shop, every quarter of an hour.",
    by: "anders",
    issued: onDay(112, "08:40"),
    scopes: ["products:read", "products:write"],
    traffic: {
      rhythm: "office",
      perDay: 680,
      calls: calls.prices,
      clients: [{ address: "203.0.113.60", userAgent: "python-requests/2.32.5" }],
      troubles: [
        {
          from: onDay(5, "08:52"),
          status: 403,
          cause: "insufficient_scope",
          refused: true,
          share: 1,
          only: { method: "PATCH", route: "/v1/products/{id}" },
        },
      ],
    },
    later: [{ at: onDay(5, "08:52"), by: "anders", edit: { scopes: ["products:read"] } }],
  },
  {
    name: "Storefront widget",
    note: "Shows what is in stock on the pages of our shops in town.",
    by: "lena",
    issued: onDay(74, "12:20"),
    scopes: ["products:read"],
    traffic: {
      rhythm: "shop",
      perDay: 1_100,
      calls: calls.pages,
      clients: [{ address: "203.0.113.44", userAgent: "widget-proxy/0.8 node/20.19" }],
      troubles: [
        { from: hoursAgo(49), status: 403, cause: "browser_call_refused", refused: true, share: 0.03 },
      ],
    },
    later: [
      {
        at: hoursAgo(49),
        expose: { by: "browser", origin: "https://www.nordlys.example", address: "198.51.100.77" },
      },
    ],
  },
  {
    name: "Returns portal",
    by: "priya",
    issued: onDay(101, "09:00"),
    scopes: ["products:read"],
    traffic: {
      rhythm: "shop",
      perDay: 320,
      calls: calls.pages,
      clients: [{ address: "203.0.113.47", userAgent: "returns/1.2 node/24.11" }],
    },
  },
  {
    name: "Season campaign",
    note: "The landing page goes when the season is over.",
    by: "priya",
    issued: onDay(40, "10:15"),
    expires: inDays(9),
    scopes: ["products:read"],
    traffic: {
      rhythm: "shop",
      perDay: 540,
      calls: calls.pages,
      clients: [{ address: "203.0.113.52", userAgent: "campaign/1.0 node/24.11" }],
    },
  },
  {
    name: "Pop-up store Hamburg",
    by: "lena",
    issued: onDay(57, "08:10"),
    expires: inDays(3),
    scopes: ["products:read"],
    traffic: {
      rhythm: "office",
      perDay: 350,
      calls: calls.browse,
      clients: [{ address: "198.51.100.130", userAgent: "nordlys-pos/2.6 (iPad; iOS 19.1)" }],
    },
  },
  {
    name: "Gift cards",
    note: "For the gift cards that start next quarter.",
    by: "anders",
    issued: onDay(11, "14:05"),
    expires: inDays(340),
    scopes: ["products:read"],
  },
  {
    name: "Loyalty pilot",
    by: "sofie",
    issued: onDay(97, "15:30"),
    scopes: ["products:read"],
  },
];
