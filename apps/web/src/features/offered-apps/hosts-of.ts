/** Where people are sent back to, each place once: of a scheme of the app's own, the scheme. */
export function hostsOf(redirectUris: readonly string[]): readonly string[] {
  const hosts = redirectUris.map((uri) => {
    const { host, protocol } = new URL(uri);
    return host === "" ? protocol : host;
  });
  return [...new Set(hosts)];
}
