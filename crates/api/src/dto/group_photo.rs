//! Who stands where in a job's group photos.

use super::wire;

wire! {
    /// Somebody of the roster, or a typed name: exactly one of the two.
    pub struct PlaceDto {
        pub subject_id: Option<i64>,
        /// Empty with a subject.
        pub name: String,
    }
    /// A photo of a class.
    pub struct GroupPhotoDto {
        pub frame_id: i64,
        /// File name without ending.
        pub name: String,
        /// ISO date.
        pub taken_on: String,
        pub is_rejected: bool,
        /// From the back; places from the left.
        pub rows: Vec<Vec<PlaceDto>>,
        /// 0 while nobody was ever named.
        pub rev: i64,
        /// Who named them last, and when; empty and none where nobody did.
        pub named_by: String,
        pub named_at: Option<i64>,
        /// How many of those in it a legend does not name.
        pub withheld: u32,
    }
    /// A class with its photos.
    pub struct PhotographedClassDto {
        pub group_id: i64,
        pub name: String,
        /// May be empty.
        pub teacher: String,
        /// In the class list's order; nobody who is protected.
        pub members: Vec<i64>,
        pub photos: Vec<GroupPhotoDto>,
    }
    /// Somebody who may stand in a photo.
    pub struct GroupPersonDto {
        pub subject_id: i64,
        /// `Virtanen Aino`; of who is protected the four characters of their card alone.
        pub name: String,
        /// Empty for who is protected.
        pub class_name: String,
        pub is_protected: bool,
        /// Whether a legend names them.
        pub is_named: bool,
    }
    /// A job's group photos.
    pub struct GroupPhotosDto {
        pub job_id: i64,
        pub job: String,
        pub school_id: i64,
        pub school: String,
        pub classes: Vec<PhotographedClassDto>,
        pub people: Vec<GroupPersonDto>,
        /// Photos with names that show no class any more; the names are kept.
        pub lost: u32,
    }
    /// Says who stands where in a photo.
    pub struct GroupPhotoEntry {
        pub job_id: i64,
        pub frame_id: i64,
        /// The version that was edited.
        pub rev: i64,
        pub rows: Vec<Vec<PlaceDto>>,
    }
    /// Writes legends to a file that is asked for.
    pub struct GroupLegendSave {
        pub job_id: i64,
        /// None: of every photo in which somebody is named and that is not rejected.
        pub frame_id: Option<i64>,
        pub with_absent: bool,
    }
    /// None when no file was chosen.
    pub struct GroupLegendStarted {
        pub task: Option<i64>,
    }
}
