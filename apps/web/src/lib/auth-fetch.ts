/** A sign-in, sign-out or password change that was refused. */
export class AuthError extends Error {
  override readonly name = "AuthError";
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** @throws AuthError `invalid_credentials`, `too_many_attempts`, `too_busy` */
export function signIn(credentials: { readonly email: string; readonly password: string }): Promise<void> {
  return post("/auth/sign-in/email", credentials);
}

export function signOut(): Promise<void> {
  return post("/auth/sign-out", {});
}

/** Every other session ends with the old password. @throws AuthError `current_password_wrong`, `password_…` */
export function changePassword(change: {
  readonly currentPassword: string;
  readonly newPassword: string;
}): Promise<void> {
  return post("/auth/change-password", { ...change, revokeOtherSessions: true });
}

async function post(path: string, body: object): Promise<void> {
  const request = {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  };
  const response = await fetch(path, request).catch((cause: unknown) => {
    throw new AuthError("unreachable", "The server cannot be reached.", { cause });
  });
  if (response.ok) return;
  const answer: unknown = await response.json().catch(() => null);
  throw new AuthError(stringOf(answer, "code") ?? "unexpected", stringOf(answer, "message") ?? "");
}

function stringOf(answer: unknown, name: string): string | null {
  if (typeof answer !== "object" || answer === null) return null;
  const value: unknown = Reflect.get(answer, name);
  return typeof value === "string" ? value : null;
}
