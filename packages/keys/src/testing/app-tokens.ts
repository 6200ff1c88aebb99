import { createToken, publicKeyIdOf } from "../admission/token.ts";
import { hashToken } from "../admission/token-hash.ts";
import type { AppTokenRecord, AppTokenStore } from "../admission/app-token.ts";
import type { Desk } from "../desk.ts";
import { createId, type GrantId, type MemberId, type OrganizationId } from "../id.ts";
import type { Scope } from "../keys/scope.ts";

interface NewAppToken {
  readonly organizationId: OrganizationId;
  /** Who granted it. */
  readonly memberId: MemberId;
  readonly scopes: readonly Scope[];
  readonly name?: string;
  /** One that is there; absent: a new one of a made-up app. */
  readonly grantId?: GrantId;
  readonly expiresAt?: number;
  readonly now: number;
}

type Kept = Pick<AppTokenRecord, "type" | "publicKeyId" | "hash" | "app" | "scopes" | "expiresAt"> &
  Pick<NewAppToken, "organizationId" | "memberId"> & { readonly grantId: GrantId };

const hourMs = 3_600_000;

/** Access tokens of made-up apps, of an organization and a member as they are now. */
export interface TestAppTokens extends AppTokenStore {
  /** A grant, and a token of it. */
  add(token: NewAppToken): { readonly token: string; readonly grantId: GrantId };
  end(grantId: GrantId, at: number): void;
}

export function createTestAppTokens({
  tenancy,
  scopes: rules,
  brand,
  random,
}: Omit<Desk, "store">): TestAppTokens {
  const kept = new Map<string, Kept>();
  const ends = new Map<GrantId, number>();
  return {
    add({ organizationId, memberId, scopes, name = "Stockroom", now, expiresAt = now + hourMs, ...given }) {
      const token = createToken(brand, "oat", random);
      const publicKeyId = publicKeyIdOf(brand, token);
      const { grantId = createId("grt", now, random) } = given;
      const app = { id: createId("app", now, random), name };
      const whose = { organizationId, memberId, grantId, app };
      const secret = { publicKeyId, hash: hashToken(token) };
      kept.set(publicKeyId, { type: "app", ...secret, ...whose, scopes, expiresAt });
      return { token, grantId };
    },
    end: (grantId, at) => void ends.set(grantId, at),
    async find(publicKeyId) {
      const found = kept.get(publicKeyId);
      if (found === undefined) return null;
      const { organizationId, memberId, grantId, scopes, ...token } = found;
      const organization = await tenancy.findOrganization(organizationId);
      if (organization === null) return null;
      const role = (await tenancy.findMember(organizationId, memberId))?.role ?? null;
      const grant = { id: grantId, endedAt: ends.get(grantId) ?? null };
      return {
        ...token,
        grant,
        scopes: rules.effective(scopes, role),
        organization,
        responsible: { memberId, role },
      };
    },
  };
}
