export {
  createRequireKey,
  findKatkey,
  katkeyOf,
  type KeyMiddleware,
  type RequireKey,
} from "./require-key.ts";
export type { ExpressNext, ExpressRequest, ExpressResponse } from "./express-like.ts";
export type { GuardOptions, Protection, UnavailableWish } from "../incoming/guard.ts";
