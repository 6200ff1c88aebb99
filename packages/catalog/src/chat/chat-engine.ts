import { BadRequestError, OpenAI, UnprocessableEntityError } from "openai";
import { CatalogError } from "../errors.ts";
import type { ListingText } from "../listing.ts";
import type { Brief, TextEngine } from "../text-engine.ts";
import { answerFormat, listingIn } from "./answer.ts";
import { boundedFetch } from "./bounded-fetch.ts";
import { Fault, faultOf } from "./fault.ts";
import { usualPatience, withOneRetry, type Patience } from "./patience.ts";
import { messagesFor } from "./prompt.ts";

export interface ChatEndpoint {
  /** Such as `https://api.openai.com/v1`: what comes before `/chat/completions`. */
  readonly baseUrl: string;
  readonly model: string;
  /** `null`: the endpoint wants none. */
  readonly apiKey: string | null;
}

/** Texts that are asked for at once: what callers have given up waiting for costs, too. */
const mostAtOnce = 64;

/**
 * A text engine behind an OpenAI-compatible chat endpoint. A text is asked for twice at most and within 30 seconds,
 * and given up when `stopping` says so. What it throws names neither the endpoint's address nor its key, and has no cause.
 */
export function createChatEngine(
  endpoint: ChatEndpoint,
  stopping: AbortSignal,
  patience: Patience = usualPatience,
): TextEngine {
  const ask = questionTo(endpoint);
  let asked = 0;
  return {
    name: `chat:${endpoint.model}`,
    async write(brief) {
      if (asked >= mostAtOnce) {
        throw new CatalogError("text_engine_failed", "Too many texts are being written at once.");
      }
      asked += 1;
      try {
        return await withOneRetry(ask(brief), stopping, patience);
      } catch (error) {
        // Without its cause: the client's errors hold addresses, headers and answers, and the fault would say it twice.
        throw new CatalogError(
          "text_engine_failed",
          `The chat endpoint gave no text: ${stopping.aborted ? "the server stops" : faultOf(error).message}.`,
        );
      } finally {
        asked -= 1;
      }
    },
  };
}

/**
 * Asks for a text of a given form. An endpoint that refuses this is asked again without,
 * and always without from the first time that it helps.
 */
function questionTo(endpoint: ChatEndpoint) {
  const client = clientFor(endpoint);
  let takesForm = true;
  return (brief: Brief) => {
    let withForm = takesForm;
    const body = { model: endpoint.model, messages: messagesFor(brief) };
    return async (signal: AbortSignal): Promise<ListingText> => {
      const form = withForm ? { response_format: answerFormat } : {};
      try {
        const completion = await client.chat.completions.create({ ...body, ...form }, { signal });
        takesForm = withForm;
        return listingIn(completion);
      } catch (error) {
        if (!withForm || !isRefusal(error)) throw error;
        withForm = false;
        throw new Fault(faultOf(error).message, { passing: true, retryAfterMs: 0 });
      }
    };
  };
}

function isRefusal(error: unknown): boolean {
  return error instanceof BadRequestError || error instanceof UnprocessableEntityError;
}

/** Everything is given, so that the client looks for nothing in the environment, and retries are ours. */
function clientFor({ baseUrl, apiKey }: ChatEndpoint): OpenAI {
  return new OpenAI({
    baseURL: baseUrl,
    apiKey: apiKey ?? "none",
    ...(apiKey === null && { defaultHeaders: { Authorization: null } }),
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    logLevel: "off",
    maxRetries: 0,
    fetch: boundedFetch,
    // The key goes where the operator sent it, and nowhere else.
    fetchOptions: { redirect: "error" },
  });
}
