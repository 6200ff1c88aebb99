interface Asked {
  readonly method: string;
  readonly route: string;
}

/** As what a request is counted: with its method, unless whoever received it did not tell. */
export function requestWords({ method, route }: Asked): string {
  return method === "" ? route : `${method} ${route}`;
}
