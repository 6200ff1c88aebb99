import type { CommandGroup } from "../command/command-line.ts";

export const clockCommands: CommandGroup = {
  title: "Clock",
  commands: [
    {
      name: "clock reset",
      about: "Put time back to what this machine's clock says, after it was ahead by mistake",
      load: async () => (await import("./reset.ts")).clockReset,
    },
  ],
};
