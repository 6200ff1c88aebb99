import type { KeyStory } from "../../key-story.ts";
import { calls } from "../../traffic.ts";
import { inDays, onDay, type When } from "../../when.ts";

const provisioning = "Partner onboarding";

/** Shops that sell our furniture, each with a key that our onboarding issued over the REST API. */
export const partners: readonly KeyStory[] = [
  {
    name: provisioning,
    note: "Issues the keys of our partners when their contract is signed.",
    by: "freja",
    issued: onDay(94, "10:40"),
    scopes: ["products:read", "keys:read", "keys:write"],
    traffic: {
      rhythm: "office",
      perDay: 70,
      calls: calls.keys,
      clients: [{ address: "203.0.113.200", userAgent: "partner-onboarding/1.3 node/24.11" }],
    },
  },
  partner("Möbelhaus Ahrens", onDay(88, "09:12"), { perDay: 390, address: "198.51.100.20" }),
  partner("Skagen Interiør", onDay(81, "13:47"), { perDay: 210, address: "198.51.100.31" }),
  partner("Wohnwerk Leipzig", onDay(66, "08:33"), { perDay: 520, address: "198.51.100.42" }),
  partner("Fjordhytten", onDay(49, "15:02"), { perDay: 130, address: "198.51.100.53" }),
  partner("Atelier Brandt", onDay(30, "10:58"), { perDay: 260, address: "198.51.100.64" }),
  { ...partner("Hygge & Co", onDay(8, "11:21"), null), expires: inDays(356) },
];

interface Shop {
  readonly perDay: number;
  readonly address: string;
}

function partner(name: string, issued: When, shop: Shop | null): KeyStory {
  const story = {
    name: `Partner: ${name}`,
    by: { key: provisioning },
    issued,
    scopes: ["products:read"],
  } as const;
  if (shop === null) return { ...story, addresses: ["198.51.100.75/32", "203.0.113.200/32"] };
  const { perDay, address } = shop;
  const clients = [{ address, userAgent: "nordlys-partner-plugin/2.4 PHP/8.3" }] as const;
  return {
    ...story,
    addresses: [`${address}/32`],
    traffic: { rhythm: "syncs", perDay, calls: calls.browse, clients },
  };
}
