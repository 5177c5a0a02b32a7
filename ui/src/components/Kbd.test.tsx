import { expect, it } from "vitest";
import { renderView } from "../testing/render";
import { Kbd } from "./Kbd";

it("shows keys as they are called in the language", async () => {
  const shown = async (language: "fi" | "sv" | "en") => {
    const { container, unmount } = await renderView(<Kbd keys="Ctrl+ " />, { language });
    const keys = [...container.querySelectorAll("kbd")].map((key) => key.textContent);
    unmount();
    return keys;
  };
  expect(await shown("fi")).toEqual(["Ctrl", "Välilyönti"]);
  expect(await shown("sv")).toEqual(["Ctrl", "Mellanslag"]);
  expect(await shown("en")).toEqual(["Ctrl", "Space"]);
});
