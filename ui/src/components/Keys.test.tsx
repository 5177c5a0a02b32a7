import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, it, vi } from "vitest";
import { renderView } from "../testing/render";
import { Button } from "./Button";
import { Select } from "./Field";
import { useKeys } from "./Keys";

function View({ onKey }: { onKey(keys: string): void }) {
  useKeys(["x", "Enter", " ", "Ctrl+s"].map((keys) => ({ keys, run: () => onKey(keys) })));
  return (
    <>
      <a href="#elsewhere">link</a>
      <div tabIndex={0}>photo</div>
      <div role="dialog" aria-label="panel">
        <button type="button">inside</button>
      </div>
      <Select label="Order" choices={[{ id: "a", label: "Alpha" }]} value="a" onChange={() => undefined} />
    </>
  );
}

it("leaves Enter and Space to the link or button that has the focus", async () => {
  const onKey = vi.fn();
  await renderView(<View onKey={onKey} />);
  const user = userEvent.setup();
  act(() => screen.getByRole("link", { name: "link" }).focus());
  await user.keyboard("{Enter} ");
  expect(onKey).not.toHaveBeenCalled();
  await user.keyboard("x");
  expect(onKey).toHaveBeenLastCalledWith("x");
  act(() => screen.getByText("photo").focus());
  await user.keyboard("{Enter}");
  expect(onKey).toHaveBeenLastCalledWith("Enter");
});

it("leaves single keys to an open list and to a panel over the view, but not chords", async () => {
  const onKey = vi.fn();
  await renderView(<View onKey={onKey} />);
  const user = userEvent.setup();
  act(() => screen.getByRole("button", { name: "inside" }).focus());
  await user.keyboard("x");
  expect(onKey).not.toHaveBeenCalled();
  await user.keyboard("{Control>}s{/Control}");
  expect(onKey.mock.calls).toEqual([["Ctrl+s"]]);
  await user.click(screen.getByRole("button", { name: /Order/ }));
  await screen.findByRole("option", { name: "Alpha" });
  await user.keyboard("x");
  expect(onKey).toHaveBeenCalledTimes(1);
});

it("keeps the focus on a button while its work is under way, and takes no second press", async () => {
  const onPress = vi.fn();
  function Working() {
    const [isPending, setPending] = useState(false);
    return (
      <Button
        isPending={isPending}
        onPress={() => {
          onPress();
          setPending(true);
        }}
      >
        Save
      </Button>
    );
  }
  await renderView(<Working />);
  const user = userEvent.setup();
  const button = screen.getByRole("button", { name: "Save" });
  act(() => button.focus());
  await user.keyboard("{Enter}{Enter}");
  expect(onPress).toHaveBeenCalledTimes(1);
  expect(document.activeElement).toBe(button);
  expect(button.getAttribute("aria-disabled")).toBe("true");
});
