import { expect, it } from "vitest";
import type { AuditAction, AuditEvent } from "../audit/audit.ts";
import { isVital } from "./vital.ts";

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
] as const)("%s ends access, and is done also on a full disk", (action) => {
  expect(isVital(event(action))).toBe(true);
});

it.each(["key.issued", "key.released", "app.unblocked", "organization.resumed"] as const)(
  "%s gives access, and waits for room",
  (action) => {
    expect(isVital(event(action))).toBe(false);
  },
);
