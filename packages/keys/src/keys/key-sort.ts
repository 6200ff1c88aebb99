/** In which order keys are listed: by this field, descending behind a minus. A key that never expires is the last to expire. */
export const keySorts = ["-createdAt", "createdAt", "name", "-name", "expiresAt", "-expiresAt"] as const;

export type KeySort = (typeof keySorts)[number];
