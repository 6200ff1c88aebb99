/** V8's, as the inspector hands it over: https://chromedevtools.github.io/devtools-protocol/v8/Profiler/#type-Profile */
export interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  /** µs before each sample. */
  readonly timeDeltas: readonly number[];
}

/** What took how much of the time in which something ran, the most first. */
export type Shares = readonly { readonly name: string; readonly share: number }[];

/** Where a stack frame belongs: its file, and what that is part of. */
export interface Place {
  readonly part: string;
  readonly file: string;
}

const notWork = new Set(["(idle)", "(root)"]);

/** The time that each place took in itself; what runs outside JavaScript counts for whoever called it. */
export function sharesOf({ nodes, samples, timeDeltas }: CpuProfile, by: keyof Place): Shares {
  const places = placesOf(nodes);
  const micros = new Map<string, number>();
  let whole = 0;
  for (const [i, sample] of samples.entries()) {
    const place = places.get(sample);
    if (place === undefined) continue;
    const delta = Math.max(0, timeDeltas[i] ?? 0);
    micros.set(place[by], (micros.get(place[by]) ?? 0) + delta);
    whole += delta;
  }
  const shares = Array.from(micros, ([name, time]) => ({ name, share: time / whole }));
  return shares.toSorted((a, b) => b.share - a.share);
}

function placesOf(nodes: CpuProfile["nodes"]): ReadonlyMap<number, Place> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const places = new Map<number, Place>();
  const visit = (id: number, caller: Place | null) => {
    const node = byId.get(id);
    if (node === undefined) return;
    const place = placeOf(node.callFrame, caller);
    if (place !== null) places.set(id, place);
    for (const child of node.children ?? []) visit(child, place);
  };
  const [root] = nodes;
  if (root !== undefined) visit(root.id, null);
  return places;
}

function placeOf({ functionName, url }: CpuProfile["nodes"][number]["callFrame"], caller: Place | null) {
  if (notWork.has(functionName)) return null;
  if (functionName.startsWith("(")) return { part: functionName, file: functionName };
  if (url === "") return caller ?? { part: "native", file: `native: ${functionName}` };
  if (url.startsWith("node:")) return { part: "node", file: url };
  const [, npmPackage] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url) ?? [];
  if (npmPackage !== undefined) return { part: npmPackage, file: npmPackage };
  const [file = url, part = url] =
    /(?<=\/)((?:apps|packages)\/[^/]+\/src(?:\/[^/]+(?=\/))?).*$/.exec(url) ?? [];
  return { part, file };
}
