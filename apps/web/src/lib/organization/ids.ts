import type { AppId, GrantId, KeyId, OrganizationId } from "../api/api-types.ts";

/** Tells whether part of an address can be an organization's id. Whether it exists, the server says. */
export function isOrganizationId(text: string): text is OrganizationId {
  return /^org_[0-9A-Za-z]{1,60}$/.test(text);
}

export function isKeyId(text: string): text is KeyId {
  return /^key_[0-9A-Za-z]{1,60}$/.test(text);
}

export function isAppId(text: string): text is AppId {
  return /^app_[0-9A-Za-z]{1,60}$/.test(text);
}

export function isGrantId(text: string): text is GrantId {
  return /^grt_[0-9A-Za-z]{1,60}$/.test(text);
}
