import { list, type Act, type ApiKey, type MemberActor, type OrganizationId } from "@katkey/keys";
import type { z } from "zod";
import type { listInput } from "../input/key-input.ts";
import type { Services } from "../services.ts";

interface Asking {
  readonly services: Services;
  readonly act: Act<MemberActor>;
}

type Asked = z.output<typeof listInput> & { readonly organizationId: OrganizationId };

/** A page of keys for the dashboard. Its cursors are sealed: one that was cut short would silently begin elsewhere. */
export async function keyPageOf(
  { services: { desk, usage, cursors }, act }: Asking,
  { organizationId, cursor, limit, ...filter }: Asked,
): Promise<{ readonly items: readonly ApiKey[]; readonly nextCursor: string | null }> {
  const place = { route: "keys", organizationId, environment: null, filter };
  const from = cursor === undefined ? {} : { cursor: cursors.open(place, cursor) };
  const { items, nextCursor } = await list({ ...desk, usage }, act, { ...filter, ...from, limit });
  return { items, nextCursor: nextCursor && cursors.seal(place, nextCursor) };
}
