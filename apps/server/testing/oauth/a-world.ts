import { aServer, type ServerOptions } from "../server.ts";
import { aBrowser } from "./a-browser.ts";
import { aCompany } from "./a-company.ts";
import { aPartner } from "./a-partner.ts";

type PartnerOptions = NonNullable<Parameters<typeof aPartner>[2]>;

/** A partner, and a company whose owner sits before a browser. */
export async function aWorld(partnerOptions: PartnerOptions = {}, serverOptions: ServerOptions = {}) {
  const server = await aServer(serverOptions);
  const builder = await aCompany(server);
  const customer = await aCompany(server);
  const partner = await aPartner(server, builder, partnerOptions);
  const browser = aBrowser(server, customer.owner.cookie);
  return { server, builder, customer, partner, browser };
}
