import { tags } from "../../../rest/about.ts";
import { openApiDocument } from "../../../rest/openapi/openapi-document.ts";
import type { Installation } from "../installation.ts";
import { kept } from "../kept.ts";
import type { Source } from "../source.ts";
import { operationHeading } from "./operation-section.ts";
import { operationsOf, type Reference } from "./operations.ts";
import { overviewBody, overviewHead, overviewLandings } from "./overview.ts";
import { partBody, partHead, partName } from "./part.ts";
import { withoutScopeReferences } from "./without-scope-references.ts";

/** The reference, made from the OpenAPI document: so it says what the server does. */
export function referenceSources(installation: Installation): readonly Source[] {
  const reference = kept(() => readReference(installation));
  const overview: Source = {
    name: "reference",
    kind: "reference",
    head: overviewHead,
    body: () => overviewBody(reference()),
    landings: () => overviewLandings(reference()),
  };
  const parts = tags.map<Source>((tag) => ({
    name: partName(tag),
    kind: "reference",
    label: tag,
    head: partHead(tag),
    body: () => partBody(tag, reference()),
    sections: () => summariesOf(reference()),
  }));
  return [overview, ...parts];
}

function readReference({ origin, scopes }: Installation): Reference {
  const document = withoutScopeReferences(openApiDocument(origin, scopes));
  return { origin, document, operations: operationsOf(document) };
}

/** What each operation does, by its heading. */
function summariesOf({ operations }: Reference): ReadonlyMap<string, string> {
  return new Map(operations.map((described) => [operationHeading(described), described.operation.summary]));
}
