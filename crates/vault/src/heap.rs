//! The heap of every program that holds keys: what is freed is overwritten.
//!
//! Names pass through more hands than any type could follow (SQL rows, JSON, sort keys), so the allocator does it for all of
//! them. It lies here so that no program with keys can be built without it. SQLite's own heap is wiped by SQLCipher
//! (`cipher_memory_security`).
//!
//! Deliberately not here: stacks (`api` overwrites those of calls); the heap of the window's toolkit and of codecs in C.

use std::alloc::System;

use zeroizing_alloc::ZeroAlloc;

#[global_allocator]
static HEAP: ZeroAlloc<System> = ZeroAlloc(System);
