import type { OrganizationStory } from "../../organization-story.ts";
import { hoursAgo, onDay } from "../../when.ts";
import { backOffice } from "./back-office.ts";
import { danishProducts } from "./danish-products.ts";
import { endedKeys } from "./ended-keys.ts";
import { englishProducts } from "./english-products.ts";
import { germanProducts } from "./german-products.ts";
import { logistics } from "./logistics.ts";
import { partners } from "./partners.ts";
import { shopKeys } from "./shop-keys.ts";
import { testKeys } from "./test-keys.ts";

/** A Danish maker of furniture, large and busy. */
export const nordlys: OrganizationStory = {
  name: "Nordlys Møbler",
  plan: "enterprise",
  founded: onDay(118, "08:05"),
  owner: "freja",
  office: "192.0.2.40",
  keys: [...shopKeys, ...logistics, ...backOffice, ...partners, ...testKeys, ...endedKeys],
  products: [...danishProducts, ...germanProducts, ...englishProducts],
  events: [
    { at: onDay(117, "07:40"), by: "freja", joins: "anders", role: "admin", invited: onDay(118, "08:20") },
    { at: onDay(116, "09:10"), by: "freja", joins: "sofie", role: "admin", invited: onDay(118, "08:22") },
    { at: onDay(116, "11:30"), by: "anders", joins: "jonas", role: "member", invited: onDay(117, "08:00") },
    { at: onDay(115, "08:15"), by: "anders", joins: "mikkel", role: "member", invited: onDay(117, "08:02") },
    { at: onDay(108, "12:45"), by: "sofie", joins: "priya", role: "member", invited: onDay(110, "09:30") },
    { at: onDay(90, "08:50"), by: "sofie", joins: "lena", role: "member", invited: onDay(91, "14:00") },
    { at: onDay(80, "10:05"), by: "anders", joins: "elif", role: "viewer", invited: onDay(82, "13:15") },
    { at: onDay(45, "07:55"), by: "anders", joins: "tomasz", role: "member", invited: onDay(46, "15:20") },
    { at: onDay(52, "10:00"), by: "anders", invites: "nadja@nordlys.example", role: "member" },
    {
      at: onDay(25, "09:00"),
      by: "anders",
      invites: "trainee@nordlys.example",
      role: "admin",
      withdrawn: onDay(25, "09:25"),
    },
    {
      at: onDay(33, "14:30"),
      by: "anders",
      removes: "jonas",
      handOver: { "Label printer": "priya", "Assembly robot": "mikkel" },
    },
    { at: onDay(20, "08:30"), by: "freja", changeRole: "lena", to: "viewer" },
    { at: onDay(16, "13:00"), by: "freja", rules: { maximumLifetimeDays: 365, expiryRequired: true } },
    { at: onDay(12, "09:45"), by: "freja", changeRole: "sofie", to: "member" },
    { at: hoursAgo(51), by: "anders", invites: "karen@nordlys.example", role: "member" },
    { at: hoursAgo(27), by: "freja", invites: "studio@pixelhafen.example", role: "viewer" },
  ],
  outages: [
    {
      from: onDay(23, "13:10"),
      until: onDay(23, "13:50"),
      status: 500,
      cause: "internal_error",
      share: 0.012,
    },
    {
      from: onDay(9, "06:00"),
      until: onDay(9, "08:30"),
      status: 502,
      cause: "text_engine_failed",
      share: 0.35,
      only: { method: "POST", route: "/v1/products/{id}/regenerate" },
    },
  ],
};
