import { describe, expect, it } from "vitest";
import { Previews, neighbours } from "./previews";

describe("previews", () => {
  const ids = [10, 11, 12, 13, 14, 15, 16, 17];

  it("names the nearest first and stops at the ends", () => {
    expect(neighbours(ids, 3, 2)).toEqual([13, 14, 12, 15, 11]);
    expect(neighbours(ids, 0, 3)).toEqual([10, 11, 12, 13]);
    expect(neighbours(ids, 7, 1)).toEqual([17, 16]);
  });

  it("keeps at most the current one and three each way, and the same image for the same photo", () => {
    const previews = new Previews((id) => `/photo/preview/${id}`);
    previews.keep(neighbours(ids, 3, 3));
    const next = previews.get(14);
    previews.keep(neighbours(ids, 4, 3));
    expect(previews.get(14)).toBe(next);
    expect(previews.size).toBe(7);
    previews.clear();
    expect(previews.size).toBe(0);
    expect(next.hasAttribute("src")).toBe(false);
  });
});
