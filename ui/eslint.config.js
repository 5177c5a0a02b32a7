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

export default tseslint.config(
  { ignores: ["dist", "node_modules", "src/api/generated.ts", "src/l10n/generated.ts"] },
  ...tseslint.configs.recommended,
  reactHooks.configs.flat["recommended-latest"],
  {
    rules: {
      "no-restricted-imports": restrict(),
      "no-restricted-syntax": [
        "error",
        {
          selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
          message: "Text is text: markup never comes from data.",
        },
        {
          selector: "MemberExpression[property.name=/^(innerHTML|outerHTML)$/]",
          message: "Text is text: markup never comes from data.",
        },
      ],
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
    files: ["src/platform/tauri.ts"],
    rules: { "no-restricted-imports": "off" },
  },
);
