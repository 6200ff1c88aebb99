import type { ProblemCode } from "../../src/http/problems.ts";
import type { Reply } from "../server.ts";
import type { World } from "./world.ts";

/** What is sent; by itself the documented example, with a key that may do everything. */
export interface Sending {
  readonly parameters?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly token?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Sends to the operation that the recipe is for, after what has to be there was made. */
export type Send = (sending?: Sending) => Promise<Reply>;

/** Brings the operation to a refusal. */
export type Provocation = (world: World, send: Send, recipe: Recipe) => Promise<Reply>;

/** How an operation is called so that its documented example does, and how it is brought to each refusal of its own. */
export interface Recipe {
  /** Makes what has to be there before each call. */
  readonly prepare?: (world: World) => Promise<Sending>;
  readonly refusals?: Readonly<Partial<Record<ProblemCode, Provocation>>>;
  /** For what honours `Idempotency-Key`. */
  readonly once?: {
    /** The store's method that makes it. */
    readonly method: string;
    /** A body that was not sent before. */
    body(): object;
  };
}
