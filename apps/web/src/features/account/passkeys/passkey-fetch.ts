import { postAuth } from "../../../lib/api/auth-fetch.ts";
import { makePasskey } from "../../../lib/sign-in/passkey-ceremony.ts";

interface NewPasskey {
  readonly name: string;
  readonly currentPassword: string;
}

/** @throws AuthError `current_password_wrong`, `name_invalid`, `passkey_…` */
export async function addPasskey({ name, currentPassword }: NewPasskey): Promise<void> {
  const response = await makePasskey(currentPassword);
  await postAuth("/passkey/verify-registration", { name, response });
}

/** @throws AuthError `current_password_wrong`, `passkey_not_found` */
export async function removePasskey(id: string, password: string): Promise<void> {
  await postAuth("/passkey/delete-passkey", { id, password });
}
