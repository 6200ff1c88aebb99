import { TRPCClientError } from "@trpc/client";
import { afterEach, expect, it } from "vitest";
import { AuthError } from "./auth-fetch.ts";
import { formErrorsOf, formRefusal } from "../forms/form-errors.ts";
import { speak } from "../language/i18n.ts";
import { fieldRefusals, isSignedOut, refusalOf } from "./refusal.ts";

afterEach(() => speak("en"));

interface ErrorData {
  readonly code: string;
  readonly httpStatus: number;
  readonly reason?: string;
  readonly issues?: readonly {
    readonly path: string;
    readonly code: string;
    readonly limit: number | null;
    readonly message: string;
  }[];
}

function apiError(message: string, { reason, issues = [], ...data }: ErrorData) {
  const shape = {
    message,
    code: -32000,
    data: { ...data, reason: reason ?? null, requestId: "req_1", issues },
  };
  return TRPCClientError.from({ error: shape });
}

it("says the server's sentence for a refusal that needs no more", () => {
  const message = "An organization needs an owner. Make somebody else one first.";
  const error = apiError(message, { code: "CONFLICT", httpStatus: 409, reason: "last_owner" });
  expect(refusalOf(error)).toEqual({ message, requestId: null, retryable: false });
});

it("says what to do where the server says only what is wrong", () => {
  const error = apiError("Taken.", { code: "CONFLICT", httpStatus: 409, reason: "key_name_taken" });
  expect(refusalOf(error).message).toContain("Choose another one");
});

it("names the request of an unexpected failure, and lets it be tried again", () => {
  const error = apiError("x", { code: "INTERNAL_SERVER_ERROR", httpStatus: 500 });
  expect(refusalOf(error)).toMatchObject({ requestId: "req_1", retryable: true });
});

it("takes a failed connection for what it is", () => {
  const error = TRPCClientError.from(new TypeError("Failed to fetch"));
  expect(refusalOf(error).message).toContain("cannot be reached");
});

it("knows that nobody is signed in, from both APIs", () => {
  expect(isSignedOut(apiError("x", { code: "UNAUTHORIZED", httpStatus: 401 }))).toBe(true);
  expect(isSignedOut(new AuthError("not_signed_in", "Sign in first."))).toBe(true);
  expect(isSignedOut(new AuthError("invalid_credentials", "Wrong."))).toBe(false);
});

it("puts a refusal at its field, and only the rest above the button", () => {
  const short = apiError("Too short.", {
    code: "BAD_REQUEST",
    httpStatus: 400,
    reason: "password_too_short",
  });
  expect(formErrorsOf(short)).toEqual({ password: "Too short." });
  expect(formRefusal(short)).toBeNull();

  const issues = [{ path: "email", code: "malformed", limit: null, message: "Invalid email address" }];
  const invalid = apiError("x", { code: "BAD_REQUEST", httpStatus: 400, issues });
  expect(formErrorsOf(invalid)).toEqual({ email: "Invalid email address" });

  const dead = apiError("x", { code: "FORBIDDEN", httpStatus: 403, reason: "setup_link_invalid" });
  expect(formErrorsOf(dead)).toEqual({});
  expect(formRefusal(dead)).toBe(dead);
});

it("says in Danish what is wrong with a field, with the limit that it passes", async () => {
  const issues = [
    { path: "key.name", code: "too_long", limit: 80, message: "At most 80 characters." },
    { path: "requestsPerMinute", code: "too_large", limit: 1_000_000, message: "Too big." },
    { path: "email", code: "malformed", limit: null, message: "Invalid email address" },
    { path: "new", code: "a_code_of_tomorrow", limit: null, message: "Only the server knows." },
  ];
  const error = apiError("At most 80 characters.", { code: "BAD_REQUEST", httpStatus: 400, issues });
  expect([...fieldRefusals(error).values()]).toEqual(issues.map(({ message }) => message));

  await speak("da");
  expect([...fieldRefusals(error).values()]).toEqual([
    "For langt: Skriv højst 80 tegn.",
    "Værdien må højst være 1.000.000.",
    "Dette er ikke en e-mailadresse.",
    "Only the server knows.",
  ]);
  expect(refusalOf(error).message).toBe("For langt: Skriv højst 80 tegn.");
});

it.each([
  [42, "42 seconds"],
  [119, "119 seconds"],
  [121, "3 minutes"],
  [3_540, "59 minutes"],
  [82_000, "23 hours"],
])("says how long to wait after too many attempts: %s seconds are %s", (retryAfterSeconds, wait) => {
  const error = new AuthError("too_many_attempts", "", { retryAfterSeconds });
  expect(refusalOf(error).message).toBe(`Too many attempts. Try again in ${wait}.`);
});

it("says of a full disk what changing the password or signing in meets, too", () => {
  expect(refusalOf(new AuthError("storage_full", "The disk is full.")).message).toContain("make room");
});
