import { intact, sealedApp, sealedGrant, sealedMember, sealedOrganization } from "@katkey/keys/sqlite";
import type { Database } from "better-sqlite3";
import { sealedArtifact } from "./sealed-artifact.ts";

// On the path of every request of an app. As for keys, an unknown id reads its neighbour instead: the same pages, the
// same joins, the same time. Only access tokens have a public id here.
export const findAppTokenOn = (database: Database) => `
  select a.public_id as publicKeyId, a.id as hash, a.expires_at as expiresAt, a.payload ->> 'scope' as scope,
    g.id as grantId, g.scopes as grantScopes, g.ended_at as endedAt, p.disabled_at as disabledAt, p.blocked_at as blockedAt,
    m.removed_at as removedAt, u.banned_at as bannedAt, p.id as appId, p.name as appName,
    o.id as organizationId, o.name as organizationName, o.plan,
    o.requests_per_minute as requestsPerMinute, o.api_access as apiAccess, o.suspended_at as suspendedAt,
    m.id as memberId, m.role,
    ${intact(database, sealedArtifact, "a")} and ${intact(database, sealedGrant, "g")}
      and ${intact(database, sealedApp, "p")} and ${intact(database, sealedOrganization, "o")}
      and ${intact(database, sealedMember, "m")} as intact
  from oauth_artifact a
  join app_grant g on g.id = a.grant_id
  join partner_app p on p.id = g.app_id
  join organization o on o.id = g.organization_id
  join member m on m.id = g.member_id
  join user u on u.id = g.user_id
  where a.public_id = coalesce(
    (select public_id from oauth_artifact where public_id >= ? order by public_id limit 1),
    (select min(public_id) from oauth_artifact where public_id is not null))`;
