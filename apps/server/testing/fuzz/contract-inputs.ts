import { isIP } from "node:net";
import {
  currency,
  integer,
  isRecord,
  line,
  listOf,
  note,
  nullOr,
  oneOf,
  pairs,
  record,
  text,
  time,
  type Fields,
} from "./contract-rules.ts";

interface ContractInput {
  readonly fields: Fields;
  readonly required?: readonly string[];
  /** Bodies, or queries, that are fine: where the hunt for bad ones begins. */
  readonly samples: readonly object[];
}

interface ContractInputs {
  readonly query: ContractInput;
  readonly body: ContractInput;
}

const nothing: ContractInput = { fields: {}, samples: [{}] };
const neither: ContractInputs = { query: nothing, body: nothing };

const environment = oneOf("live", "test");
/** By its form: one that nobody declares is refused later. */
const scope = (value: unknown) =>
  typeof value === "string" &&
  value.length <= 64 &&
  value.split(":").length > 1 &&
  value.split(":").every((part) => part !== "" && /^[a-z0-9._-]*$/.test(part));
const reasons = oneOf("unused", "superseded", "compromised", "member_left", "other");
const pageSize = (most: number) => (value: unknown) =>
  /^[0-9]+$/.test(String(value)) && integer(1, most)(Number(value));

const keyFields: Fields = {
  name: line(80),
  note: nullOr(note(500)),
  scopes: listOf(scope, 0, 100),
  addresses: listOf(text(60), 0, 50),
  expiresAt: nullOr(time),
};

const cursor = (value: unknown) => typeof value === "string";
const page: Fields = { cursor, limit: pageSize(100) };

const price: Fields = { amount: integer(0, 2 ** 53 - 1), currency };
const writing: Fields = {
  language: oneOf("en", "de", "da"),
  tone: oneOf("neutral", "friendly", "premium", "technical"),
  keywords: listOf(line(50), 0, 20),
};
const productFields: Fields = { name: line(200), sku: nullOr(line(64)), category: nullOr(line(100)) };
const aProduct = {
  name: "Teapot",
  sku: "T-1",
  category: "Kitchen",
  price: { amount: 4_900, currency: "EUR" },
  attributes: { colour: "red", Größe: "2 l" },
};

const visible = (value: unknown) => typeof value === "string" && /^[\u0020-\u007e]{1,200}$/.test(value);
const method = (value: unknown) =>
  typeof value === "string" &&
  value.length > 0 &&
  value.length <= 32 &&
  [...value].every((letter) => /[0-9A-Za-z]/.test(letter) || "!#$%&'*+-.^_`|~".includes(letter));

/** A request that another server received. */
const verification: ContractInput = {
  fields: {
    token: text(16_384),
    scopes: listOf(scope, 0, 100),
    address: nullOr((value) => typeof value === "string" && isIP(value) > 0),
    method,
    route: visible,
    userAgent: nullOr(text(16_384)),
    cost: integer(0, 1_000),
  },
  required: ["token"],
  samples: [
    { token: "kat_live_4kT9wQ2mZx7RbNfL.VqT1yBc8Ns5XhRj2LmKd7WpFzG3aU6eQo9iY4tCv0Hr5JkZ81mXbP" },
    {
      token: "",
      scopes: ["orders:read", "usage:read"],
      address: "2001:db8::7",
      method: "PROPFIND",
      route: "/orders/{id}",
      userAgent: "Żółć/1",
      cost: 1_000,
    },
    { token: "x", scopes: [], address: null, userAgent: null, cost: 0 },
  ],
};

/** What may be sent to each operation, as the contract and the guides say it. */
const contractInputs: Readonly<Record<string, ContractInputs>> = {
  getUser: neither,
  getUserAlias: neither,
  getKey: neither,
  endKeyOverlap: neither,
  listKeys: {
    query: {
      fields: {
        search: text(100),
        environment,
        status: oneOf("active", "rotating", "expired", "revoked"),
        sort: oneOf("-createdAt", "createdAt", "name", "-name", "expiresAt", "-expiresAt"),
        neverUsed: oneOf("true"),
        ...page,
      },
      samples: [{}, { search: "shop", environment: "live", status: "active", limit: "20" }, { cursor: "x" }],
    },
    body: nothing,
  },
  issueKey: {
    query: nothing,
    body: {
      fields: { ...keyFields, environment, scopes: listOf(scope, 1, 100) },
      required: ["name", "environment"],
      samples: [
        { name: "Warehouse", environment: "live" },
        {
          name: "Żółć 👩‍💻",
          note: "a\n\tb",
          environment: "test",
          scopes: ["keys:read", "usage:read"],
          addresses: ["203.0.113.0/24", "2001:db8::/32"],
          expiresAt: "2027-12-31T23:59:59.123+02:00",
        },
      ],
    },
  },
  editKey: {
    query: nothing,
    body: {
      fields: keyFields,
      samples: [{}, { name: "B", note: null, scopes: [], addresses: [], expiresAt: "2028-02-29T00:00:00Z" }],
    },
  },
  rotateKey: {
    query: nothing,
    body: {
      fields: { overlapSeconds: integer(0, 2_592_000), replaces: text(60) },
      required: ["overlapSeconds"],
      samples: [{ overlapSeconds: 0 }, { overlapSeconds: 2_592_000, replaces: "4kT9wQ2mZx7RbNfL" }],
    },
  },
  revokeKey: {
    query: nothing,
    body: {
      fields: { reason: reasons, text: nullOr(note(500)) },
      required: ["reason"],
      samples: [
        { reason: "other", text: "It was found in a log." },
        { reason: "unused", text: null },
      ],
    },
  },
  revokeSelf: {
    query: nothing,
    body: {
      fields: { reason: reasons, text: nullOr(note(500)) },
      samples: [{}, { reason: "compromised", text: "It was found in a log." }],
    },
  },
  listProducts: {
    query: {
      fields: { ...page, q: text(300) },
      samples: [{}, { q: "Teapot", limit: "100" }, { cursor: "x", q: "" }],
    },
    body: nothing,
  },
  createProduct: {
    query: nothing,
    body: {
      fields: {
        ...productFields,
        ...writing,
        price: nullOr(record(price, ["amount", "currency"])),
        attributes: pairs(line(50), line(500), 50),
      },
      required: ["name"],
      samples: [
        { name: "Żółć 👩‍💻" },
        { ...aProduct, language: "da", tone: "premium", keywords: ["gift", "tea"] },
        { name: "Teapot", sku: null, category: null, price: null, attributes: {}, keywords: [] },
      ],
    },
  },
  getProduct: neither,
  updateProduct: {
    query: nothing,
    body: {
      fields: {
        ...productFields,
        price: nullOr(record(price)),
        // Fifty that go and fifty that come.
        attributes: nullOr(pairs(line(50), nullOr(line(500)), 100)),
      },
      samples: [{}, aProduct, { price: { amount: 0 }, attributes: { colour: null } }, { attributes: null }],
    },
  },
  deleteProduct: neither,
  regenerateListing: {
    query: nothing,
    body: { fields: writing, samples: [{}, { language: "de", tone: "technical", keywords: ["Tee"] }] },
  },
  listListingVersions: { query: { fields: page, samples: [{}, { limit: "7" }] }, body: nothing },
  getBilling: neither,
  listStatements: { query: { fields: page, samples: [{}, { limit: "1" }] }, body: nothing },
  getStatement: neither,
  verifyRequest: { query: nothing, body: verification },
  verifyRequests: {
    query: nothing,
    body: {
      fields: { requests: listOf(record(verification.fields, ["token"]), 1, 100) },
      required: ["requests"],
      samples: [{ requests: verification.samples }, { requests: [{ token: "x" }] }],
    },
  },
  forwardAuth: {
    query: {
      fields: {
        scope: (value) => typeof value === "string",
        route: (value) => typeof value === "string" && /^[0-9A-Za-z_.-]{1,64}$/.test(value),
        gateway: oneOf("nginx"),
        uri: (value) => typeof value === "string",
      },
      samples: [{}, { scope: "products:read", route: "orders", gateway: "nginx" }, { uri: "/orders?page=2" }],
    },
    body: nothing,
  },
  getUsage: {
    query: {
      fields: {
        from: (value) => isMoment(value),
        to: (value) => isMoment(value),
        granularity: oneOf("hour", "day", "month"),
        group_by: oneOf("key", "route", "status", "none"),
        environment,
        cursor,
        limit: pageSize(5_000),
      },
      samples: [
        {},
        { from: "2026-11-01", to: "2026-11-21T12:00:00+01:00", granularity: "hour", group_by: "key" },
        { environment: "test", limit: "5000", group_by: "none", granularity: "month" },
      ],
    },
    body: nothing,
  },
};

/** A time, or a day of the calendar from 1970 to 9998. */
function isMoment(value: unknown): boolean {
  const moment = /^[-\d]{10}$/.test(String(value)) ? `${value}T00:00:00Z` : value;
  const year = Number(String(value).slice(0, 4));
  // With its zone, a time may lie in the year before or after the one that it writes.
  return time(moment) && year >= 1969 && year <= 9999;
}

/** @throws Error for an operation whose inputs nobody has written down yet */
export function contractOf(operationId: string): ContractInputs {
  const inputs = contractInputs[operationId];
  if (inputs === undefined) throw new Error(`say in contract-inputs.ts what ${operationId} may be sent`);
  return inputs;
}

/** Whether the contract allows this body or query. */
export function isAllowed({ fields, required }: ContractInput, value: unknown): boolean {
  return isRecord(value, fields, required);
}
