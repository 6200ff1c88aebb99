import { isIP } from "node:net";
import { z } from "zod";
import { refusing } from "./refusing.ts";
import { scopeInput } from "./scope-input.ts";
import { wholeInput } from "./whole.ts";

/** As much as a header can hold. */
const longestHeader = 16_384;
const mostRequests = 100;

/** Without a zone, which can be any text, and means something on its own machine alone. */
const isAddress = (value: unknown) => typeof value === "string" && isIP(value) > 0 && !value.includes("%");

const addressInput = z
  .custom<string>(isAddress, refusing("malformed", "Must be an IP address, without a port."))
  .meta({
    documentedAs: {
      type: "string",
      anyOf: [
        { type: "string", format: "ipv4" },
        { type: "string", format: "ipv6" },
      ],
    },
  });

const methodForm = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,32}$/;
const routeForm = /^[ -~]{1,200}$/;

/** A request that another server received, as far as it tells. */
export const verifyInput = z.strictObject({
  token: z
    .string()
    .max(longestHeader)
    .describe("What your client sent as its bearer token, whatever it is. Here it is no leak."),
  scopes: z
    .array(scopeInput)
    .max(100)
    .exactOptional()
    .describe("What the request needs: all of them. By itself nothing: any valid key will do."),
  address: addressInput
    .nullable()
    .exactOptional()
    .describe(
      "Your client's IP address, as you trust it. Without it a key with an allow list is refused, and nobody is throttled for wrong tokens.",
    ),
  method: z
    .string()
    .regex(methodForm, refusing("malformed", "Must be a method of HTTP, such as GET."))
    .exactOptional()
    .describe("The method of your client's request: it is counted by it."),
  route: z
    .string()
    .regex(routeForm, refusing("malformed", "Must be 1 to 200 visible characters of ASCII."))
    .exactOptional()
    .meta({
      description:
        "The pattern of your route, never the path that was called: usage is told apart by it. By itself `(remote)`.",
      examples: ["/orders/{id}"],
    }),
  userAgent: z
    .string()
    .max(longestHeader)
    .nullable()
    .exactOptional()
    .describe("Your client's `User-Agent`. Its first 256 characters are kept."),
  cost: wholeInput(0, 1_000)
    .exactOptional()
    .describe(
      "How many requests it counts for: so many places of the limit, all or none, and so many in usage and bills. `0` only asks: nothing is taken, counted or noted. By itself `1`.",
    ),
});

export const verifyBatchInput = z.strictObject({
  requests: z
    .array(verifyInput)
    .min(1)
    .max(mostRequests)
    .describe("Decided in this order, each as if it came by itself."),
});

export type VerifyInput = z.output<typeof verifyInput>;
