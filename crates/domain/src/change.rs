//! Which kinds of thing a write changed: what the window must read again.

use std::collections::{BTreeMap, BTreeSet};

/// A kind of record that the window shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Entity {
    /// The studio's own details.
    Studio,
    /// Those who work with the register.
    StaffMember,
    /// Customers and their permissions.
    Customer,
    /// Schools, their contact persons and class lists.
    School,
    /// Classes.
    SubjectGroup,
    /// Those who are photographed.
    Subject,
    /// Booked assignments and their cards.
    Job,
    /// Sessions and their imports.
    Session,
    /// Frames, their files and marks.
    Frame,
    /// The product list.
    Product,
    /// Orders and their lines.
    Order,
    /// Print partners.
    PrintPartner,
    /// Print batches.
    PrintBatch,
    /// The disclosure ledger.
    Disclosure,
    /// The audit trail.
    AuditEntry,
}

impl Entity {
    /// Every kind.
    pub const ALL: [Self; 15] = [
        Self::Studio,
        Self::StaffMember,
        Self::Customer,
        Self::School,
        Self::SubjectGroup,
        Self::Subject,
        Self::Job,
        Self::Session,
        Self::Frame,
        Self::Product,
        Self::Order,
        Self::PrintPartner,
        Self::PrintBatch,
        Self::Disclosure,
        Self::AuditEntry,
    ];

    /// Stable lower-case code, as stored and sent.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Studio => "studio",
            Self::StaffMember => "staff_member",
            Self::Customer => "customer",
            Self::School => "school",
            Self::SubjectGroup => "subject_group",
            Self::Subject => "subject",
            Self::Job => "job",
            Self::Session => "session",
            Self::Frame => "frame",
            Self::Product => "product",
            Self::Order => "order",
            Self::PrintPartner => "print_partner",
            Self::PrintBatch => "print_batch",
            Self::Disclosure => "disclosure",
            Self::AuditEntry => "audit_entry",
        }
    }

    /// The kind of a stored code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|entity| entity.code() == code)
    }
}

/// What one transaction changed. An entity without ids means "any of them".
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    kinds: BTreeMap<Entity, BTreeSet<i64>>,
}

impl Changes {
    /// Beyond this many ids of one kind the list is dropped: the window reads the kind anew.
    pub const MOST_IDS: usize = 500;

    /// Notes that a record of a kind was written.
    pub fn note(&mut self, entity: Entity, id: i64) {
        self.kinds.entry(entity).or_default().insert(id);
    }

    /// Kinds with the ids that changed; an empty list means "any of them".
    pub fn iter(&self) -> impl Iterator<Item = (Entity, Vec<i64>)> + '_ {
        self.kinds.iter().map(|(entity, ids)| {
            let listed = if ids.len() > Self::MOST_IDS { Vec::new() } else { ids.iter().copied().collect() };
            (*entity, listed)
        })
    }

    /// Whether nothing was written.
    pub fn is_empty(&self) -> bool {
        self.kinds.is_empty()
    }

    /// Whether a record of this kind was written.
    pub fn touches(&self, entity: Entity) -> bool {
        self.kinds.contains_key(&entity)
    }
}
