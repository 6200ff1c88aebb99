import type { changeKeyRules, createOrganization, MemberActor } from "@katkey/keys";
import type { KeyStory } from "./key-story.ts";
import type { PersonName } from "./people.ts";
import type { ProductStory } from "./product-story.ts";
import type { Trouble } from "./traffic.ts";
import type { When } from "./when.ts";

type Role = MemberActor["role"];

interface Change {
  readonly at: When;
  readonly by: PersonName;
}

export interface Joining extends Change {
  readonly joins: PersonName;
  readonly role: Role;
  readonly invited: When;
}

export interface Leaving extends Change {
  readonly removes: PersonName;
  /** Who gets which of their keys; the others are revoked. */
  readonly handOver: Readonly<Record<string, PersonName>>;
}

/** What became of an organization and its people; what became of a key is told with the key. */
export type OrganizationEvent =
  | Joining
  | Leaving
  | (Change & { readonly changeRole: PersonName; readonly to: Role })
  | (Change & { readonly invites: string; readonly role: Role; readonly withdrawn?: When })
  | (Change & { readonly rename: string })
  | (Change & { readonly rules: Parameters<typeof changeKeyRules>[2] });

export interface OrganizationStory {
  readonly name: string;
  readonly plan: Parameters<typeof createOrganization>[1]["plan"];
  readonly founded: When;
  readonly owner: PersonName;
  /** The address where its people sit. */
  readonly office: string;
  readonly events: readonly OrganizationEvent[];
  readonly keys: readonly KeyStory[];
  readonly products: readonly ProductStory[];
  /** What troubled all of its keys. */
  readonly outages: readonly Trouble[];
}
