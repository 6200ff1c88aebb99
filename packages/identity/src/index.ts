export {
  createAskingThrottle,
  throttleFor,
  type AttemptAnswer,
  type AttemptNews,
} from "./asking-throttle.ts";
export { clientAddressHeader } from "./auth-paths.ts";
export { IdentityError, type IdentityErrorCode } from "./errors.ts";
export { createIdentity, type Identity } from "./identity.ts";
export { createBanCheck } from "./people/banned.ts";
export { createPeople, type People, type Person } from "./people/people.ts";
export { assertGoodPassword } from "./password-rules.ts";
export { identityMigrations } from "./migrations.ts";
export type { Session } from "./session.ts";
export type { SignEvent } from "./sign-event.ts";
export type { SharedAttempts } from "./shared-attempts.ts";
export { createSignInThrottle } from "./sign-in-throttle.ts";
export { createTwoFactorReset } from "./two-factor/two-factor-reset.ts";
export { createOperatorCheck } from "./user.ts";
