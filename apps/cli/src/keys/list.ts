import { keyStatuses, list, type ApiKey } from "@katkey/keys";
import { listInput } from "@katkey/server/key-input";
import { defineCommand } from "../command/command.ts";
import {
  actIn,
  organizationMeant,
  withOrganizations,
  type Organizations,
} from "../organizations/with-organizations.ts";
import { tellUnsound } from "../soundness.ts";
import { typedAs } from "../typed/typed-as.ts";
import { lastUseWords, notesOfUses } from "../words/last-use.ts";
import { viewsOf, type KeyView } from "./key-views.ts";

export const keysList = defineCommand({
  options: {
    organization: { takes: "<id>", about: "Whose keys; else of the only organization" },
    status: { takes: "<status>", about: "Those of this one; else those in use", choices: keyStatuses },
    all: { about: "Those that were revoked or have expired, too" },
    search: {
      takes: "<text>",
      about: "Those with it in the name or the note, or with this id, publicKeyId or hint",
    },
  },
  example: "katkey keys list --search shop",
  async run(call) {
    const [status, search] = [
      call.value("status") ?? (call.has("all") ? undefined : "in_use"),
      call.value("search"),
    ];
    const filter = typedAs(listInput, { ...(status && { status }), ...(search && { search }), limit: 100 });
    return withOrganizations(async (organizations) => {
      const { organizationId, notes } = await organizationMeant(organizations, call.value("organization"));
      const act = actIn(organizationId, call);
      const sources = {
        ...organizations.desk,
        // Asked for by no filter of ours: keys are listed also where what was counted is lost.
        get usage() {
          return organizations.usage();
        },
      };
      const views: KeyView[] = [];
      for await (const page of pagesOf((cursor) => list(sources, act, { ...filter, ...cursor }))) {
        views.push(...(await viewsOf(organizations, page, call.now)));
      }
      const rows = views.map((view) => [
        view.id,
        view.status,
        view.environment,
        view.name,
        view.secrets[0]?.maskedToken ?? "",
        lastUseWords(view.lastUse),
        view.expiresAt === null ? "never expires" : `expires ${view.expiresAt}`,
      ]);
      const told = tellUnsound(organizations.soundness, views, "key");
      return {
        json: views,
        lines: [],
        table: rows,
        well: told.well,
        notes: [...notes, ...notesOfUses(views), ...told.notes],
      };
    });
  },
});

type Read = (page: { readonly cursor?: string }) => ReturnType<Organizations["desk"]["store"]["listKeys"]>;

async function* pagesOf(read: Read): AsyncGenerator<readonly ApiKey[]> {
  let cursor: string | null | undefined;
  do {
    const page: Awaited<ReturnType<Read>> = await read(typeof cursor === "string" ? { cursor } : {});
    yield page.items;
    cursor = page.nextCursor;
  } while (cursor !== null);
}
