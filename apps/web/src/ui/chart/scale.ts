const mostSteps = 4;

/** From 0 in round, whole steps to the first that is not below the largest value. */
export function ticksOf(largest: number): readonly number[] {
  const step = roundStep(largest / mostSteps);
  const steps = Math.max(1, Math.ceil(largest / step));
  return Array.from({ length: steps + 1 }, (_, index) => index * step);
}

/** 1, 2 or 5 with as many zeros as it takes. */
function roundStep(atLeast: number): number {
  const power = 10 ** (String(Math.max(1, Math.floor(atLeast))).length - 1);
  const factor = [1, 2, 5].find((factor) => factor * power >= atLeast) ?? 10;
  return factor * power;
}

/** Which of so many slots of the same width a distance from the left falls into: always one of them. */
export function slotAt(x: number, width: number, count: number): number {
  const slot = width > 0 ? Math.floor((x / width) * count) : 0;
  return Math.max(0, Math.min(count - 1, slot));
}

/** Every how many slots there is room for a label of this width. */
export function labelEvery(
  count: number,
  { width, label }: { readonly width: number; readonly label: number },
): number {
  return Math.max(1, Math.ceil(count / Math.max(1, Math.floor(width / label))));
}
