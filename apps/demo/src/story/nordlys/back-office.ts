import type { KeyStory } from "../../key-story.ts";
import { calls } from "../../traffic.ts";
import { inDays, onDay } from "../../when.ts";

/** Texts, figures, and keeping the lights on. */
export const backOffice: readonly KeyStory[] = [
  {
    name: "Translation service",
    by: "lena",
    issued: onDay(86, "09:30"),
    scopes: ["products:read", "products:write"],
    traffic: {
      rhythm: "office",
      perDay: 330,
      calls: calls.texts,
      clients: [{ address: "203.0.113.160", userAgent: "python-httpx/0.28.1" }],
      troubles: [
        {
          // Its member is a viewer since then.
          from: onDay(20, "08:30"),
          status: 403,
          cause: "insufficient_scope",
          refused: true,
          share: 1,
          only: { method: "POST", route: "/v1/products/{id}/regenerate" },
        },
      ],
    },
  },
  {
    name: "Listing writer",
    by: "priya",
    issued: onDay(19, "10:10"),
    scopes: ["products:read", "products:write"],
    traffic: {
      rhythm: "office",
      perDay: 420,
      calls: calls.texts,
      clients: [{ address: "203.0.113.161", userAgent: "listing-writer/0.4 python-httpx/0.28.1" }],
    },
  },
  {
    name: "Image pipeline",
    by: "tomasz",
    issued: onDay(44, "13:35"),
    scopes: ["products:read"],
    traffic: {
      rhythm: "steady",
      perDay: 1_200,
      calls: calls.export,
      clients: [{ address: "203.0.113.165", userAgent: "image-pipeline/2.2 rust-reqwest/0.12" }],
    },
  },
  {
    name: "Customer service tool",
    by: "mikkel",
    issued: onDay(99, "14:15"),
    scopes: ["products:read"],
    traffic: {
      rhythm: "office",
      perDay: 240,
      calls: calls.pages,
      clients: [{ address: "192.0.2.40", userAgent: "desk/9.1 Ruby/3.4" }],
    },
  },
  {
    name: "BI export",
    by: "anders",
    issued: onDay(103, "08:00"),
    scopes: ["products:read", "usage:read"],
    traffic: {
      rhythm: "night",
      perDay: 48,
      calls: [...calls.export, { method: "GET", route: "/v1/usage", status: 200, weight: 1 }],
      clients: [{ address: "203.0.113.170", userAgent: "bi-extract/5.0 python-requests/2.32.5" }],
    },
  },
  {
    name: "Billing dashboard",
    by: "sofie",
    issued: onDay(89, "11:10"),
    scopes: ["usage:read", "billing:read"],
    traffic: {
      rhythm: "office",
      perDay: 90,
      calls: calls.reports,
      clients: [{ address: "192.0.2.40", userAgent: "grafana/12.2.1" }],
      troubles: [
        {
          // Its member is no admin since then.
          from: onDay(12, "09:45"),
          status: 403,
          cause: "insufficient_scope",
          refused: true,
          share: 1,
          only: { method: "GET", route: "/v1/billing" },
        },
      ],
    },
  },
  {
    name: "Monitoring",
    by: "freja",
    issued: onDay(117, "12:00"),
    scopes: ["products:read"],
    traffic: {
      rhythm: "steady",
      perDay: 288,
      growth: 1,
      calls: calls.heartbeat,
      clients: [{ address: "203.0.113.180", userAgent: "uptime-probe/1.1" }],
    },
  },
  {
    name: "Nightly backup",
    by: "anders",
    issued: onDay(115, "16:00"),
    scopes: ["products:read"],
    traffic: {
      rhythm: "night",
      perDay: 36,
      growth: 1,
      calls: calls.export,
      clients: [{ address: "203.0.113.9", userAgent: "curl/8.14.1" }],
    },
  },
  {
    name: "Newsletter builder",
    by: "sofie",
    issued: onDay(92, "10:25"),
    scopes: ["products:read"],
    traffic: {
      rhythm: "weekly",
      perDay: 140,
      calls: calls.browse,
      clients: [{ address: "203.0.113.190", userAgent: "mailroom/2.0 PHP/8.4" }],
    },
  },
  {
    name: "Photo studio",
    note: "Pixelhafen, until the winter catalogue is done.",
    by: "priya",
    issued: onDay(28, "09:15"),
    expires: inDays(13),
    scopes: ["products:read"],
    addresses: ["198.51.100.160/28"],
    traffic: {
      rhythm: "office",
      perDay: 60,
      calls: calls.browse,
      clients: [{ address: "198.51.100.163", userAgent: "PostmanRuntime/7.49.0" }],
    },
  },
];
