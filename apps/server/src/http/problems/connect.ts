import type { ProblemDefinition } from "./definition.ts";

export type ConnectProblemCode = "connect_request_over" | "sign_in_required" | "signed_in_as_another";

/** Why somebody cannot go on who was sent here by an app that wants to be connected. */
export const connectProblems = {
  connect_request_over: {
    status: 410,
    title: "The request to connect is over",
    cause:
      "It was answered already, nobody answered it within 15 minutes, or it was opened in another browser.",
    fix: "Go back to the app and connect it again.",
  },
  sign_in_required: {
    status: 401,
    title: "Nobody is signed in",
    cause: "Only who is signed in to the dashboard can connect an app.",
    fix: "Sign in, and answer the request then.",
  },
  signed_in_as_another: {
    status: 409,
    title: "Somebody else has signed in meanwhile",
    cause: "The request to connect was opened for another user than the one who is signed in now.",
    fix: "Go back to the app and connect it again.",
  },
} as const satisfies Record<ConnectProblemCode, ProblemDefinition>;
