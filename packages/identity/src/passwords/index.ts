export { IdentityError } from "../errors.ts";
export { assertGoodPassword } from "./password-rules.ts";
