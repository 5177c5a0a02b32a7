/** The wire's error as an exception, with what views ask of it. */
import type { ApiError as WireError, ErrorCode, ErrorKind, FieldError, FieldProblem } from "./generated";

export class ApiError extends Error {
  readonly code: ErrorCode;
  readonly kind: ErrorKind;
  readonly args: Record<string, string>;
  readonly fields: FieldError[];
  readonly incident: string | null;

  constructor(wire: WireError) {
    super(wire.code);
    this.name = "ApiError";
    this.code = wire.code;
    this.kind = wire.kind;
    this.args = Object.fromEntries(wire.args.map((arg) => [arg.name, arg.value]));
    this.fields = wire.fields;
    this.incident = wire.incident;
  }

  /** Somebody else saved the record first; nothing was overwritten. */
  get isStale(): boolean {
    return this.code.endsWith("_stale");
  }

  /** What is wrong with a field, by its wire name (`email`, `lines.0.quantity`). */
  problem(field: string): FieldProblem | undefined {
    return this.fields.find((entry) => entry.field === field)?.problem;
  }

  /**
   * What is left of it while `now` stands in the form in place of the refused `sent`: a field that was changed since is
   * not called wrong. Null when that was all.
   */
  since(sent: unknown, now: unknown): ApiError | null {
    if (sent === undefined) return this;
    const isSame = (path: string) => {
      const [name = ""] = path.split(".").filter((part) => part !== "fields" && part !== "studio");
      return (sent as Record<string, unknown>)[name] === (now as Record<string, unknown>)[name];
    };
    const fields = this.fields.filter((entry) => isSame(entry.field));
    if (fields.length === this.fields.length) return this;
    if (fields.length === 0) return null;
    const args = Object.entries(this.args).map(([name, value]) => ({ name, value }));
    return new ApiError({ code: this.code, kind: this.kind, args, fields, incident: this.incident });
  }

  static from(cause: unknown): ApiError {
    if (cause instanceof ApiError) return cause;
    if (isWireError(cause)) return new ApiError(cause);
    return new ApiError({ code: "bug", kind: "bug", args: [], fields: [], incident: null });
  }
}

function isWireError(value: unknown): value is WireError {
  return (
    typeof value === "object" && value !== null && "code" in value && "kind" in value && "fields" in value
  );
}
