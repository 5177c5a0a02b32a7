import type { ImportIssue, ImportReason } from "../../api";

/** Files with these reasons are in the register, or need not be. */
const HARMLESS: ReadonlySet<ImportReason> = new Set<ImportReason>([
  "already_known",
  "duplicate",
  "system_file",
  "no_preview",
]);

/** Whether something on the card is not in the register: then the card should be looked at before it is formatted. */
export const hasUnstored = (issues: readonly ImportIssue[]): boolean =>
  issues.some((issue) => !HARMLESS.has(issue.reason));

/** Issues by reason, the commonest first. */
export function byReason(issues: readonly ImportIssue[]): { reason: ImportReason; names: string[] }[] {
  const groups = new Map<ImportReason, string[]>();
  for (const { reason, name } of issues) {
    const names = groups.get(reason);
    if (names) names.push(name);
    else groups.set(reason, [name]);
  }
  return [...groups]
    .map(([reason, names]) => ({ reason, names }))
    .sort((a, b) => b.names.length - a.names.length);
}
