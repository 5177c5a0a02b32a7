import { defineConfig } from "vitest/config";

/** Measurements of the built window in a real browser; `cargo xtask bench` starts what they need. */
export default defineConfig({
  test: {
    environment: "node",
    include: ["bench/**/*.bench.ts"],
    testTimeout: 300_000,
    hookTimeout: 120_000,
  },
});
