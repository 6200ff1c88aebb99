import { createOrganization, KeyError, type Principal } from "@katkey/keys";
import type { Services } from "../../src/services.ts";
import { anAppToken } from "../app-token.ts";
import { aKey, anOrganization, type TestOrganization } from "../people.ts";
import { openServer, type Reply } from "../server.ts";
import { aServiceToken } from "../service-token.ts";

/** Happens before a method of a port: once. */
type Interruption = () => unknown;

export type World = Awaited<ReturnType<typeof openWorld>>;

/** The noon at which the document's examples happen. */
const noon = Date.UTC(2026, 10, 21, 12);

const aMonth = 31 * 24 * 60 * 60 * 1_000;

/** A server with an organization, on which anything can be made to go wrong. */
export async function openWorld() {
  const interruptions = new Map<string, Interruption>();
  let changes: Partial<Principal["organization"]> = {};
  const server = await openServer({
    failuresPerMinute: 3,
    wrap: (services) => interrupted(services, interruptions, () => changes),
  });
  // The organization is older than the running month, so that it has a statement.
  server.clock.jump(noon - aMonth - server.clock.now());
  const organization = await anOrganization(server);
  server.clock.jump(aMonth);
  const { token } = await aKey(server, organization);
  let addresses = 0;
  let registered: Awaited<ReturnType<typeof anAppToken>>["registered"] | undefined;

  return {
    server,
    organization,
    token,
    serviceToken: async () => (await aServiceToken(server)).token,
    key: (options: Parameters<typeof aKey>[2] = {}) => aKey(server, organization, options),
    /** Of one app, which is connected again once it was disconnected. */
    async appToken() {
      const made = await anAppToken(server, organization, registered && { app: registered });
      registered = made.registered;
      return made;
    },
    /** An address that nobody has called from. */
    anAddress: () => {
      addresses += 1;
      return `198.51.${Math.floor(addresses / 250)}.${(addresses % 250) + 1}`;
    },
    /** An organization with the same owner, and nothing in it. */
    async another(plan: Principal["organization"]["plan"]): Promise<TestOrganization> {
      const { owner } = organization.members;
      const { organization: made, member } = await createOrganization(server.services.desk, {
        name: "Another",
        plan,
        owner: { userId: owner.id, email: owner.email },
        now: server.clock.now(),
        address: null,
        requestId: null,
      });
      const members = { ...organization.members, owner: { ...owner, memberId: member.id } };
      return { id: made.id, members };
    },
    /** The tokens of so many new keys of an organization. */
    tokensOf: (of: TestOrganization, count: number) =>
      Promise.all(Array.from({ length: count }, async () => (await aKey(server, of)).token)),
    /** Before a method of this name is called the next time. */
    before: (method: string, happens: Interruption) => void interruptions.set(method, happens),
    /** Nothing happens any more before anything. */
    calm: () => interruptions.clear(),
    /** The organization is another one for as long as something takes. */
    async whileOrganizationIs(changed: typeof changes, something: () => Promise<Reply>) {
      changes = changed;
      return something().finally(() => (changes = {}));
    },
  };
}

/** As from a database that another process holds. */
export function beBusy(): never {
  throw new KeyError("busy", "Another process is writing for too long. Try again.");
}

function interrupted(
  services: Services,
  interruptions: Map<string, Interruption>,
  changes: () => object,
): Services {
  const { desk, catalog } = services;
  const findSecret: typeof desk.store.findSecret = async (...asked) => {
    const record = await desk.store.findSecret(...asked);
    return record && { ...record, organization: { ...record.organization, ...changes() } };
  };
  const store = interruptible({ ...desk.store, findSecret }, interruptions);
  const products = interruptible(catalog.store, interruptions);
  const engine = interruptible(catalog.engine, interruptions);
  return { ...services, desk: { ...desk, store }, catalog: { ...catalog, store: products, engine } };
}

function interruptible<Port extends object>(port: Port, interruptions: Map<string, Interruption>): Port {
  return new Proxy(port, {
    get(target, name, receiver) {
      const method: unknown = Reflect.get(target, name, receiver);
      if (typeof method !== "function" || typeof name !== "string") return method;
      return async (...given: unknown[]) => {
        const happens = interruptions.get(name);
        interruptions.delete(name);
        await happens?.();
        return method.apply(target, given);
      };
    },
  });
}
