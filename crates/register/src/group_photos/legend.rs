//! The printed legend: who stands where, row by row, for the school and for who hangs the photo up.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use documents::{GroupLegend, GroupLegends};
use domain::group_photo::Place;
use domain::ids::{FrameId, JobId};
use domain::{Action, Language};
use store::{Acted, schools};
use tasks::TaskId;
use vault::replace_file_with;

use super::{GroupPhotos, Names, worked};
use crate::matching::matching_of;
use crate::{Register, RegisterError, TaskKind};

/// Which legends are to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LegendsWanted {
    /// Of this photo alone; none: of every photo in which somebody is named and that is not rejected.
    pub frame: Option<FrameId>,
    /// Whether they tell who of the class is absent.
    pub with_absent: bool,
}

impl Register {
    /// Writes legends of a job's group photos to `target` as a task, in the school's language.
    ///
    /// # Errors
    /// [`RegisterError::Locked`].
    pub fn group_legend_start(
        self: &Arc<Self>,
        id: JobId,
        wanted: LegendsWanted,
        target: PathBuf,
    ) -> Result<TaskId, RegisterError> {
        self.start_saving(TaskKind::GroupLegend, target, move |register, target| {
            register.group_legend_save(id, wanted, target)
        })
    }

    /// Writes legends of a job's group photos to `target`, in the school's language; gives how many photos they are of.
    ///
    /// # Errors
    /// Not found; [`RegisterError::Document`]; trouble with the disk. Then `target` is as it was.
    pub fn group_legend_save(
        &self,
        id: JobId,
        wanted: LegendsWanted,
        target: &Path,
    ) -> Result<usize, RegisterError> {
        let legends = self.read(|tx| {
            let (photos, names) = worked(tx, &matching_of(tx, id)?)?;
            let language = schools::get(tx, photos.job.school_id)?.fields.language;
            Ok(legends_of(&photos, &names, wanted, language))
        })?;
        let count = legends.photos.len();
        let pages = self.documents()?.group_legends(&legends)?;
        replace_file_with(target, |file| {
            file.write_all(&pages)?;
            self.transact(|_| {
                let saved = Acted::new((), Action::GroupLegendSaved).on(id.get());
                Ok(saved.fields(["name", "group"]).count(u32::try_from(count).unwrap_or(u32::MAX)))
            })
        })?;
        Ok(count)
    }
}

pub(super) fn legends_of(
    photos: &GroupPhotos,
    names: &Names,
    wanted: LegendsWanted,
    language: Language,
) -> GroupLegends {
    let mut legends = Vec::new();
    for class in &photos.classes {
        for photo in &class.photos {
            let is_wanted = match wanted.frame {
                Some(frame) => photo.frame == frame,
                None => !photo.is_rejected,
            };
            let arrangement = photo.arrangement();
            if !is_wanted || arrangement.rows.is_empty() {
                continue;
            }
            let row = |row: &Vec<Place>| row.iter().map(|place| names.say(place)).collect();
            let absent = if wanted.with_absent { arrangement.absent(&class.members) } else { Vec::new() };
            legends.push(GroupLegend {
                class: class.name.clone(),
                photo: photo.name.clone(),
                taken_on: photo.taken_on.clone(),
                rows: arrangement.rows.iter().map(row).collect(),
                absent: absent.iter().filter_map(|member| names.spoken.get(member).cloned()).collect(),
            });
        }
    }
    GroupLegends {
        language,
        school: photos.school.clone(),
        school_year: photos.job.school_year.0,
        job_on: photos.job.fields.starts_on.clone(),
        photos: legends,
    }
}
