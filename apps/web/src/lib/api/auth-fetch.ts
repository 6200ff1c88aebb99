import { fieldOf, textOf } from "./json-field.ts";

/** A sign-in, sign-out, change of how one signs in, or answer to an app that asks to be connected, that was refused. */
export class AuthError extends Error {
  override readonly name = "AuthError";
  readonly code: string;
  readonly retryAfterSeconds: number | null;

  constructor(
    code: string,
    message: string,
    {
      retryAfterSeconds = null,
      ...options
    }: ErrorOptions & { readonly retryAfterSeconds?: number | null } = {},
  ) {
    super(message, options);
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Whether that was all, or a code is wanted. @throws AuthError `invalid_credentials`, `too_many_attempts`, `too_busy` */
export async function signIn(credentials: {
  readonly email: string;
  readonly password: string;
}): Promise<"done" | "code"> {
  const answer = await postAuth("/sign-in/email", credentials);
  return fieldOf(answer, "secondStep") === "code" ? "code" : "done";
}

export async function signOut(): Promise<void> {
  await postAuth("/sign-out", {});
}

/** Every other session ends with the old password. @throws AuthError `current_password_wrong`, `password_…` */
export async function changePassword(change: {
  readonly currentPassword: string;
  readonly newPassword: string;
}): Promise<void> {
  await postAuth("/change-password", { ...change, revokeOtherSessions: true });
}

/** @throws AuthError with the server's code, or `unreachable` */
export async function postAuth(path: string, body: object): Promise<unknown> {
  const request = {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  };
  const response = await fetch(`/auth${path}`, request).catch((cause: unknown) => {
    throw new AuthError("unreachable", "The server cannot be reached.", { cause });
  });
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer;
  const retryAfter = Number(response.headers.get("retry-after") ?? Number.NaN);
  throw new AuthError(
    textOf(answer, "code") ?? "unexpected",
    textOf(answer, "message") ?? textOf(answer, "detail") ?? "",
    {
      retryAfterSeconds: Number.isFinite(retryAfter) ? retryAfter : null,
    },
  );
}
