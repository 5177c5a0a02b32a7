import type { Plugin } from "vite";

export function inventedStudio(): Plugin {
  return { name: "invented-studio" };
}
