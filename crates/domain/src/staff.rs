//! Who works with the register, in which role, and what each role may do.
//!
//! Roles are the program's policy: whoever holds the root key can read everything with tools of their own
//! (`docs/threat-model.md`). They are checked where calls come in, once, against [`Right::roles`].

use crate::codes::codes;
use crate::ids::StaffMemberId;

codes! {
    /// What somebody does in the studio.
    Role {
        /// Answers for the studio: may do everything.
        Owner => "owner",
        /// Named contact of data protection: sees everything, answers requests.
        DataProtectionContact => "data_protection_contact",
        /// Takes orders by telephone and from paper.
        OrderDesk => "order_desk",
        /// Imports, makes and hands over prints.
        Production => "production",
        /// Brings in sessions.
        Photographer => "photographer",
        /// Looks things up and changes nothing.
        Viewer => "viewer",
    }
}

codes! {
    /// How an account stands.
    StaffStatus {
        /// Not yet activated.
        Waiting => "waiting",
        /// May sign in.
        Active => "active",
        /// Works here no more.
        Left => "left",
    }
}

macro_rules! rights {
    ($($(#[$doc:meta])* $name:ident: $($role:ident)+;)+) => {
        /// Something that a role may or may not do.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Right {
            $($(#[$doc])* $name,)+
        }

        impl Right {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The roles that have it: the one table of what each may do.
            pub const fn roles(self) -> &'static [Role] {
                match self { $(Self::$name => &[$(Role::$role),+],)+ }
            }
        }
    };
}

rights! {
    /// Be signed in: lock, change the own passphrase, follow tasks.
    SignedIn: Owner DataProtectionContact OrderDesk Production Photographer Viewer;
    /// Look at sessions and photos.
    SeePhotos: Owner DataProtectionContact OrderDesk Production Photographer Viewer;
    /// Rate, reject and choose photos, name sessions and who stands in group photos.
    MarkPhotos: Owner OrderDesk Production Photographer;
    /// Say whose photos are.
    MatchPhotos: Owner OrderDesk Production Photographer;
    /// Import sessions.
    ImportPhotos: Owner Production Photographer;
    /// Look at schools, class lists and jobs; contact data is for who may see customers.
    SeeSubjects: Owner DataProtectionContact OrderDesk Production Photographer Viewer;
    /// Add and change schools and subjects, read class lists.
    ChangeSubjects: Owner DataProtectionContact OrderDesk;
    /// Book and change jobs.
    ManageJobs: Owner OrderDesk Production;
    /// Write camera cards, missing lists and legends of group photos to a file.
    MakeCards: Owner OrderDesk Production Photographer;
    /// Open what an order of protection withholds, and end one.
    SeeProtected: Owner DataProtectionContact;
    /// Find customers and look at them.
    SeeCustomers: Owner DataProtectionContact OrderDesk Viewer;
    /// Add and change customers, record permissions.
    ChangeCustomers: Owner DataProtectionContact OrderDesk;
    /// Look at orders and the products in them.
    SeeOrders: Owner DataProtectionContact OrderDesk Production Viewer;
    /// Take, change, confirm and cancel orders.
    TakeOrders: Owner OrderDesk;
    /// Send and deliver orders.
    AdvanceOrders: Owner OrderDesk Production;
    /// Change what is sold.
    ManageProducts: Owner;
    /// Look at print partners and at what was handed over to them.
    SeeHandOvers: Owner DataProtectionContact OrderDesk Production;
    /// Hand prints over to a partner.
    HandOver: Owner Production;
    /// Add and change print partners and their agreements.
    ManagePartners: Owner DataProtectionContact;
    /// Read the disclosure ledger.
    SeeDisclosures: Owner DataProtectionContact;
    /// Read the history of what was done.
    SeeHistory: Owner DataProtectionContact;
    /// Look at the staff and their agreements.
    SeeStaff: Owner DataProtectionContact;
    /// Add, admit and remove staff.
    ManageStaff: Owner;
    /// Change the studio's own details.
    ManageStudio: Owner;
}

impl Role {
    /// Whether the role has a right.
    pub fn may(self, right: Right) -> bool {
        right.roles().contains(&self)
    }
}

/// What is entered about somebody who works with the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffFields {
    /// First and last name.
    pub name: String,
    /// What they do.
    pub role: Role,
    /// When they signed the confidentiality agreement, ISO; empty until they have.
    pub agreed_on: String,
}

/// Somebody who works with the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffMember {
    /// Row id.
    pub id: StaffMemberId,
    /// What was entered.
    pub fields: StaffFields,
    /// How the account stands.
    pub status: StaffStatus,
    /// The day they left, ISO; empty until then.
    pub left_on: String,
    /// Version for optimistic concurrency.
    pub rev: i64,
}

/// Who has the register open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Signer {
    /// A member of staff, with their passphrase.
    Staff {
        /// Row id.
        id: StaffMemberId,
        /// The name at the time of signing in.
        name: String,
        /// The role at the time of signing in.
        role: Role,
    },
    /// Whoever holds a key that names nobody: the recovery code, which is the owner's, or the passphrase of a
    /// register from before it knew its staff.
    KeyHolder,
}

impl Signer {
    /// The role that counts.
    pub fn role(&self) -> Role {
        match self {
            Self::Staff { role, .. } => *role,
            Self::KeyHolder => Role::Owner,
        }
    }

    /// The member of staff, if it is one.
    pub fn staff_id(&self) -> Option<StaffMemberId> {
        match self {
            Self::Staff { id, .. } => Some(*id),
            Self::KeyHolder => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_owner_may_do_everything_and_the_viewer_changes_nothing() {
        assert!(Right::ALL.iter().all(|right| Role::Owner.may(*right)));
        let seen: Vec<Right> = Right::ALL.iter().copied().filter(|right| Role::Viewer.may(*right)).collect();
        assert_eq!(
            seen,
            [Right::SignedIn, Right::SeePhotos, Right::SeeSubjects, Right::SeeCustomers, Right::SeeOrders]
        );
    }

    #[test]
    fn a_photographer_learns_nothing_of_customers_and_orders() {
        for right in [Right::SeeCustomers, Right::SeeOrders, Right::SeeHistory, Right::SeeStaff] {
            assert!(!Role::Photographer.may(right), "{right:?}");
        }
    }

    #[test]
    fn codes_lead_back() {
        for role in Role::ALL {
            assert_eq!(Role::from_code(role.code()), Some(*role));
        }
        for status in StaffStatus::ALL {
            assert_eq!(StaffStatus::from_code(status.code()), Some(*status));
        }
    }
}
