import { ApiError } from "../api/error";
import { ErrorText } from "./Notice";
import { ViewFrame, type ViewFrameProps } from "./ViewFrame";

const NOT_FOUND = new ApiError({
  code: "not_found",
  kind: "not_found",
  args: [],
  fields: [],
  incident: null,
});

export interface UnreadViewProps extends Pick<ViewFrameProps, "id" | "title" | "parent"> {
  error: ApiError | null;
  onRetry(): void;
  /** The list that it would be in was read whole, and it is not there. */
  isMissing?: boolean;
}

/** In place of a record's view until it is read, and when it cannot be. */
export function UnreadView({ error, onRetry, isMissing, ...frame }: UnreadViewProps) {
  return (
    <ViewFrame {...frame} isPage>
      {error ? (
        <ErrorText error={error} onRetry={onRetry} />
      ) : isMissing ? (
        <ErrorText error={NOT_FOUND} />
      ) : null}
    </ViewFrame>
  );
}
