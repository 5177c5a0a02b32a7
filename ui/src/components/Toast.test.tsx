import { act, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { L10nProvider } from "../l10n";
import { ToastProvider, useToast, type Toast } from "./Toast";

function Shower({ toasts }: { toasts: Toast[] }) {
  const show = useToast();
  return <button onClick={() => toasts.forEach(show)}>show</button>;
}

function show(...toasts: Toast[]) {
  render(
    <L10nProvider language="en">
      <ToastProvider>
        <Shower toasts={toasts} />
      </ToastProvider>
    </L10nProvider>,
  );
  fireEvent.click(screen.getByText("show"));
}

describe("toasts", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("shows the newest two", () => {
    show({ text: "one" }, { text: "two" }, { text: "three" });
    expect(screen.queryByText("one")).toBeNull();
    expect(screen.getByText("two")).toBeTruthy();
    expect(screen.getByText("three")).toBeTruthy();
  });

  it("lets one without an undo go after five seconds and one with an undo after ten", () => {
    show({ text: "plain" }, { text: "undoable", undo: () => {} });
    act(() => vi.advanceTimersByTime(4_900));
    expect(screen.getByText("plain")).toBeTruthy();
    act(() => vi.advanceTimersByTime(200));
    expect(screen.queryByText("plain")).toBeNull();
    act(() => vi.advanceTimersByTime(4_700));
    expect(screen.getByText("undoable")).toBeTruthy();
    act(() => vi.advanceTimersByTime(200));
    expect(screen.queryByText("undoable")).toBeNull();
  });
});
