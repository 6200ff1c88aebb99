import type { Database } from "better-sqlite3";
import { clientsKeptDays, mostClients } from "../../usage/client.ts";
import { withoutName, type SeenClient } from "./seen-client.ts";

/** As many old rows as are forgotten at once. */
const forgottenAtOnce = 500;

const addToClient = `
  update usage_client set
    requests = requests + @requests, refused = refused + @refused,
    first_at = min(first_at, @firstAt), last_at = max(last_at, @lastAt)
  where public_key_id = @publicKeyId and day = @day and address = @address and user_agent = @userAgent`;
const insertClient = `
  insert into usage_client (
    public_key_id, day, address, user_agent, organization_id, requests, refused, first_at, last_at)
  values (@publicKeyId, @day, @address, @userAgent, @organizationId, @requests, @refused, @firstAt, @lastAt)`;
const countClients = "select count(*) from usage_client where public_key_id = @publicKeyId and day = @day";
const forgetClients = `
  delete from usage_client where (public_key_id, day, address, user_agent) in (
    select public_key_id, day, address, user_agent from usage_client where day < ? limit ${forgottenAtOnce})`;

/** To be run in a transaction. Adds to a client, of which a secret has so many a day; those beyond are one without an address. */
export function prepareWriteClient(database: Database): (client: SeenClient) => void {
  const add = database.prepare<SeenClient>(addToClient);
  const insert = database.prepare<SeenClient>(insertClient);
  const count = database.prepare<SeenClient, number>(countClients).pluck();
  return (client) => {
    if (add.run(client).changes > 0) return;
    const isOneTooMany = (count.get(client) ?? 0) >= mostClients;
    const known = isOneTooMany ? withoutName(client) : client;
    if (isOneTooMany && add.run(known).changes > 0) return;
    insert.run(known);
  };
}

/** Forgets some of what is too old, seen from a day. */
export function prepareForgetClients(database: Database): (day: number) => void {
  const forget = database.prepare<[number]>(forgetClients);
  return (day) => void forget.run(day - clientsKeptDays);
}
