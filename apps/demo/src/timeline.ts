interface Scene {
  readonly at: number;
  play(at: number): Promise<unknown>;
}

/** What happens, each at its time: told in any order, played from the first to the last. */
export interface Timeline {
  readonly now: number;
  /** @throws RangeError for what would be in the future. */
  at(at: number, play: Scene["play"]): void;
  /** Scenes can tell of later ones. */
  play(): Promise<void>;
}

export function createTimeline(now: number): Timeline {
  const scenes: Scene[] = [];
  return {
    now,
    at(at, play) {
      if (at > now) throw new RangeError(`${new Date(at).toISOString()} has not come yet`);
      // Behind those of the same time: what is told first happens first.
      const place = scenes.findIndex((scene) => scene.at > at);
      scenes.splice(place === -1 ? scenes.length : place, 0, { at, play });
    },
    async play() {
      for (let scene = scenes.shift(); scene; scene = scenes.shift()) await scene.play(scene.at);
    },
  };
}
