import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { RightDto } from "../api";
import { appState, owner } from "../testing/office";
import { renderView } from "../testing/render";
import { LinkTo } from "./LinkTo";

const show = (rights: RightDto[]) =>
  renderView(<LinkTo path="/orders/12">2026-0012</LinkTo>, {
    answers: { app_state: () => appState({ signer: { ...owner, rights } }) },
  });

it("leads to who may go there, and is text for the others", async () => {
  const first = await show(["signed_in", "see_orders"]);
  expect(await screen.findByRole("link", { name: "2026-0012" })).toBeTruthy();
  first.unmount();
  await show(["signed_in", "see_photos"]);
  expect(await screen.findByText("2026-0012")).toBeTruthy();
  expect(screen.queryByRole("link")).toBeNull();
});
