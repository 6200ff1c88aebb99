import type { z } from "zod";
import type { ProblemCode } from "../http/problems.ts";

/** The parts of the API, in the order in which a reader meets them. */
export const tags = ["Account", "Products", "Usage", "Billing", "Keys", "Verify"] as const;

/** What a route is good for, in the words of its documentation. */
export interface About {
  /** Unique, camelCase: `createProduct`. */
  readonly operationId: string;
  readonly tag: (typeof tags)[number];
  /** A short sentence without full stop. */
  readonly summary: string;
  /** Markdown. */
  readonly description?: string;
  /** Absent: said by the scopes of the route. */
  readonly need?: string;
  /** Each `{name}` of the path. */
  readonly parameters?: Readonly<Record<string, ParameterAbout>>;
  /** An example body. */
  readonly example?: object;
  readonly answer: AnswerAbout;
  /** The route honours `If-Match`. */
  readonly conditional?: true;
  /**
   * What can be wrong besides what can be wrong with every request: credentials, limit, query,
   * body, and the faults of the server.
   */
  readonly errors: readonly ProblemCode[];
}

export interface ParameterAbout {
  readonly description: string;
  readonly example: string;
}

export interface AnswerAbout {
  readonly status: 200 | 201 | 204;
  /** A sentence. */
  readonly description: string;
  /** `null`: no body. */
  readonly schema: z.ZodType | null;
  readonly example: object | null;
  /** Name → what it says. */
  readonly headers?: Readonly<Record<string, string>>;
}
