import type { OrganizationStory } from "../../organization-story.ts";
import { hoursAgo, onDay } from "../../when.ts";
import { kestrelKeys } from "./keys.ts";
import { kestrelProducts } from "./products.ts";

/** An English shop for life outdoors, small, on the plan that costs nothing. */
export const kestrel: OrganizationStory = {
  name: "Kestrel Outdoor",
  plan: "standard",
  founded: onDay(96, "10:15"),
  owner: "freja",
  office: "192.0.2.90",
  keys: kestrelKeys,
  products: kestrelProducts,
  events: [
    { at: onDay(95, "09:05"), by: "freja", joins: "grace", role: "owner", invited: onDay(96, "10:20") },
    { at: onDay(95, "09:40"), by: "grace", changeRole: "freja", to: "admin" },
    { at: onDay(93, "13:20"), by: "grace", joins: "liam", role: "member", invited: onDay(94, "08:30") },
    { at: onDay(76, "10:10"), by: "grace", joins: "mikkel", role: "viewer", invited: onDay(77, "16:45") },
    { at: onDay(51, "11:55"), by: "grace", joins: "hannah", role: "admin", invited: onDay(52, "12:00") },
    { at: onDay(64, "14:05"), by: "grace", rules: { defaultAddresses: ["192.0.2.0/24"] } },
    { at: hoursAgo(74), by: "hannah", invites: "till@kestrel.example", role: "member" },
  ],
  outages: [
    { from: onDay(23, "13:10"), until: onDay(23, "13:50"), status: 500, cause: "internal_error", share: 0.1 },
  ],
};
