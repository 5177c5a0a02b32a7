/** The lint rule that keeps words out of the components. */
import { ESLint } from "eslint";
import { expect, it } from "vitest";

const eslint = new ESLint();
const MESSAGE = "Words are in assets/l10n, in every language.";

async function findings(jsx: string, filePath = "src/views/Any.tsx"): Promise<number> {
  const [result] = await eslint.lintText(`export const any = ${jsx};`, { filePath });
  return result?.messages.filter((entry) => entry.message === MESSAGE).length ?? 0;
}

it.each([
  ["<p>Save</p>", 1],
  ["<p>Äänestä {1}</p>", 1],
  [`<p>{"Save"}</p>`, 1],
  [`<>Öå</>`, 1],
  [`<button aria-label="Close" title={"Close"} />`, 2],
  [`<input placeholder="Search" />`, 1],
  [`<Field label="Name" />`, 1],
  [`<p lang="fi" className="block">{"–"} 1 / 2 · f/{8}</p>`, 0],
  [`<Field label={t("form-save")} title={title} placeholder="" />`, 0],
])("%s: %d", async (jsx, count) => {
  expect(await findings(jsx)).toBe(count);
});

it("leaves tests alone", async () => {
  expect(await findings("<p>Save</p>", "src/views/Any.test.tsx")).toBe(0);
});
