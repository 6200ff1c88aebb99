/*
 * `<brand>_<kind>_<publicKeyId>.<secret>`: what the app knows of the form of a token. No field takes one, but people paste
 * what they have.
 */

// One that was cut off at either end counts too: whatever stands behind such an id may be its secret.
const idAndSecret = /(?<![0-9A-Za-z])([0-9A-Za-z]{16})\.\S/;

// By its kind, where something else may look like an id and what follows it.
const beginning = /(?:live|test|svc|ocs|oat|ort)_[0-9A-Za-z]{16}\./;

/** Of a text with a token in it only the token's `publicKeyId`: a secret must not get into the address. */
export function withoutSecret(text: string): string {
  return idAndSecret.exec(text)?.[1] ?? text;
}

/** Whether there is a token in a text, or what is left of one that was cut off at its end. */
export function holdsToken(text: string): boolean {
  return beginning.test(text);
}
