//! Portraits drawn in code, as real JPEGs with real Exif: demonstration, tests, benchmarks.
