import type { AlikeUses } from "@katkey/keys/sqlite";
import { answersOf } from "./answers.ts";
import type { Chance } from "./chance.ts";
import { lastOf, piecesOf, type Span } from "./span.ts";
import type { KeyRun, SecretRun } from "./stage.ts";
import { rhythms, type Client, type Traffic, type Trouble } from "./traffic.ts";
import { dayMs, hourMs } from "./when.ts";

interface Circumstances {
  readonly span: Span;
  readonly now: number;
  readonly chance: Chance;
  /** What troubled all keys. */
  readonly outages: readonly Trouble[];
}

/** What a key was used for in a span of time, hour by hour. */
export function* requestsOf(run: KeyRun, { span, now, chance, outages }: Circumstances): Iterable<AlikeUses> {
  const { traffic } = run.story;
  if (traffic === undefined) return;
  const all = [...(traffic.troubles ?? []), ...outages].map((trouble) => {
    return { ...trouble, from: trouble.from(now), to: trouble.until?.(now) ?? now };
  });
  const used = {
    from: Math.max(span.from, run.key.createdAt, traffic.from?.(now) ?? 0),
    to: Math.min(span.to, run.endsAt, traffic.until?.(now) ?? now),
  };
  const secretChanges = run.secrets.flatMap(({ followed, endsAt }) => [followed, endsAt]);
  for (const piece of piecesOf(used, [...secretChanges, ...all.flatMap(({ from, to }) => [from, to])])) {
    const troubles = all.filter(({ from, to }) => from <= piece.from && piece.from < to);
    const requestsInAll = expectedIn(traffic, piece, now) * (0.85 + 0.3 * chance());
    for (const { secret, share, client } of secretsAt(run, piece.from, { traffic, chance })) {
      const { address, userAgent } = client;
      const use = { ...fieldsOf(run, secret, piece.from), address, userAgent };
      const expected = requestsInAll * share;
      for (const { answer, requests } of answersOf(traffic, { expected, troubles, chance })) {
        yield { ...use, ...answer, requests, at: lastOf(piece, requests, chance) };
      }
    }
  }
}

function expectedIn({ rhythm, perDay, growth = 1.25 }: Traffic, { from, to }: Span, now: number): number {
  const { hours, weekdays } = rhythms[rhythm];
  const time = new Date(from);
  const inDay = hours.reduce<number>((sum, weight) => sum + weight, 0);
  const ofDay = (hours[time.getUTCHours()] ?? 0) / inDay;
  const grown = growth ** ((from - now) / (90 * dayMs));
  return perDay * ofDay * (weekdays[time.getUTCDay()] ?? 1) * grown * ((to - from) / hourMs);
}

interface Using {
  readonly secret: SecretRun;
  /** Of the key's requests, 0 to 1. */
  readonly share: number;
  readonly client: Client;
}

/** With which secrets an integration comes, newest first. While it follows a rotation, some of it is slow. */
function* secretsAt(
  { secrets }: KeyRun,
  at: number,
  { traffic: { clients }, chance }: { readonly traffic: Traffic; readonly chance: Chance },
): Iterable<Using> {
  const [first] = clients;
  const any = clients[Math.floor(chance() ** 2 * clients.length)] ?? first;
  let left = 1;
  for (const secret of secrets.toReversed()) {
    if (left === 0 || at < secret.followed) continue;
    const share = left * secret.share;
    const isAlone = share === 1;
    const client = isAlone ? any : left === 1 ? first : (clients.at(-1) ?? first);
    left -= share;
    // Whoever is slower than the overlap is refused, which nobody counts.
    if (at < secret.endsAt) yield { secret, share, client };
  }
}

function fieldsOf({ key }: KeyRun, { publicKeyId, replacedAt }: SecretRun, at: number) {
  const { id: keyId, organizationId, environment } = key;
  const retiring = replacedAt !== null && replacedAt <= at;
  return { keyId, organizationId, environment, publicKeyId, retiring };
}
