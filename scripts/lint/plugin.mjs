import { relative, sep } from "node:path";
import { refusalOf } from "./boundaries.mjs";
import { refusalOfVerb } from "./verbs.mjs";

const whereToRead = 'docs/architecture.md, "Who may import whom"';

const boundaries = {
  meta: { type: "problem" },
  create(context) {
    const file = relative(context.cwd, context.filename).split(sep).join("/");
    const check = (node, typeOnly) => {
      if (typeof node.source?.value !== "string") return;
      const specifier = node.source.value;
      const refusal =
        refusalOf(file, specifier, typeOnly) ??
        (typeOnly ? null : refusalOfVerb(context.cwd, file, specifier));
      if (refusal !== null) context.report({ node, message: `${refusal} (${whereToRead})` });
    };
    // `import { type A }` is no type import here: Node still loads the module, verbatimModuleSyntax keeps it.
    return {
      ImportDeclaration: (node) => check(node, node.importKind === "type"),
      ExportNamedDeclaration: (node) => check(node, node.exportKind === "type"),
      ExportAllDeclaration: (node) => check(node, node.exportKind === "type"),
      ImportExpression: (node) => check(node, false),
      TSImportType: (node) => check(node, true),
    };
  },
};

const vagueNames = {
  meta: { type: "suggestion" },
  create(context) {
    const name = /(?<=^|[/\\-])(?:utils?|helpers?|common|shared|misc|manager|service-impl)(?=[./\\])/i;
    return {
      Program(node) {
        const found = name.exec(relative(context.cwd, context.filename));
        if (found)
          context.report({ node, message: `"${found[0]}" names nothing: say what the file is about` });
      },
    };
  },
};

export default { meta: { name: "katkey" }, rules: { boundaries, "vague-names": vagueNames } };
