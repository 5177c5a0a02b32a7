import { fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { expectAccessible } from "../testing/render";
import { PhotoGrid } from "./PhotoGrid";

const rendered = vi.fn();
const renderCell = (id: number) => {
  rendered(id);
  return <span>{`photo ${id}`}</span>;
};

const picturesFrom = (first: number, count: number) =>
  Array.from({ length: count }, (_, index) => index + first);
const ALL = picturesFrom(1, 20_000);

/** 1000 x 700 with cells of 184: five columns. */
function Grid({ ids = ALL, onOpen }: { ids?: number[]; onOpen?: (id: number) => void }) {
  const [current, setCurrent] = useState<number | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  return (
    <>
      <PhotoGrid
        label="Photos"
        ids={ids}
        cellSize={184}
        renderCell={renderCell}
        current={current}
        onCurrent={setCurrent}
        selected={selected}
        onSelected={setSelected}
        {...(onOpen ? { onOpen } : {})}
      />
      <output>{`${current ?? "-"} of ${[...selected].sort((a, b) => a - b).join(",")}`}</output>
    </>
  );
}

const focused = () => Number((document.activeElement as HTMLElement).dataset.id);
const output = () => document.querySelector("output")?.textContent;

describe("PhotoGrid", () => {
  it("mounts only what is in view of 20,000", () => {
    render(<Grid />);
    expect(screen.getAllByRole("gridcell").length).toBeLessThan(80);
    expect(screen.getByRole("grid").getAttribute("aria-rowcount")).toBe("4000");
  });

  it("has one cell in the tab order and walks it by arrows, pages and ends", async () => {
    render(<Grid />);
    const user = userEvent.setup();
    await user.tab();
    expect(focused()).toBe(1);
    expect(screen.getAllByRole("gridcell").filter((cell) => cell.tabIndex === 0)).toHaveLength(1);
    await user.keyboard("{ArrowRight}{ArrowDown}");
    expect(focused()).toBe(7);
    await user.keyboard("{ArrowUp}{ArrowLeft}{ArrowLeft}");
    expect(focused()).toBe(1);
    await user.keyboard("{End}");
    expect(focused()).toBe(20_000);
    await user.keyboard("{ArrowDown}");
    expect(focused()).toBe(20_000);
    await user.keyboard("{PageUp}");
    expect(focused()).toBeLessThan(20_000);
    await user.keyboard("{Home}");
    expect(focused()).toBe(1);
  });

  it("opens where its current photo is", () => {
    const scrolled = vi.spyOn(Element.prototype, "scrollTo");
    const high = vi.spyOn(Element.prototype, "scrollHeight", "get").mockReturnValue(1_000_000);
    const nothing = () => undefined;
    render(
      <PhotoGrid
        label="Photos"
        ids={ALL}
        cellSize={184}
        renderCell={renderCell}
        current={31}
        onCurrent={nothing}
      />,
    );
    const tops = scrolled.mock.calls.map(([to]) => (to as unknown as ScrollToOptions).top ?? 0);
    scrolled.mockRestore();
    high.mockRestore();
    // the seventh row of five, each some 220 pixels high, in a window of 700
    expect(tops.at(-1)).toBeGreaterThan(7 * 220 - 720);
    expect(tops.at(-1)).toBeLessThan(6 * 220);
  });

  it("renders two cells, not the grid, when the focus moves", async () => {
    render(<Grid />);
    const user = userEvent.setup();
    await user.tab();
    rendered.mockClear();
    await user.keyboard("{ArrowRight}");
    expect(rendered.mock.calls.length).toBeLessThanOrEqual(2);
  });

  it("selects by Space, extends by Shift, shrinks back, toggles by Ctrl and clears by Escape", async () => {
    render(<Grid ids={picturesFrom(1, 50)} />);
    const user = userEvent.setup();
    await user.tab();
    await user.keyboard(" ");
    expect(output()).toContain("of 1");
    await user.keyboard("{ArrowRight}{ArrowRight}{Shift>}{ArrowRight}{ArrowRight}{/Shift}");
    expect(output()).toBe("5 of 1,3,4,5");
    await user.keyboard("{Shift>}{ArrowLeft}{/Shift}");
    expect(output()).toBe("4 of 1,3,4");
    await user.keyboard("{Control>}");
    await user.click(screen.getByText("photo 9"));
    await user.keyboard("{/Control}");
    expect(output()).toBe("9 of 1,3,4,9");
    await user.keyboard("{Control>}a{/Control}");
    expect(
      screen.getAllByRole("gridcell").every((cell) => cell.getAttribute("aria-selected") === "true"),
    ).toBe(true);
    await user.keyboard("{Escape}");
    expect(output()).toBe("9 of ");
  });

  it("does not take the focus back after a key that moved nothing", async () => {
    render(
      <>
        <Grid ids={picturesFrom(1, 50)} />
        <input aria-label="Elsewhere" />
      </>,
    );
    const user = userEvent.setup();
    await user.tab();
    await user.keyboard("{ArrowLeft}");
    await user.click(screen.getByRole("textbox"));
    await user.keyboard("a");
    expect(document.activeElement).toBe(screen.getByRole("textbox"));
  });

  it("opens by Enter and by double click", async () => {
    const onOpen = vi.fn();
    render(<Grid ids={picturesFrom(1, 50)} onOpen={onOpen} />);
    const user = userEvent.setup();
    await user.tab();
    await user.keyboard("{ArrowRight}{Enter}");
    await user.dblClick(screen.getByText("photo 4"));
    expect(onOpen.mock.calls.map((call) => call[0])).toEqual([2, 4]);
  });

  it("keeps the focus, the selection and what is looked at while pictures are added above", async () => {
    const { rerender } = render(<Grid ids={picturesFrom(100, 1000)} />);
    const user = userEvent.setup();
    await user.tab();
    await user.keyboard("{PageDown}{PageDown}{PageDown} ");
    const chosen = focused();
    const grid = screen.getByRole("grid");
    const before = 2000;
    grid.scrollTop = before;
    fireEvent.scroll(grid);
    // seven more: the current one goes to another row and column
    rerender(<Grid ids={[...picturesFrom(1, 7), ...picturesFrom(100, 1000)]} />);
    expect(focused()).toBe(chosen);
    expect(document.activeElement?.getAttribute("aria-selected")).toBe("true");
    expect(grid.scrollTop).toBeGreaterThan(before);
    const after = grid.scrollTop;
    rerender(<Grid ids={[...picturesFrom(1, 7), ...picturesFrom(100, 1000), 5000]} />);
    expect(grid.scrollTop).toBe(after);
  });

  it("opens by Space too where nothing can be selected, and says nothing of selection", async () => {
    const opened: number[] = [];
    function Plain() {
      const [current, setCurrent] = useState<number | null>(null);
      return (
        <PhotoGrid
          label="Photos"
          ids={[1, 2, 3]}
          cellSize={184}
          renderCell={renderCell}
          current={current}
          onCurrent={setCurrent}
          onOpen={(id) => opened.push(id)}
        />
      );
    }
    const { container } = render(<Plain />);
    const user = userEvent.setup();
    await user.tab();
    await user.keyboard("{Shift>}{ArrowRight}{/Shift} {Enter}{Control>}a{/Control}");
    expect(opened).toEqual([2, 2]);
    expect(screen.queryByRole("gridcell", { selected: true })).toBeNull();
    expect(screen.getByRole("grid").hasAttribute("aria-multiselectable")).toBe(false);
    await expectAccessible(container);
  });

  it("is accessible", async () => {
    const { container } = render(<Grid ids={picturesFrom(1, 20)} />);
    await expectAccessible(container);
  });
});
