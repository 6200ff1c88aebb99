import {
  edit,
  endOverlap,
  findKey,
  findManagedKey,
  isId,
  issue,
  KeyError,
  list,
  revoke,
  rotate,
  type ApiKey,
  type KeyId,
} from "@katkey/keys";
import { z } from "zod";
import { editInput, issueInput, listQueryInput, revokeInput, rotateInput } from "../../input/key-input.ts";
import type { Answer } from "../../http/answer.ts";
import type { KeyView } from "../../view/key-answer.ts";
import { keyViewOf, keyViewsOf } from "../../view/key-view.ts";
import { placeOf } from "../reading/cursor.ts";
import { nothing } from "../reading/input.ts";
import { defineRoute, type Admitted, type Once } from "../route.ts";
import { keyActIn } from "./key-act.ts";
import * as about from "./keys-about.ts";
import { endingOverlap, rotating } from "./rotation-about.ts";

const findClaim: Once["find"] = ({ desk }, organizationId, claimId, now) =>
  desk.store.findClaim(organizationId, claimId, now);

/** Whoever ends their own key rarely has time for words. */
const selfRevokeInput = z.strictObject({
  reason: revokeInput.shape.reason.default("compromised"),
  text: revokeInput.shape.text,
});

export const listKeys = defineRoute(
  {
    method: "GET",
    path: "/v1/keys",
    scopes: ["keys:read"],
    query: listQueryInput,
    body: nothing,
    about: about.listing,
  },
  async (principal, { services, act, query: { cursor, limit, ...filter } }) => {
    const { cursors, desk, usage } = services;
    const place = placeOf(principal, "/v1/keys", filter);
    const from = cursor === undefined ? {} : { cursor: cursors.open(place, cursor) };
    const { items, nextCursor } = await list({ ...desk, usage }, act, { ...filter, ...from, limit });
    const data = await keyViewsOf(services, items, act.now);
    return { status: 200, body: { data, nextCursor: nextCursor && cursors.seal(place, nextCursor) } };
  },
);

export const getKey = defineRoute(
  {
    method: "GET",
    path: "/v1/keys/{id}",
    scopes: ["keys:read"],
    query: nothing,
    body: nothing,
    about: about.reading,
  },
  async (_principal, call) => {
    const key = await findKey(call.services.desk, call.act, keyIdIn(call));
    return { status: 200, body: await viewOf(call, key) };
  },
);

export const issueKey = defineRoute(
  {
    method: "POST",
    path: "/v1/keys",
    scopes: ["keys:write"],
    query: nothing,
    body: issueInput,
    about: about.issuing,
    once: { find: findClaim, show: async (_principal, call, id) => issued(call, await claimedKey(call, id)) },
  },
  async (_principal, call) => issued(call, await issue(call.services.desk, keyActIn(call), call.body)),
);

export const editKey = defineRoute(
  {
    method: "PATCH",
    path: "/v1/keys/{id}",
    scopes: ["keys:write"],
    query: nothing,
    body: editInput,
    about: about.editing,
  },
  async (_principal, call) => {
    const key = await edit(call.services.desk, keyActIn(call), { keyId: keyIdIn(call), ...call.body });
    return { status: 200, body: await viewOf(call, key) };
  },
);

export const rotateKey = defineRoute(
  {
    method: "POST",
    path: "/v1/keys/{id}/rotate",
    scopes: ["keys:write"],
    query: nothing,
    body: rotateInput,
    about: rotating,
    once: {
      find: findClaim,
      show: async (_principal, call, id) => rotated(call, await claimedKey(call, id)),
    },
  },
  async (_principal, call) => {
    const request = { keyId: keyIdIn(call), ...call.body };
    return rotated(call, await rotate(call.services.desk, keyActIn(call), request));
  },
);

export const endKeyOverlap = defineRoute(
  {
    method: "POST",
    path: "/v1/keys/{id}/end-overlap",
    scopes: ["keys:write"],
    query: nothing,
    body: nothing,
    about: endingOverlap,
  },
  async (_principal, call) => {
    const key = await endOverlap(call.services.desk, keyActIn(call), keyIdIn(call));
    return { status: 200, body: await viewOf(call, key) };
  },
);

export const revokeKey = defineRoute(
  {
    method: "POST",
    path: "/v1/keys/{id}/revoke",
    scopes: ["keys:write"],
    query: nothing,
    body: revokeInput,
    about: about.revoking,
  },
  async (_principal, call) => {
    const key = await revoke(call.services.desk, keyActIn(call), { keyId: keyIdIn(call), ...call.body });
    return { status: 200, body: await viewOf(call, key) };
  },
);

/** Whoever holds a leaked key can end it. */
export const revokeSelf = defineRoute(
  {
    method: "POST",
    path: "/v1/keys/self/revoke",
    scopes: [],
    query: nothing,
    body: selfRevokeInput,
    about: about.revokingSelf,
  },
  async (_principal, call) => {
    const act = keyActIn(call);
    const key = await revoke(call.services.desk, act, { keyId: act.actor.keyId, ...call.body });
    return { status: 200, body: await viewOf(call, key) };
  },
);

/** The token is there once: in a replay it is `null`. */
interface Shown {
  readonly key: ApiKey;
  readonly token: string | null;
}

async function issued(call: Admitted, { key, token }: Shown): Promise<Answer> {
  const headers = { Location: `/v1/keys/${key.id}` };
  return { status: 201, headers, body: { key: await viewOf(call, key), token } };
}

async function rotated(call: Admitted, { key, token }: Shown): Promise<Answer> {
  return { status: 200, body: { key: await viewOf(call, key), token } };
}

/** The key that was issued or rotated with a claim, for whoever may still do so. */
async function claimedKey(call: Admitted, id: string): Promise<Shown> {
  return { key: await findManagedKey(call.services.desk, keyActIn(call), keyIdOf(id)), token: null };
}

function keyIdIn({ parameters: { id = "" } }: Admitted): KeyId {
  return keyIdOf(id);
}

/** What is no id at all is answered as an id that nobody has. */
function keyIdOf(id: string): KeyId {
  if (isId("key", id)) return id;
  throw new KeyError("key_not_found", "There is no such key in this organization.");
}

function viewOf({ services, act }: Admitted, key: ApiKey): Promise<KeyView> {
  return keyViewOf(services, key, act.now);
}
