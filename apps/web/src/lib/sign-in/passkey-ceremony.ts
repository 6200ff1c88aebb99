import { AuthError, postAuth } from "../api/auth-fetch.ts";
import { wordsOf } from "../language/i18n.ts";

const t = wordsOf("app");

/** False in old browsers, over plain HTTP, and where the address is no name: passkeys are bound to one. */
export function canUsePasskeys(): boolean {
  const { isSecureContext, location } = window;
  if (!isSecureContext || /^[\d.]+$|^\[/.test(location.hostname)) return false;
  return typeof PublicKeyCredential === "function" && "parseRequestOptionsFromJSON" in PublicKeyCredential;
}

/** The browser makes one and keeps it, or has it kept elsewhere. @throws AuthError */
export async function makePasskey(password: string): Promise<unknown> {
  const options = await postAuth("/passkey/generate-register-options", { password });
  if (!isCreation(options)) throw failed();
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  return jsonOf(await navigator.credentials.create({ publicKey }).catch(refuse));
}

interface Asking {
  /** Offer passkeys where the e-mail address is filled in, and say nothing where there are none. */
  readonly inField?: boolean;
  readonly signal?: AbortSignal;
}

/** What a passkey answered, for `enterWithPasskey`. @throws AuthError */
export async function askForPasskey({ inField = false, signal }: Asking = {}): Promise<unknown> {
  const options = await postAuth("/passkey/generate-authenticate-options", {});
  if (!isRequest(options)) throw failed();
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const mediation = inField ? "conditional" : "optional";
  const request = { publicKey, mediation, ...(signal && { signal }) } as const;
  return jsonOf(await navigator.credentials.get(request).catch(refuse));
}

/** @throws AuthError `passkey_refused`, `too_many_attempts` */
export async function enterWithPasskey(response: unknown): Promise<void> {
  await postAuth("/passkey/verify-authentication", { response });
}

function jsonOf(credential: Credential | null): unknown {
  if (credential instanceof PublicKeyCredential) return credential.toJSON();
  throw failed();
}

function refuse(cause: unknown): never {
  const name = cause instanceof DOMException ? cause.name : "";
  if (name === "InvalidStateError") throw new AuthError("passkey_known", t("passkeys.known"), { cause });
  if (name === "NotAllowedError" || name === "AbortError" || name === "TimeoutError") {
    throw new AuthError("passkey_cancelled", t("passkeys.cancelled"), { cause });
  }
  throw failed(cause);
}

function failed(cause?: unknown): AuthError {
  return new AuthError("passkey_failed", t("passkeys.failed"), { cause });
}

function isCreation(value: unknown): value is PublicKeyCredentialCreationOptionsJSON {
  return typeof value === "object" && value !== null && "challenge" in value && "user" in value;
}

function isRequest(value: unknown): value is PublicKeyCredentialRequestOptionsJSON {
  return typeof value === "object" && value !== null && "challenge" in value;
}
