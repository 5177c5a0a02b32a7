//! Progress, cancel, runner. Knows nothing of photographs.
