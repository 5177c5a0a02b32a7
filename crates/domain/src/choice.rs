//! Which of somebody's frames stands for what: chosen by staff, or the best there is until somebody chooses.
//!
//! Deliberately not here: whose a frame is, which is [`crate::matching`].

use crate::codes::codes;
use crate::ids::FrameId;

codes! {
    /// What a picture of somebody is used for.
    Purpose {
        /// Prints and files that the family orders.
        Order => "order",
        /// The school's yearbook.
        Yearbook => "yearbook",
        /// The sheet with everybody of a class.
        ClassComposite => "class_composite",
        /// The school's own register, Wilma or Primus.
        SchoolRegister => "school_register",
    }
}

codes! {
    /// Why a frame stands for a purpose.
    Basis {
        /// Staff chose it.
        Chosen => "chosen",
        /// Nobody chose; it has the highest rating.
        TopRated => "top_rated",
        /// Nobody chose and nothing is rated; it was taken first.
        First => "first",
    }
}

codes! {
    /// What keeps somebody's pictures from being complete.
    Missing {
        /// There is neither a card nor a portrait of them.
        Absent => "absent",
        /// Their card was photographed, and no portrait.
        CardOnly => "card_only",
        /// Every portrait of them is rejected.
        NoneUsable => "none_usable",
        /// There are portraits, and nobody has chosen one for anything.
        NotChosen => "not_chosen",
        /// They may not be photographed.
        NotPermitted => "not_permitted",
    }
}

/// A frame of somebody's, as far as choosing asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    /// The frame.
    pub id: FrameId,
    /// 0 to 5.
    pub rating: u8,
    /// Set aside.
    pub is_rejected: bool,
    /// Taken again because the earlier ones would not do.
    pub is_retake: bool,
}

/// A frame that stands for a purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The frame.
    pub frame: FrameId,
    /// Why.
    pub basis: Basis,
}

/// Which of somebody's frames, in the order taken, stands for a purpose: the chosen one, else the highest rated, else the
/// first. Retakes go before what they were taken for; who has nothing but rejected frames has none.
pub fn standing(candidates: &[Candidate], chosen: Option<FrameId>) -> Option<Standing> {
    let usable = || candidates.iter().filter(|candidate| !candidate.is_rejected);
    if let Some(candidate) = usable().find(|candidate| Some(candidate.id) == chosen) {
        return Some(Standing { frame: candidate.id, basis: Basis::Chosen });
    }
    let has_retake = usable().any(|candidate| candidate.is_retake);
    let pool = usable().filter(|candidate| candidate.is_retake == has_retake);
    // of equals the first, which `max_by_key` would give last
    let best = pool.rev().max_by_key(|candidate| candidate.rating)?;
    let basis = if best.rating > 0 { Basis::TopRated } else { Basis::First };
    Some(Standing { frame: best.id, basis })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(id: i64, rating: u8) -> Candidate {
        Candidate { id: FrameId(id), rating, is_rejected: false, is_retake: false }
    }

    fn told(candidates: &[Candidate], chosen: Option<i64>) -> Option<(i64, Basis)> {
        standing(candidates, chosen.map(FrameId)).map(|standing| (standing.frame.0, standing.basis))
    }

    #[test]
    fn the_chosen_frame_stands_before_the_top_rated_before_the_first() {
        let frames = [frame(1, 0), frame(2, 4), frame(3, 4), frame(4, 2)];
        assert_eq!(told(&frames, Some(4)), Some((4, Basis::Chosen)));
        assert_eq!(told(&frames, None), Some((2, Basis::TopRated)), "of equals the first");
        assert_eq!(told(&[frame(1, 0), frame(2, 0)], None), Some((1, Basis::First)));
        assert_eq!(told(&[], Some(1)), None);
    }

    #[test]
    fn a_choice_that_was_rejected_or_is_not_theirs_any_more_does_not_stand() {
        let rejected = Candidate { is_rejected: true, ..frame(1, 5) };
        assert_eq!(told(&[rejected, frame(2, 0)], Some(1)), Some((2, Basis::First)));
        assert_eq!(told(&[frame(2, 1)], Some(9)), Some((2, Basis::TopRated)));
        assert_eq!(told(&[rejected], None), None);
    }

    #[test]
    fn a_retake_goes_before_what_it_was_taken_for_unless_the_older_one_is_chosen() {
        let retake = Candidate { is_retake: true, ..frame(3, 0) };
        let frames = [frame(1, 5), frame(2, 0), retake];
        assert_eq!(told(&frames, None), Some((3, Basis::First)));
        assert_eq!(told(&frames, Some(1)), Some((1, Basis::Chosen)));
        let spoilt = Candidate { is_rejected: true, ..retake };
        assert_eq!(told(&[frame(1, 5), spoilt], None), Some((1, Basis::TopRated)));
    }

    #[test]
    fn codes_lead_back() {
        for purpose in Purpose::ALL {
            assert_eq!(Purpose::from_code(purpose.code()), Some(*purpose));
        }
        for basis in Basis::ALL {
            assert_eq!(Basis::from_code(basis.code()), Some(*basis));
        }
        for missing in Missing::ALL {
            assert_eq!(Missing::from_code(missing.code()), Some(*missing));
        }
    }
}
