/** What jsdom lacks: layout sizes, ResizeObserver, CSS.escape, matchMedia, scrolling. */
import { cleanup, configure } from "@testing-library/react";
import { afterEach, expect } from "vitest";
import { startPreferences } from "../navigation";
import * as axeMatchers from "vitest-axe/matchers";

// how long a test waits for what must come; a busy machine is not a failure
configure({ asyncUtilTimeout: 20_000 });

expect.extend(axeMatchers);
afterEach(() => {
  cleanup();
  startPreferences({}, () => undefined);
});

globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
globalThis.CSS ??= {} as typeof CSS;
globalThis.CSS.escape ??= (text: string) =>
  text.replace(/[^a-zA-Z0-9_\u0080-\uffff-]/g, (sign) => `\\${sign}`);
window.matchMedia ??= (query: string) =>
  ({
    matches: false,
    media: query,
    addEventListener() {},
    removeEventListener() {},
  }) as unknown as MediaQueryList;
window.scrollTo = () => {};
Element.prototype.scrollTo ??= function scrollTo() {};
Element.prototype.scrollIntoView ??= function scrollIntoView() {};

for (const [name, size] of [
  ["offsetWidth", 1000],
  ["offsetHeight", 700],
  ["clientWidth", 1000],
  ["clientHeight", 700],
] as const)
  Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => size });
