import { defineConfig } from "drizzle-kit";

const config = defineConfig({ dialect: "sqlite", schema: "./src/schema.ts", out: "./src/migrations" });

// drizzle-kit reads the default export.
export default config;
