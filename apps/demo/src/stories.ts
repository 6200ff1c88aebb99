import type { OrganizationStory } from "./organization-story.ts";
import { kestrel } from "./story/kestrel/organization.ts";
import { nordlys } from "./story/nordlys/organization.ts";

/** The demo's organizations. */
export const stories: readonly OrganizationStory[] = [nordlys, kestrel];
