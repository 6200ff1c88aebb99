import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { KeyError, type OrganizationId, type Principal } from "@katkey/keys";
import { canonicalJson } from "./canonical-json.ts";

/** The list that a cursor is a place in. In every other list it is worth nothing. */
export interface Place {
  readonly route: string;
  readonly organizationId: OrganizationId;
  /** `null`: of members, who see both. */
  readonly environment: Principal["environment"] | null;
  /** What narrows the list down; not the size of its pages, which may change on the way. */
  readonly filter: object;
}

/** Makes what a store knows as a position into what a caller may hold, and back. */
export interface Cursors {
  /** `position`: well-formed text, such as the id of a page's last item. */
  seal(place: Place, position: string): string;
  /** The position, if the cursor is one of this place. @throws KeyError `cursor_invalid` */
  open(place: Place, cursor: string): string;
}

const tagBytes = 32;
/** A tag and an id make 78; a position can hold a name, and there are letters that are compared as 18. */
const longestCursor = 5_000;

/** Cursors that only this installation can make. They work for as long as it keeps its secret. */
export function createCursors(secret: string): Cursors {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "katkey cursor", 32));

  function tagOf({ route, organizationId, environment, filter }: Place, position: Uint8Array): Uint8Array {
    const place = JSON.stringify([route, organizationId, environment, canonicalJson(filter)]);
    // JSON has no bare line break: no place runs into a position.
    return createHmac("sha256", key).update(`${place}\n`).update(position).digest();
  }

  return {
    seal(place, position) {
      const bytes = Buffer.from(position);
      return Buffer.concat([tagOf(place, bytes), bytes]).toString("base64url");
    },

    open(place, cursor) {
      const bytes = bytesOf(cursor);
      const [tag, position] = [bytes.subarray(0, tagBytes), bytes.subarray(tagBytes)];
      if (tag.length === tagBytes && timingSafeEqual(tag, tagOf(place, position))) return position.toString();
      throw new KeyError("cursor_invalid", "This cursor did not come from a page of this list.");
    },
  };
}

/** None for a text that is not exactly what `seal` would write: Node's decoder skips what it does not know. */
function bytesOf(cursor: string): Buffer {
  const bytes = Buffer.from(cursor.slice(0, longestCursor), "base64url");
  return bytes.toString("base64url") === cursor ? bytes : Buffer.alloc(0);
}

/** The place of a list as this caller sees it. */
export function placeOf(principal: Principal, route: string, filter: object): Place {
  const { organization, environment } = principal;
  return { route, organizationId: organization.id, environment, filter };
}
