import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const tauri = {
  group: ["@tauri-apps/*"],
  message: "Only src/platform/tauri.ts speaks to the shell.",
};
const above = (...folders) => ({
  group: folders.flatMap((folder) => [`**/${folder}/**`, `**/${folder}`]),
  message: "Tiers point one way: components <- features <- views.",
});
const restrict = (...patterns) => ["error", { patterns: [tauri, ...patterns] }];

const markup = [
  "JSXAttribute[name.name='dangerouslySetInnerHTML']",
  "MemberExpression[property.name=/^(innerHTML|outerHTML)$/]",
].map((selector) => ({ selector, message: "Text is text: markup never comes from data." }));
const named = "JSXAttribute[name.name=/^(alt|aria-label|label|placeholder|title)$/]";
const words = [
  "JSXText[value=/\\p{L}{2}/u]",
  `:matches(JSXElement, JSXFragment, ${named}) > JSXExpressionContainer > Literal[value=/\\p{L}{2}/u]`,
  `${named} > Literal[value=/\\p{L}{2}/u]`,
].map((selector) => ({ selector, message: "Words are in assets/l10n, in every language." }));

export default tseslint.config(
  { ignores: ["dist", "node_modules", "src/api/generated.ts", "src/l10n/generated.ts"] },
  ...tseslint.configs.recommended,
  reactHooks.configs.flat["recommended-latest"],
  {
    rules: {
      "no-restricted-imports": restrict(),
      "no-restricted-syntax": ["error", ...markup],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "react-hooks/incompatible-library": "off",
      "no-console": "error",
      eqeqeq: "error",
    },
  },
  {
    files: ["src/components/**", "src/platform/**", "src/l10n/**", "src/api/**", "src/navigation/**"],
    rules: { "no-restricted-imports": restrict(above("features", "views")) },
  },
  {
    files: ["src/features/**"],
    rules: { "no-restricted-imports": restrict(above("views")) },
  },
  {
    files: ["src/**/*.tsx"],
    ignores: ["**/*.test.tsx"],
    rules: { "no-restricted-syntax": ["error", ...markup, ...words] },
  },
  {
    files: ["src/platform/tauri.ts"],
    rules: { "no-restricted-imports": "off" },
  },
);
