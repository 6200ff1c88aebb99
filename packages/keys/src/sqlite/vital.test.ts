import { expect, it } from "vitest";
import type { AuditAction, AuditEvent } from "../audit/audit.ts";
import { shareOf } from "./vital.ts";

const event = (action: AuditAction) => ({ action, after: null }) as AuditEvent;

it.each([
  "key.revoked",
  "key.quarantined",
  "service_token.revoked",
  "app.disabled",
  "app.blocked",
  "app.refused",
  "app.offer_withdrawn",
  "app.disconnected",
  "member.removed",
  "person.banned",
  "organization.suspended",
  "member.signed_out",
  "member.sessions_ended",
  "member.passkey_removed",
] as const)("%s ends access, and is done also on a full disk", (action) => {
  expect(shareOf([event(action)])).toBe("all");
});

it.each(["key.issued", "key.released", "app.unblocked", "organization.resumed"] as const)(
  "%s gives access, and waits for room",
  (action) => {
    expect(shareOf([event(action)])).toBe("none");
  },
);

it.each([
  "member.signed_in",
  "member.password_changed",
  "person.password_link_made",
  "person.password_link_used",
] as const)("%s brings in who ends access, and leaves half of the reserve to that", (action) => {
  expect(shareOf([event(action)])).toBe("half");
  expect(shareOf([event("key.issued"), event(action)])).toBe("half");
  expect(shareOf([event(action), event("key.revoked")])).toBe("all");
});
