use crate::frames::NewMarks;
use domain::Action;
use domain::field::{FieldProblem, FieldProblemAt};
use domain::group_photo::{Arrangement, Place};
use domain::ids::{FrameId, SubjectId};
use domain::matching::{Edit, Owner};
use domain::photo::CodeReading;
use domain::provenance::FieldSource;
use domain::subject::{Permission, SubjectFields};

use super::legend::legends_of;
use super::{GroupPhoto, GroupPhotos, LegendsWanted, worked};
use crate::RegisterError;
use crate::matching::matching_of;
use crate::matching::tests::Day;
use crate::testing::last_entry;

/// A child with a portrait, and two photos of class 3A.
struct ClassDay {
    day: Day,
    portrait: FrameId,
    photos: [FrameId; 2],
}

/// Rows of names as a legend says them; none: somebody who is not named.
type SaidRows = Vec<Vec<Option<String>>>;

impl ClassDay {
    fn new() -> Self {
        let day = Day::new();
        let (child, class) = ([day.codes[0].as_str()], [day.group_code.as_str()]);
        let ids = day.shoot(&[Some(&child), None, Some(&class), None, None], CodeReading::Done);
        let run = |frame: FrameId, to| {
            day.register.matching_edit(day.job, day.newest(), Edit::Assign { run: frame, to })
        };
        let matching = day.register.matching_get(day.job).unwrap();
        let owner =
            matching.owners.iter().map(|listed| listed.owner).find(|owner| matches!(owner, Owner::Group(_)));
        run(ids[3], owner).unwrap();
        run(ids[1], Some(Owner::Subject(day.subjects[0]))).unwrap();
        Self { portrait: ids[1], photos: [ids[3], ids[4]], day }
    }

    fn get(&self) -> GroupPhotos {
        self.day.register.group_photos_get(self.day.job).unwrap()
    }

    fn photo(&self) -> GroupPhoto {
        self.get().classes[0].photos[0].clone()
    }

    fn name(&self, frame: FrameId, rev: i64, rows: Vec<Vec<Place>>) -> Result<GroupPhotos, RegisterError> {
        self.day.register.group_photo_name(self.day.job, frame, rev, Arrangement { rows })
    }

    fn child(&self, at: usize) -> Place {
        Place::Subject(self.day.subjects[at])
    }

    /// Rows, who is absent, of each photo that legends are made of.
    fn legend(&self, wanted: LegendsWanted) -> Vec<(SaidRows, Vec<String>)> {
        let legends = self.day.register.read(|tx| {
            let (photos, names) = worked(tx, &matching_of(tx, self.day.job)?)?;
            Ok(legends_of(&photos, &names, wanted, domain::Language::Finnish))
        });
        legends.unwrap().photos.into_iter().map(|photo| (photo.rows, photo.absent)).collect()
    }

    fn change(&self, at: usize, change: impl FnOnce(&mut SubjectFields)) {
        let stored = self.day.register.subject_get(self.day.subjects[at]).unwrap().subject;
        let mut fields = stored.fields;
        change(&mut fields);
        self.day.register.subject_update(stored.id, stored.rev, fields, FieldSource::Given).unwrap();
    }

    fn protect(&self, at: usize) -> SubjectId {
        let stored = self.day.register.subject_get(self.day.subjects[at]).unwrap().subject;
        self.day.register.subject_protect(stored.id, stored.rev, true, "").unwrap();
        stored.id
    }
}

fn typed(name: &str) -> Place {
    Place::Name(name.to_owned())
}

fn said(names: &[&str]) -> Vec<Option<String>> {
    names.iter().map(|name| (!name.is_empty()).then(|| (*name).to_owned())).collect()
}

const ALL: LegendsWanted = LegendsWanted { frame: None, with_absent: true };

#[test]
fn who_stands_where_is_kept_and_told_with_who_is_absent() {
    let day = ClassDay::new();
    assert_eq!(day.get().classes[0].photos.iter().map(|photo| photo.frame).collect::<Vec<_>>(), day.photos);
    assert_eq!(day.photo().named, None);

    let rows = vec![vec![day.child(2), typed(" Kaisa  Koski ")], vec![], vec![day.child(0)]];
    let after = day.name(day.photos[0], 0, rows).unwrap();

    let photo = &after.classes[0].photos[0];
    assert_eq!(photo.arrangement().rows, [vec![day.child(2), typed("Kaisa Koski")], vec![day.child(0)]]);
    let named = photo.named.clone().unwrap();
    assert_eq!((named.rev, named.by), (1, crate::testing::owner_fields().name));
    let entry = last_entry(&day.day.register);
    assert_eq!((entry.action, entry.entity_id), (Action::GroupPhotoNamed, Some(day.photos[0].get())));
    assert_eq!(entry.fields, ["rows"]);
    let rows = vec![said(&["Aino Virtanen", "Kaisa Koski"]), said(&["Eero Esimerkki"])];
    assert_eq!(day.legend(ALL), [(rows.clone(), vec!["Maija Malli".to_owned()])]);
    assert_eq!(day.legend(LegendsWanted { with_absent: false, ..ALL }), [(rows, vec![])]);
}

#[test]
fn a_former_arrangement_is_put_back_and_a_stale_one_refused() {
    let day = ClassDay::new();
    day.name(day.photos[0], 0, vec![vec![day.child(0)]]).unwrap();
    day.name(day.photos[0], 1, vec![]).unwrap();
    assert_eq!(day.photo().arrangement().rows, Vec::<Vec<Place>>::new());
    for rev in [0, 1] {
        let refused = day.name(day.photos[0], rev, vec![vec![day.child(1)]]);
        assert!(matches!(refused, Err(RegisterError::GroupPhotoStale)), "{refused:?}");
    }
    let back = day.name(day.photos[0], 2, vec![vec![day.child(0)]]).unwrap();
    let photo = &back.classes[0].photos[0];
    assert_eq!((photo.arrangement().rows, photo.named.as_ref().unwrap().rev), (vec![vec![day.child(0)]], 3));
}

#[test]
fn only_a_class_s_photo_is_named_and_only_with_those_of_the_job() {
    let day = ClassDay::new();
    let refused = day.name(day.portrait, 0, vec![vec![day.child(0)]]);
    let Err(RegisterError::Invalid(problems)) = refused else { panic!("{refused:?}") };
    assert_eq!(problems, [FieldProblemAt::new("frame_id", FieldProblem::NotMatched)]);
    let refused = day.name(day.photos[0], 0, vec![vec![Place::Subject(SubjectId(99_999))]]);
    assert!(matches!(refused, Err(RegisterError::Store(store::StoreError::NotFound { .. }))), "{refused:?}");
    let refused = day.name(day.photos[0], 0, vec![vec![day.child(0)], vec![day.child(0)]]);
    let Err(RegisterError::Invalid(problems)) = refused else { panic!("{refused:?}") };
    assert_eq!(problems, [FieldProblemAt::new("rows.1.0.subject_id", FieldProblem::NotUnique)]);
    assert_eq!(day.photo().named, None);
}

#[test]
fn names_are_kept_of_a_photo_that_shows_no_class_any_more() {
    let day = ClassDay::new();
    day.name(day.photos[0], 0, vec![vec![day.child(0)]]).unwrap();
    let nobodys = Edit::Assign { run: day.photos[0], to: None };
    day.day.register.matching_edit(day.day.job, day.day.newest(), nobodys).unwrap();
    let lost = day.get();
    assert!(lost.classes[0].photos.is_empty());
    assert_eq!(lost.lost, 1);
    assert_eq!(day.legend(ALL), []);
    day.day.register.matching_undo(day.day.job, day.day.newest()).unwrap();
    assert_eq!(day.photo().arrangement().rows, [vec![day.child(0)]]);
}

#[test]
fn who_is_protected_is_counted_and_named_nowhere() {
    let day = ClassDay::new();
    let rows = vec![vec![day.child(0), day.child(1), typed("Aino Virtanen")]];
    day.name(day.photos[0], 0, rows.clone()).unwrap();
    let open = said(&["Eero Esimerkki", "Maija Malli", "Aino Virtanen"]);
    assert_eq!(day.legend(ALL)[0].0, [open], "the control: all are named");

    let maija = day.protect(1);
    day.protect(2);

    let photos = day.get();
    assert!(!format!("{photos:?}").contains("Malli"), "no name of somebody protected leaves the register");
    let class = &photos.classes[0];
    assert_eq!(class.members, [day.day.subjects[0]], "the class does not tell who is protected in it");
    let person = photos.people.iter().find(|person| person.subject == maija).unwrap();
    assert!(person.is_protected && !person.is_named && person.class_name.is_empty());
    assert_eq!((class.photos[0].withheld, class.photos[0].arrangement().rows), (2, rows));
    // neither her place, nor a name that somebody typed, nor absence
    assert_eq!(day.legend(ALL), [(vec![said(&["Eero Esimerkki", "", ""])], vec![])]);
}

#[test]
fn a_typed_name_that_may_mean_somebody_protected_is_not_printed_also_of_a_namesake() {
    let day = ClassDay::new();
    day.change(2, |fields| fields.first_name = "Aino Maria".to_owned());
    let rows = vec![vec![typed("Maria Virtanen 3A"), typed("Kaisa Virtanen")]];
    day.name(day.photos[0], 0, rows).unwrap();
    assert_eq!(day.legend(ALL)[0].0, [said(&["Maria Virtanen 3A", "Kaisa Virtanen"])], "the control");
    day.protect(2);
    assert_eq!(day.legend(ALL)[0].0, [said(&["", "Kaisa Virtanen"])]);
}

#[test]
fn who_refused_the_photo_or_its_publication_is_not_named() {
    let day = ClassDay::new();
    day.name(day.photos[0], 0, vec![vec![day.child(0), day.child(1)]]).unwrap();
    day.change(0, |fields| fields.publication_permission = Permission::Refused);
    day.change(2, |fields| fields.photo_permission = Permission::Refused);
    assert_eq!(day.legend(ALL), [(vec![said(&["", "Maija Malli"])], vec![])]);
    assert_eq!(day.photo().withheld, 1);
    day.change(0, |fields| fields.publication_permission = Permission::Unknown);
    assert_eq!(day.legend(ALL)[0].0, [said(&["Eero Esimerkki", "Maija Malli"])]);
}

#[test]
fn legends_are_written_of_one_photo_or_of_all_that_are_kept() {
    let day = ClassDay::new();
    let target = day.day.register.registers.dir.path().join("legend.pdf");
    let save = |frame| {
        let wanted = LegendsWanted { frame, with_absent: true };
        day.day.register.group_legend_save(day.day.job, wanted, &target).unwrap()
    };
    assert_eq!(save(None), 0);
    day.name(day.photos[0], 0, vec![vec![day.child(0)]]).unwrap();
    day.name(day.photos[1], 0, vec![vec![day.child(1)]]).unwrap();
    assert_eq!((save(None), save(Some(day.photos[1]))), (2, 1));
    assert!(std::fs::read(&target).unwrap().starts_with(b"%PDF"));
    let entry = last_entry(&day.day.register);
    assert_eq!((entry.action, entry.entity_id), (Action::GroupLegendSaved, Some(day.day.job.get())));
    let reject = NewMarks { is_rejected: Some(true), ..NewMarks::default() };
    day.day.register.frame_mark(&[day.photos[0]], reject).unwrap();
    assert_eq!((save(None), save(Some(day.photos[0]))), (1, 1));
}
