import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { inventedStudio } from "./dev/inventedStudio.ts";

const devserver = process.env.KONTAKTI_DEVSERVER;
const workspace = fileURLToPath(new URL("..", import.meta.url));

export default defineConfig({
  plugins: [react(), ...(devserver ? [] : [inventedStudio()])],
  base: "./",
  build: { target: "es2022", assetsInlineLimit: 0, chunkSizeWarningLimit: 900, sourcemap: false },
  server: {
    port: 5173,
    strictPort: true,
    fs: { allow: [workspace] },
    ...(devserver ? { proxy: { "/api": devserver, "/events": devserver, "/photo": devserver } } : {}),
  },
  test: {
    environment: "jsdom",
    setupFiles: ["src/testing/setup.ts"],
    include: ["src/**/*.test.{ts,tsx}"],
    css: { modules: { classNameStrategy: "non-scoped" } },
    testTimeout: 60_000,
  },
});
