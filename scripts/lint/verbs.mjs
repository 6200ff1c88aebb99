import { existsSync, readFileSync } from "node:fs";
import { posix } from "node:path";

/** Admission marks an exposed key, and verifies the tokens of apps beside those of keys. */
const ofAdmission = new Set(["expose", "verify-app-token"]);

/** Everything may ask the one verification; the package's door shows all verbs. */
const mayImport = (importer, verb) =>
  verb === "verify" || importer === "index" || (importer === "admit" && ofAdmission.has(verb));

/** The rooms of the domain, without those of its adapters. */
const domain =
  /^packages\/(?:keys|catalog)\/src\/(?:(?!sqlite|memory|processes|testing|template|chat)[^/]+\/)?[^/]+\.ts$/;

/** Why a file of the domain may not import another one of it: a verb serves the transports, not other verbs or nouns. */
export function refusalOfVerb(root, file, specifier) {
  if (!domain.test(file) || file.endsWith(".test.ts") || !/^\.{1,2}\//.test(specifier)) return null;

  const verb = posix.basename(specifier, ".ts");
  const importer = posix.basename(file, ".ts");
  if (mayImport(importer, verb) || !isVerb(posix.join(root, posix.dirname(file), specifier), verb))
    return null;
  return `${importer} may not import the verb ${verb}: take what both need into a noun`;
}

/** A verb's file is named after the async function that it exports: `end-overlap.ts` exports `endOverlap`. */
function isVerb(path, name) {
  const main = name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  return (
    existsSync(path) && new RegExp(`\\bexport async function ${main}\\b`).test(readFileSync(path, "utf8"))
  );
}
