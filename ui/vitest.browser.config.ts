import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** The built window in a real browser, on the program's own method table. */
export default defineConfig({
  server: { fs: { allow: [fileURLToPath(new URL("..", import.meta.url))] } },
  test: {
    environment: "node",
    include: ["browser/**/*.spec.ts"],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
