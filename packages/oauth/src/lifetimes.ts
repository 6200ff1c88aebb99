/** How long what is issued lives, in seconds. */
export const lifetimes = {
  AuthorizationCode: 60,
  AccessToken: 60 * 60,
  ClientCredentials: 60 * 60,
  /** From its last use: each use replaces it. */
  RefreshToken: 30 * 24 * 60 * 60,
  /** How long somebody may think about a request. */
  Interaction: 15 * 60,
  /** It outlives an interaction, and nothing else rests on it: the dashboard's session decides. */
  Session: 60 * 60,
};
