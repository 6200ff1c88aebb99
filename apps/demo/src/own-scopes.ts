/** What the APIs of the story's companies ask of keys: the server is started with the same. */
export const ownScopes = ["orders:read", "orders:write"] as const;
