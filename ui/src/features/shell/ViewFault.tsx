import { Component, type ReactNode } from "react";
import { ApiError } from "../../api";
import { ErrorText } from "../../components";

/** A fault while drawing a view leaves the rest of the window working. */
export class ViewFault extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    return this.state.hasFailed ? (
      <ErrorText error={ApiError.from(null)} onRetry={() => this.setState({ hasFailed: false })} />
    ) : (
      this.props.children
    );
  }
}
