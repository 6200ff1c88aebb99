import type { When } from "./when.ts";

/** How requests spread over the day, and over the week from Sunday on. */
interface Rhythm {
  /** By the hour, UTC; only their proportions matter. */
  readonly hours: readonly number[];
  readonly weekdays: readonly number[];
}

const always = [1, 1, 1, 1, 1, 1, 1];
const workdays = [0.04, 1, 1.1, 1.05, 1, 0.85, 0.06];

export const rhythms = {
  /** People who buy: evenings and weekends. */
  shop: {
    hours: [3, 2, 1, 1, 1, 2, 4, 7, 9, 10, 11, 12, 11, 10, 10, 11, 12, 14, 17, 19, 18, 14, 9, 5],
    weekdays: [1.3, 0.95, 0.9, 0.9, 0.95, 1.05, 1.25],
  },
  office: {
    hours: [0, 0, 0, 0, 0, 1, 5, 12, 16, 17, 14, 9, 14, 15, 13, 9, 4, 1, 0, 0, 0, 0, 0, 0],
    weekdays: workdays,
  },
  night: {
    hours: [0, 6, 9, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    weekdays: always,
  },
  /** Every six hours. */
  syncs: {
    hours: Array.from({ length: 24 }, (_, hour) => (hour % 6 === 4 ? 1 : 0)),
    weekdays: always,
  },
  steady: { hours: Array.from({ length: 24 }, () => 1), weekdays: always },
  weekly: {
    hours: [0, 0, 0, 0, 0, 5, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    weekdays: [0, 7, 0, 0, 0, 0, 0],
  },
} as const satisfies Record<string, Rhythm>;

/** One of the things that an integration asks for. */
export interface Call {
  readonly method: string;
  /** The pattern under which the server counts it. */
  readonly route: string;
  readonly status: number;
  /** Only the proportions between an integration's calls matter. */
  readonly weight: number;
}

export interface Client {
  readonly address: string;
  readonly userAgent: string;
}

/** A time in which some answers were others. */
export interface Trouble {
  readonly from: When;
  /** Absent: it still lasts. */
  readonly until?: When;
  readonly status: number;
  /** The problem's code. */
  readonly cause: string;
  /** By admission. */
  readonly refused?: boolean;
  /** Of the requests, 0 to 1. */
  readonly share: number;
  /** Absent: every call. */
  readonly only?: Pick<Call, "method" | "route">;
  /** How many times as many requests as usual. */
  readonly surge?: number;
}

/** What an integration does with its key. */
export interface Traffic {
  readonly rhythm: keyof typeof rhythms;
  /** Requests on a usual day, as things are now. */
  readonly perDay: number;
  /** How many times as many as three months ago; 1.25 unless told. */
  readonly growth?: number;
  readonly calls: readonly Call[];
  /** The first makes most requests; during a rotation the last is the one that is slow to follow. */
  readonly clients: readonly [Client, ...Client[]];
  /** Absent: since it was issued. */
  readonly from?: When;
  /** Absent: to this day. */
  readonly until?: When;
  readonly troubles?: readonly Trouble[];
}

const products = "/v1/products";
const product = "/v1/products/{id}";

/** What integrations usually ask for. */
export const calls = {
  browse: [
    { method: "GET", route: products, status: 200, weight: 3 },
    { method: "GET", route: product, status: 200, weight: 7 },
  ],
  sync: [
    { method: "GET", route: products, status: 200, weight: 4 },
    { method: "PATCH", route: product, status: 200, weight: 5 },
    { method: "POST", route: products, status: 201, weight: 0.3 },
  ],
  prices: [
    { method: "GET", route: product, status: 200, weight: 5 },
    { method: "PATCH", route: product, status: 200, weight: 5 },
  ],
  texts: [
    { method: "GET", route: product, status: 200, weight: 4 },
    { method: "POST", route: "/v1/products/{id}/regenerate", status: 200, weight: 3 },
    { method: "GET", route: "/v1/products/{id}/versions", status: 200, weight: 2 },
  ],
  /** Pages of products, and orders by an API of the company's own, which asks about the key. */
  orders: [
    { method: "GET", route: product, status: 200, weight: 5 },
    { method: "POST", route: "/orders", status: 200, weight: 2 },
    { method: "GET", route: "/orders/{id}", status: 200, weight: 3 },
  ],
  pages: [{ method: "GET", route: product, status: 200, weight: 1 }],
  export: [{ method: "GET", route: products, status: 200, weight: 1 }],
  reports: [
    { method: "GET", route: "/v1/usage", status: 200, weight: 6 },
    { method: "GET", route: "/v1/billing", status: 200, weight: 1 },
  ],
  heartbeat: [{ method: "GET", route: "/v1/user", status: 200, weight: 1 }],
  keys: [
    { method: "GET", route: "/v1/keys", status: 200, weight: 6 },
    { method: "GET", route: "/v1/keys/{id}", status: 200, weight: 3 },
  ],
} as const satisfies Record<string, readonly Call[]>;

/** What goes wrong on any day, of whatever is asked for: products that are gone, bodies that are refused. */
export const mishaps: readonly (Omit<Call, "weight"> & Pick<Trouble, "cause" | "share">)[] = [
  { method: "GET", route: product, status: 404, cause: "product_not_found", share: 0.008 },
  { method: "PATCH", route: product, status: 412, cause: "precondition_failed", share: 0.004 },
  { method: "POST", route: products, status: 422, cause: "validation_failed", share: 0.01 },
];
