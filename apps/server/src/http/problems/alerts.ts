import type { ProblemDefinition } from "./definition.ts";

export type AlertProblemCode = "alert_not_signed" | "alert_keys_unavailable" | "alerts_busy";

/** Why an alert about leaked tokens was not taken. */
export const alertProblems = {
  alert_not_signed: {
    status: 403,
    title: "The alert is not signed by GitHub",
    cause:
      "Its signature is missing, is not of a key that GitHub publishes, or is not over the very bytes of the body.",
    fix: "Only GitHub's secret scanning sends alerts here. A proxy in front must hand the body on unchanged.",
  },
  alert_keys_unavailable: {
    status: 503,
    title: "The alert cannot be checked at the moment",
    cause: "The keys with which GitHub signs could not be fetched from api.github.com.",
    fix: "GitHub sends the alert again. Whether this server reaches api.github.com is in its log.",
  },
  alerts_busy: {
    status: 503,
    title: "Other alerts are being handled",
    cause: "Two alerts of this address or eight of all are being handled already, and each can be large.",
    fix: "Wait as long as Retry-After says, and send it again.",
  },
} as const satisfies Record<AlertProblemCode, ProblemDefinition>;
