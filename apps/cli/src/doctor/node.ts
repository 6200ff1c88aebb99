const tested = "24";

/** Katkey brings its own Node, past which somebody may start it. */
export function nodeFindings(version: string): readonly string[] {
  if (version.split(".")[0] === tested) return [];
  return [
    `This is Node ${version}, and Katkey is made for ${tested}. Start it with npm start, and this with npm run katkey: they take the right one.`,
  ];
}
