//! Foreign formats in and out: what other houses read and write.
//!
//! [`folder`] puts a whole folder under its final name or leaves nothing; [`plain`] is the convention of
//! folders, manifests and checksums that any print lab can work with, with a strict reader of its own;
//! [`roster`] reads the class lists of schools.
//!
//! Deliberately not here: SQL, pictures (they arrive as finished bytes), texts for people (they arrive
//! written) and the decision what may be handed to whom.
//!
//! Invariant: nothing appears under a final name before it is complete and flushed, and nothing that was
//! there before is overwritten or removed.

pub mod folder;
pub mod plain;
pub mod roster;
