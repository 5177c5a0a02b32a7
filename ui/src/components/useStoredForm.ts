import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { ApiError } from "../api/error";
import { focusFirstError, focusOddField } from "./focusFirstError";
import { useToast } from "./Toast";
import { useEditing, type Revised } from "./useEditing";
import { useLeaveGuard } from "./useLeaveGuard";

export interface RecordForm<Fields> {
  fields: Fields;
  setFields(fields: Fields): void;
  isDirty: boolean;
  isSaving: boolean;
  error: ApiError | null;
  save(): void;
}

/**
 * A stored record being edited and saved on the version that the edit began from. Saved elsewhere in the meantime, it is
 * refused; `reload` then puts the stored version in place of the edit.
 */
export function useStoredForm<Stored extends Revised<unknown>>(
  stored: Stored,
  options: {
    update(edit: { rev: number; fields: Stored["fields"] }): Promise<Stored>;
    /** Reads the record again after a stale edit. */
    reread(): Promise<unknown>;
    /** Says that it is saved. */
    saved: string;
  },
): RecordForm<Stored["fields"]> & { base: Stored; reload(): void } {
  const toast = useToast();
  const { base, fields, setFields, isDirty, settle } = useEditing(stored);
  useLeaveGuard(isDirty);
  const update = useMutation<Stored, ApiError, { rev: number; fields: Stored["fields"] }>({
    mutationFn: options.update,
    onSuccess: (next, { fields: sent }) => {
      settle(next, sent);
      toast({ text: options.saved });
    },
    onError: (refusal) => (refusal.isStale ? void options.reread() : focusFirstError(refusal)),
  });
  return {
    base,
    fields,
    setFields,
    isDirty,
    isSaving: update.isPending,
    error: update.error?.since(update.variables?.fields, fields) ?? null,
    save: () => {
      if (!focusOddField() && isDirty && !update.isPending) update.mutate({ rev: base.rev, fields });
    },
    reload: () => {
      settle(stored);
      update.reset();
    },
  };
}

/** A record that is being made; `onMade` hears of it once the way out is free. */
export function useNewForm<Fields, Made>(
  empty: Fields,
  options: { create(fields: Fields): Promise<Made>; made: string; onMade(record: Made): void },
): RecordForm<Fields> {
  const toast = useToast();
  const [fields, setFields] = useState(empty);
  const isDirty = JSON.stringify(fields) !== JSON.stringify(empty);
  const letLeave = useLeaveGuard(isDirty);
  const create = useMutation<Made, ApiError, Fields>({
    mutationFn: options.create,
    onSuccess: (record) => {
      letLeave();
      toast({ text: options.made });
      options.onMade(record);
    },
    onError: focusFirstError,
  });
  return {
    fields,
    setFields,
    isDirty,
    isSaving: create.isPending,
    error: create.error?.since(create.variables, fields) ?? null,
    save: () => {
      if (!focusOddField() && !create.isPending) create.mutate(fields);
    },
  };
}
