import type { ImportIssue, ImportReason } from "../../api";

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
