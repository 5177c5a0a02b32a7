import type { ImportIssue, ImportReason } from "../../api";

/** Files with these reasons are in the register by another import or name, or need not be. */
const HARMLESS: ReadonlySet<ImportReason> = new Set<ImportReason>([
  "already_known",
  "duplicate",
  "system_file",
]);

/** Whether something on the card is not in the register: then the card should be looked at before it is formatted. */
export const hasUnstored = (issues: readonly ImportIssue[]): boolean =>
  issues.some((issue) => !issue.isStored && !HARMLESS.has(issue.reason));

export interface IssueGroup {
  reason: ImportReason;
  isStored: boolean;
  names: string[];
}

/** Issues by reason and by whether the file was stored all the same, the commonest first. */
export function byReason(issues: readonly ImportIssue[]): IssueGroup[] {
  const groups = new Map<string, IssueGroup>();
  for (const { reason, isStored, name } of issues) {
    const key = `${reason} ${isStored}`;
    const group = groups.get(key) ?? { reason, isStored, names: [] };
    group.names.push(name);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.names.length - a.names.length);
}
