/** As much of Express's request as is read: of 4 and of 5, and of what else is built on Node's. */
export interface ExpressRequest {
  readonly method: string;
  readonly originalUrl: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly rawHeaders: readonly string[];
  readonly ip?: string | undefined;
  readonly baseUrl: string;
  readonly route?: { readonly path?: unknown } | undefined;
}

/** As much of Express's response as is written. */
export interface ExpressResponse {
  statusCode: number;
  setHeader(name: string, value: string): unknown;
  end(text: string): unknown;
}

export type ExpressNext = (error?: unknown) => void;
