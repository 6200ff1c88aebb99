/**
 * Lets one pass in each turn of the event loop, first come, first served. A sign-in takes some milliseconds of it
 * beside its hash: of fifty that come at once, each would else keep all other requests waiting behind all of them.
 */
export function createOneATurn(): () => Promise<void> {
  const waiting: (() => void)[] = [];

  function letOneIn(): void {
    waiting.shift()?.();
    if (waiting.length > 0) setImmediate(letOneIn);
  }

  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (waiting.length === 1) setImmediate(letOneIn);
    });
}
