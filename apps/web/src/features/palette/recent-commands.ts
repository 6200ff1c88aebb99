const storageName = "katkey-recent-commands";
const most = 12;

/** What was used last, the latest first: ids of commands, and never what they are called or lead to. */
export function recentCommands(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageName) ?? "[]");
    return Array.isArray(stored) ? stored.filter((id) => typeof id === "string").slice(0, most) : [];
  } catch {
    // Storage is shut, or holds what is not ours.
    return [];
  }
}

export function rememberCommand(id: string): void {
  const ids = [id, ...recentCommands().filter((other) => other !== id)].slice(0, most);
  try {
    localStorage.setItem(storageName, JSON.stringify(ids));
  } catch {
    // Storage is shut: nothing is recent next time.
  }
}
