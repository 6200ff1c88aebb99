import { base62Of, randomBase62, type RandomBytes } from "./base62.ts";

export type OrganizationId = `org_${string}`;
export type MemberId = `mem_${string}`;
export type UserId = `usr_${string}`;
export type KeyId = `key_${string}`;
export type InvitationId = `inv_${string}`;
export type ExportId = `exp_${string}`;
export type ServiceTokenId = `svt_${string}`;
export type AppId = `app_${string}`;
export type GrantId = `grt_${string}`;

/** Nine base62 digits hold milliseconds until the year 430,000. */
const timeDigits = 9;
const randomDigits = 13;

/**
 * A new id, `<prefix>_` and 22 characters. Ids of one prefix sort by the
 * millisecond in which they were made, so lists page by them.
 */
export function createId<Prefix extends string>(
  prefix: Prefix,
  now: number,
  random: RandomBytes,
): `${Prefix}_${string}` {
  return `${prefix}_${base62Of(now, timeDigits)}${randomBase62(randomDigits, random)}`;
}

/** No id of this prefix that was made at `time` or later sorts before it, and every earlier one does. */
export function firstIdOf<Prefix extends string>(prefix: Prefix, time: number): `${Prefix}_${string}` {
  return `${prefix}_${base62Of(time, timeDigits)}`;
}

/** Tells whether `text` has the form of an id with this prefix. */
export function isId<Prefix extends string>(prefix: Prefix, text: string): text is `${Prefix}_${string}` {
  return text.startsWith(`${prefix}_`) && /^[0-9A-Za-z]{1,60}$/.test(text.slice(prefix.length + 1));
}
