//! The use cases: locked or open register, transact, and a folder per topic with a file per verb.
