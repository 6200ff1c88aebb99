export { createMemoryRateLimiter } from "./rate-limiter.ts";
