import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { expectAccessible, renderView } from "../testing/render";
import { LongList } from "./LongList";

const names = (count: number) => Array.from({ length: count }, (_, index) => `DCIM/IMG_${index}.JPG`);

it("mounts what is in view of thousands, and says how many there are", async () => {
  const { container } = await renderView(<LongList label="Damaged" texts={names(6_000)} />);
  const shown = await screen.findAllByRole("listitem");
  expect(shown.length).toBeLessThan(100);
  expect(shown[0]?.textContent).toBe("DCIM/IMG_0.JPG");
  expect(shown[0]?.getAttribute("aria-setsize")).toBe("6000");
  await expectAccessible(container);
});

it("mounts a short list whole", async () => {
  await renderView(<LongList label="Damaged" texts={names(25)} />);
  expect(screen.getAllByRole("listitem")).toHaveLength(25);
});
