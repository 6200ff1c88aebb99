import { appApprovals, appTypes, longestLogo, longestOverlapSeconds, mostRedirectUris } from "@katkey/keys";
import { z } from "zod";
import { idInput } from "./id.ts";
import { refusing } from "./refusing.ts";
import { scopesInput } from "./scope-input.ts";
import { lineInput, noteInput } from "./text.ts";
import { wholeInput } from "./whole.ts";

export const appInput = z.object({ appId: idInput("app") });

export const grantInput = z.object({ grantId: idInput("grt") });

/** The verb says what is wrong with one; here only that it is no essay. */
const redirectUrisInput = z.array(z.string().trim().max(4_000)).max(mostRedirectUris);

const homepageInput = z
  .url({ protocol: /^https$/, ...refusing("malformed", "Must be a URL that begins with https://.") })
  .max(500)
  .nullable();

/** A JSON Web Key Set; the verb says what is wrong with a key of it. `null`: no keys. */
const jwksInput = z
  .looseObject({ keys: z.array(z.record(z.string().max(50), z.unknown())).max(50) })
  .nullable();

const shownInput = z.object({
  name: lineInput(80),
  description: noteInput(300),
  homepage: homepageInput,
  /** A data URI; the verb looks whether it is a picture. */
  logo: z.string().max(longestLogo).nullable(),
});

export const registerAppInput = shownInput.extend({
  type: z.enum(appTypes),
  redirectUris: redirectUrisInput,
  scopes: scopesInput,
  jwks: jwksInput.exactOptional(),
});

/** What is absent stays as it is. With the revision that was seen the edit is refused if the app has another one. */
export const editAppInput = appInput.extend({
  revision: wholeInput(0).exactOptional(),
  patch: z.strictObject({
    name: shownInput.shape.name.exactOptional(),
    description: shownInput.shape.description.exactOptional(),
    homepage: shownInput.shape.homepage.exactOptional(),
    logo: shownInput.shape.logo.exactOptional(),
    redirectUris: redirectUrisInput.exactOptional(),
    scopes: scopesInput.exactOptional(),
    jwks: jwksInput.exactOptional(),
  }),
});

export const rotateAppSecretInput = appInput.extend({
  overlapSeconds: wholeInput(0, longestOverlapSeconds),
  /** The public part of the secret that is meant. */
  replaces: z.string().max(60).exactOptional(),
});

export const customersInput = appInput.extend({
  /** The `nextCursor` of the page before. */
  cursor: idInput("grt").exactOptional(),
  limit: wholeInput(1, 100).default(50),
});

export const endedGrantsInput = z.object({
  /** The `nextCursor` of the page before. */
  cursor: idInput("grt").exactOptional(),
  limit: wholeInput(1, 100).default(50),
});

export const offeredAppsInput = z.object({
  approval: z.enum(appApprovals).exactOptional(),
  /** The `nextCursor` of the page before. */
  cursor: idInput("app").exactOptional(),
  limit: wholeInput(1, 50).default(25),
});

/** Beside the owner's `organizationId`. */
export const appDecisionInput = appInput.extend({
  decision: z.enum(["approved", "refused"]),
  revision: wholeInput(0),
});
