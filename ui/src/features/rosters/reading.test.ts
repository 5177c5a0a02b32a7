import { describe, expect, it } from "vitest";
import { rosterPreview } from "../../testing/office";
import { detectedIn, fieldsOf, newDraft, obstacleIn, withField } from "./reading";

const preview = rosterPreview();
const { read } = newDraft("roster-1", "luokat.csv", 201, 2026);

describe("what was detected", () => {
  it("is what was read while nothing was chosen, and stays known when something is", () => {
    const first = detectedIn(read, preview, null);
    expect(first.encoding).toBe("windows1252");
    const chosen = { ...read, encoding: "iso8859_part15" as const };
    const next = detectedIn(chosen, { ...preview, encoding: "iso8859_part15", separator: "tab" }, first);
    expect(next).toEqual({ encoding: "windows1252", separator: "tab", hasHeader: true, sheet: null });
  });
});

describe("fields of columns", () => {
  it("are those recognised until one is chosen", () => {
    expect(fieldsOf(read, preview)).toEqual(["last_name", "first_name", "group"]);
    expect(fieldsOf({ ...read, mapping: ["full_name", "", "group"] }, preview)).toEqual([
      "full_name",
      "",
      "group",
    ]);
  });

  it("are on one column each, but any number are left out", () => {
    expect(withField(["last_name", "first_name", "group"], 0, "group")).toEqual(["group", "first_name", ""]);
    expect(withField(["", "first_name", "group"], 1, "")).toEqual(["", "", "group"]);
  });
});

describe("what keeps a list from being imported", () => {
  it.each([
    [["last_name", "first_name", "group"], null],
    [["full_name", "group"], null],
    [["full_name_given_first", "group"], null],
    [["", "group"], "names"],
    [["full_name", ""], "groups"],
    [["call_name", ""], "names"],
  ])("%j: %s", (fields, obstacle) => expect(obstacleIn(fields, preview)).toBe(obstacle));

  it("is also that it names nobody: then everybody would have left", () => {
    const nobody = rosterPreview({ counts: { added: 0, changed: 0, unchanged: 0, left: 240 } });
    expect(obstacleIn(["full_name", "group"], nobody)).toBe("rows");
  });
});
