//! The only SQL: open, migrate, one module per table, search, thumbnails.
