import { useState } from "react";
import type { KeyId, KeyView, Membership } from "../../../lib/api-types.ts";
import { whyNotManaged } from "../key-authority.ts";

/** As many as the server changes in one step. */
const most = 200;

const none: ReadonlySet<KeyId> = new Set();

/** Which of the keys that are shown are chosen for an act on several. What is no longer shown is no longer chosen. */
export function useKeySelection(keys: readonly KeyView[], membership: Membership) {
  const [chosen, setChosen] = useState(none);
  const selectable = keys.filter((key) => isSelectable(membership, key));
  const selected = selectable.filter(({ id }) => chosen.has(id)).slice(0, most);
  return {
    selectable: selectable.slice(0, most),
    selected,
    isSelected: ({ id }: KeyView) => selected.some((key) => key.id === id),
    isSelectable: (key: KeyView) => isSelectable(membership, key),
    toggle: ({ id }: KeyView) => setChosen(toggled(new Set(selected.map((key) => key.id)), id)),
    toggleAll: () =>
      setChosen(selected.length > 0 ? none : new Set(selectable.slice(0, most).map(({ id }) => id))),
    clear: () => setChosen(none),
  };
}

export type KeySelection = ReturnType<typeof useKeySelection>;

function isSelectable(membership: Membership, key: KeyView): boolean {
  return key.status !== "revoked" && whyNotManaged(membership, key) === null;
}

function toggled(ids: Set<KeyId>, id: KeyId): ReadonlySet<KeyId> {
  if (!ids.delete(id)) ids.add(id);
  return ids;
}
