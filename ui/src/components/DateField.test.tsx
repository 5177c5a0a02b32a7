import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import type { Language } from "../l10n";
import { expectAccessible, renderView } from "../testing/render";
import { DateField } from "./DateField";

function Held({ start, onValue }: { start: string; onValue(value: string): void }) {
  const [value, setValue] = useState(start);
  return (
    <>
      <DateField
        label="Päivä"
        name="agreementOn"
        help="Allekirjoitettu"
        value={value}
        onChange={(next) => {
          setValue(next);
          onValue(next);
        }}
      />
      <button>Muualle</button>
    </>
  );
}

async function field(start: string, language: Language = "fi") {
  const onValue = vi.fn<(value: string) => void>();
  const view = await renderView(<Held start={start} onValue={onValue} />, { language });
  const group = screen.getByRole("group", { name: /Päivä/ });
  const segments = within(group).getAllByRole("spinbutton");
  return { ...view, onValue, group, segments, user: userEvent.setup() };
}
const shown = (group: HTMLElement) => {
  const parts = [...group.querySelectorAll("[data-type]")].map((part) => part.textContent);
  return parts.join("").replace(/[\u2066-\u2069]/g, "");
};

describe("DateField", () => {
  it.each<[Language, string]>([
    ["fi", "2.3.2026"],
    ["sv", "2026-03-02"],
    ["en", "02/03/2026"],
  ])("shows a date in the order of %s", async (language, text) => {
    const { group } = await field("2026-03-02", language);
    expect(shown(group)).toBe(text);
  });

  it("makes an ISO date of the typed day, month and year and tells of no year half typed", async () => {
    const { user, segments, onValue, group } = await field("");
    await user.click(segments[0] as HTMLElement);
    await user.keyboard("2{ArrowRight}32026");
    expect(onValue.mock.calls).toEqual([["2026-03-02"]]);
    expect(shown(group)).toBe("2.3.2026");
  });

  it("moves on by itself when a segment is full", async () => {
    const { user, segments, onValue } = await field("");
    await user.click(segments[0] as HTMLElement);
    await user.keyboard("12032026");
    expect(onValue).toHaveBeenLastCalledWith("2026-03-12");
  });

  it("takes a year of two digits for this century when left", async () => {
    const { user, segments, onValue } = await field("");
    await user.click(segments[0] as HTMLElement);
    await user.keyboard("2{ArrowRight}326");
    expect(onValue).not.toHaveBeenCalled();
    await user.click(screen.getByText("Muualle"));
    expect(onValue.mock.calls).toEqual([["2026-03-02"]]);
  });

  it("says when the year cannot be meant", async () => {
    const { user, segments, onValue } = await field("");
    await user.click(segments[0] as HTMLElement);
    await user.keyboard("2{ArrowRight}3202");
    expect(screen.queryByText(/Päivä ei ole kalenterissa/)).toBeNull();
    await user.click(screen.getByText("Muualle"));
    expect(screen.getByText(/Päivä ei ole kalenterissa/)).toBeTruthy();
    expect(onValue).not.toHaveBeenCalled();
  });

  it("empties a date that is left with a segment cleared, so that what shows is what is kept", async () => {
    const { user, segments, onValue, group } = await field("2026-03-02");
    await user.click(segments[0] as HTMLElement);
    await user.keyboard("{Backspace}");
    await user.click(screen.getByText("Muualle"));
    expect(onValue.mock.calls).toEqual([[""]]);
    expect(shown(group)).not.toMatch(/2026/);
  });

  it("says that a date left half typed is none", async () => {
    const { user, segments, onValue } = await field("");
    await user.click(segments[0] as HTMLElement);
    await user.keyboard("12");
    await user.click(screen.getByText("Muualle"));
    expect(screen.getByText(/Päivä ei ole kalenterissa/)).toBeTruthy();
    expect(onValue).not.toHaveBeenCalled();
  });

  it("takes a day from the calendar, whose week begins on Monday", async () => {
    const { user, group, onValue } = await field("2026-03-02");
    await user.click(within(group).getByRole("button", { name: /Kalenteri/ }));
    const calendar = screen.getByRole("dialog");
    expect(calendar.querySelector("th")?.textContent).toBe("ma");
    await user.click(within(calendar).getByRole("button", { name: /17\. maaliskuuta 2026/ }));
    expect(onValue.mock.calls).toEqual([["2026-03-17"]]);
    expect(shown(group)).toBe("17.3.2026");
  });

  it("is accessible", async () => {
    const { container } = await field("2026-03-02");
    await expectAccessible(container);
  });
});
