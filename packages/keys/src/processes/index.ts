export { answerLimits } from "./answer-limits.ts";
export { createAskingRateLimiter } from "./asking-rate-limiter.ts";
export type { LimitAnswers, LimitQuestions } from "./limit-message.ts";
