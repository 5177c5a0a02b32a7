//! Development only: a fixed cast, builders, clock, log sink.
