import { useCallback, useState } from "react";
import type { KeyId, KeyView, Membership } from "../../../lib/api/api-types.ts";
import { whyNotManaged } from "../key-authority.ts";

/** As many as the server changes in one step. */
const most = 200;

const none: ReadonlySet<KeyId> = new Set();

/** Which of the keys that are shown are chosen for an act on several. What is no longer shown is no longer chosen. */
export function useKeySelection(keys: readonly KeyView[], membership: Membership) {
  const [chosen, setChosen] = useState(none);
  const selectable = keys.filter((key) => isSelectable(membership, key));
  const selected = selectable.filter(({ id }) => chosen.has(id)).slice(0, most);
  if (selected.length < chosen.size) setChosen(idsOf(selected));
  // Always the same one, so that a click on one of a thousand rows draws that row only.
  const toggle = useCallback((id: KeyId) => setChosen((before) => toggled(new Set(before), id)), []);
  return {
    selectable: selectable.slice(0, most),
    selected,
    isSelected: ({ id }: KeyView) => chosen.has(id),
    isSelectable: (key: KeyView) => isSelectable(membership, key),
    toggle,
    toggleAll: () => setChosen(selected.length > 0 ? none : idsOf(selectable.slice(0, most))),
    clear: () => setChosen(none),
  };
}

export type KeySelection = ReturnType<typeof useKeySelection>;

function isSelectable(membership: Membership, key: KeyView): boolean {
  return key.status !== "revoked" && whyNotManaged(membership, key) === null;
}

function idsOf(keys: readonly KeyView[]): ReadonlySet<KeyId> {
  return new Set(keys.map(({ id }) => id));
}

function toggled(ids: Set<KeyId>, id: KeyId): ReadonlySet<KeyId> {
  if (!ids.delete(id)) ids.add(id);
  return ids;
}
