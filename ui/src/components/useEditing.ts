import { useState } from "react";

export interface Revised<Fields> {
  fields: Fields;
  rev: number;
}

export interface Editing<Stored extends Revised<unknown>> {
  /** The version that the edit began from. */
  base: Stored;
  fields: Stored["fields"];
  setFields(fields: Stored["fields"]): void;
  isDirty: boolean;
  /** Puts a stored version in place of the edit. `sent`: what was saved; an edit that has gone on since then stays. */
  settle(stored: Stored, sent?: Stored["fields"]): void;
}

/** A record being edited: follows what is saved elsewhere only while nothing is being edited here. */
export function useEditing<Stored extends Revised<unknown>>(stored: Stored): Editing<Stored> {
  const [base, setBase] = useState(stored);
  const [fields, setFields] = useState<Stored["fields"]>(stored.fields);
  const isDirty = JSON.stringify(fields) !== JSON.stringify(base.fields);
  const settle = (next: Stored, sent?: Stored["fields"]) => {
    setBase(next);
    setFields((now) => (sent === undefined || now === sent ? next.fields : now));
  };
  if (stored.rev > base.rev && !isDirty) settle(stored);
  return { base, fields, setFields, isDirty, settle };
}
