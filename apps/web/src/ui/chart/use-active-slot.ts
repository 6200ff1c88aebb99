import { useClickOutside } from "@mantine/hooks";
import { useState, type ChangeEvent, type KeyboardEvent, type PointerEvent } from "react";
import { slotAt } from "./scale.ts";

/** Which slot's figures are shown: the one under the pointer or finger, or the one that the keys have come to. */
export function useActiveSlot(count: number) {
  const [chosen, setActive] = useState<number | null>(null);
  // A finger leaves the figures where they are, until it touches something else.
  const ref = useClickOutside<HTMLDivElement>(() => setActive(null));
  const active = chosen !== null && chosen < count ? chosen : null;
  const point = ({ currentTarget, clientX }: PointerEvent<HTMLElement>) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    setActive(slotAt(clientX - left, width, count));
  };
  return {
    active,
    ref,
    /** For the bars. */
    pointing: {
      onPointerDown: point,
      onPointerMove: point,
      onPointerLeave({ pointerType }: PointerEvent<HTMLElement>) {
        if (pointerType === "mouse") setActive(null);
      },
    },
    /** For a range of whole numbers from 1, which brings the keys and the gestures of screen readers with it. */
    choosing: {
      value: (active ?? count - 1) + 1,
      onChange: ({ currentTarget }: ChangeEvent<HTMLInputElement>) =>
        setActive(Number(currentTarget.value) - 1),
      onFocus: () => setActive((slot) => slot ?? count - 1),
      onBlur: () => setActive(null),
      onKeyDown({ key }: KeyboardEvent) {
        if (key === "Escape") setActive(null);
      },
    },
  };
}
