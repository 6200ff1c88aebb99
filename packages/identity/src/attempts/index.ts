export {
  createAskingThrottle,
  throttleFor,
  type AttemptAnswer,
  type AttemptNews,
} from "./asking-throttle.ts";
export type { SharedAttempts } from "./shared-attempts.ts";
export { createSignInThrottle } from "./sign-in-throttle.ts";
