//! Foreign text formats, in and out: print partners' folders, manifests, CSV. Plain data only.
