/** Names of owners, and states as a shape with its word. */
import { CircleCheck, CircleDashed, IdCard, TriangleAlert, type LucideIcon } from "lucide-react";
import { useCallback, useMemo } from "react";
import type { MatchingDto, OwnerDto, OwnerRef, RunDto, RunStateDto } from "../../api";
import { Badge, StateMark, type Tone } from "../../components";
import { codeKey, useFormat, useT } from "../../l10n";
import { namedOwners, ownersOf } from "./runs";

const STATES: Record<RunStateDto, { icon: LucideIcon; tone?: Tone }> = {
  matched: { icon: CircleCheck, tone: "done" },
  quarantined: { icon: TriangleAlert, tone: "attention" },
  unmatched: { icon: CircleDashed },
  absent: { icon: IdCard },
};

export function StateBadge({ state }: { state: RunStateDto }) {
  const t = useT();
  return <Badge {...STATES[state]}>{t(codeKey("run-state", state))}</Badge>;
}

/** What names somebody. */
type Named = Pick<OwnerDto, "name" | "className" | "isProtected">;

/** Of who is protected the class is not known, and a mark says why. */
export function OwnerName({ owner, isProposed = false }: { owner: Named; isProposed?: boolean }) {
  const t = useT();
  const name = ownerName(t, owner);
  return (
    <>
      <bdi>{isProposed ? t("matching-owner-proposed", { name }) : name}</bdi>
      {owner.isProtected ? <StateMark tone="protected" label={t("matching-protected")} /> : null}
    </>
  );
}

function ownerName(t: ReturnType<typeof useT>, { name, className }: Named): string {
  return className ? t("matching-owner-of-class", { name, class: className }) : name;
}

/** Those without a name, who are protected, told apart by a number in the reader's language. */
export function useNaming(): <Owner extends { name: string }>(owners: readonly Owner[]) => Owner[] {
  const t = useT();
  const format = useFormat();
  return useCallback(
    (owners) =>
      namedOwners(owners, (number) => t("matching-protected-unnamed", { number: format.number(number) })),
    [t, format],
  );
}

export interface Names {
  owners: readonly OwnerDto[];
  find(ref: OwnerRef): OwnerDto | undefined;
  /** Whom the run is proposed for or belongs to. */
  of(run: RunDto): OwnerDto | undefined;
  text(owner: OwnerDto): string;
}

export function useNames({ owners }: MatchingDto): Names {
  const t = useT();
  const naming = useNaming();
  return useMemo(() => {
    const named = naming(owners);
    const find = ownersOf(named);
    return {
      owners: named,
      find,
      of: (run) => (run.proposed ? find(run.proposed) : undefined),
      text: (owner) => ownerName(t, owner),
    };
  }, [owners, t, naming]);
}
