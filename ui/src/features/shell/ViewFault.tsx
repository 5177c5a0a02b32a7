import { Component, type ReactNode } from "react";
import { ApiError } from "../../api";
import { ErrorText } from "../../components";

interface State {
  hasFailed: boolean;
  path: string;
}

/** A fault while drawing a view leaves the rest of the window working; the next view (`path`) begins without it. */
export class ViewFault extends Component<{ path: string; children: ReactNode }, State> {
  override state = { hasFailed: false, path: this.props.path };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  static getDerivedStateFromProps({ path }: { path: string }, state: State) {
    return state.path === path ? null : { hasFailed: false, path };
  }

  override render() {
    return this.state.hasFailed ? (
      <ErrorText error={ApiError.from(null)} onRetry={() => this.setState({ hasFailed: false })} />
    ) : (
      this.props.children
    );
  }
}
