import { waitFor } from "@testing-library/react";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { useMethod, type Methods } from ".";
import type { FakeAnswers } from "../platform/fake";
import { renderView } from "../testing/render";
import { STALE, staleMethods } from "./events";

const METHODS = [...new Set([...Object.values(STALE).flat(), "app_state"])] as (keyof Methods)[];

function Asking({ method }: { method: keyof Methods }) {
  useMethod(method, {} as never);
  return null;
}

async function mountEvery() {
  const answers = Object.fromEntries(METHODS.map((method) => [method, () => ({})])) as FakeAnswers;
  const { platform } = await renderView(
    METHODS.map((method) => <Asking key={method} method={method} />),
    { answers },
  );
  // the program's state was read before
  await waitFor(() => expect(platform.calls).toHaveLength(METHODS.length - 1));
  return platform;
}

describe("changes of records", () => {
  it("are known by the codes of the register", () => {
    const source = readFileSync("../crates/domain/src/change.rs", "utf8");
    const codes = [...source.matchAll(/=> "([a-z_]+)",/g)].map((match) => match[1]);
    expect(codes.length).toBeGreaterThan(8);
    expect(Object.keys(STALE).sort()).toEqual(codes.sort());
  });

  it.each(Object.keys(STALE))(
    "of kind %s make what shows them ask again, and nothing else",
    async (entity) => {
      const platform = await mountEvery();
      platform.emit({ type: "changed", changes: [{ entity, ids: [1] }] });
      const stale = [...staleMethods([{ entity, ids: [1] }])].sort();
      expect(stale).toEqual(expect.arrayContaining([...(STALE[entity] ?? []), "audit_list"]));
      const again = () => platform.calls.slice(METHODS.length - 1).map((call) => call.method);
      await waitFor(() => expect(again().sort()).toEqual(stale));
    },
  );
});
