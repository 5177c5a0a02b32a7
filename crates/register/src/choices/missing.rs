//! The missing list: who is to be photographed again, on paper for the retake day.
//!
//! Who is protected stands on no list that is carried about; how many they are is said.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use documents::{MissingGroup, MissingList, MissingPerson};
use domain::choice::Missing;
use domain::ids::JobId;
use domain::{Action, Language};
use store::Acted;
use tasks::TaskId;
use vault::replace_file_with;

use super::Choices;
use crate::{Register, RegisterError, TaskKind};

/// Whom the list is to name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingWanted {
    /// Those who miss any of these.
    pub reasons: Vec<Missing>,
}

impl Register {
    /// Writes the missing list of a job to `target` as a task; texts in `language`.
    ///
    /// # Errors
    /// [`RegisterError::Locked`].
    pub fn missing_list_start(
        self: &Arc<Self>,
        id: JobId,
        wanted: MissingWanted,
        target: PathBuf,
        language: Language,
    ) -> Result<TaskId, RegisterError> {
        self.start_saving(TaskKind::MissingList, target, move |register, target| {
            register.missing_list_save(id, &wanted, target, language)
        })
    }

    /// Writes the missing list of a job to `target`; gives how many it names.
    ///
    /// # Errors
    /// Not found; [`RegisterError::Document`]; trouble with the disk. Then `target` is as it was.
    pub fn missing_list_save(
        &self,
        id: JobId,
        wanted: &MissingWanted,
        target: &Path,
        language: Language,
    ) -> Result<usize, RegisterError> {
        let list = list_of(&self.choices_get(id)?, wanted, language);
        let count = list.groups.iter().map(|group| group.people.len()).sum();
        let pages = self.documents()?.missing_list(&list)?;
        replace_file_with(target, |file| {
            file.write_all(&pages)?;
            self.transact(|_| {
                let saved = Acted::new((), Action::MissingListSaved).on(id.get());
                Ok(saved.fields(["name", "group"]).count(u32::try_from(count).unwrap_or(u32::MAX)))
            })
        })?;
        Ok(count)
    }
}

pub(super) fn list_of(choices: &Choices, wanted: &MissingWanted, language: Language) -> MissingList {
    let mut groups: Vec<MissingGroup> = Vec::new();
    let mut protected = 0;
    for its in &choices.subjects {
        let is_wanted = |reason: &Missing| wanted.reasons.contains(reason);
        // nobody is sent to photograph who may not be photographed, whatever else is missing of them
        let may_be_listed =
            !its.missing.contains(&Missing::NotPermitted) || is_wanted(&Missing::NotPermitted);
        let reasons: Vec<Missing> = its.missing.iter().copied().filter(is_wanted).collect();
        if reasons.is_empty() || !may_be_listed {
            continue;
        }
        if its.is_protected {
            protected += 1;
            continue;
        }
        if groups.last().is_none_or(|group| group.class != its.class_name) {
            groups.push(MissingGroup { class: its.class_name.clone(), people: Vec::new() });
        }
        if let Some(group) = groups.last_mut() {
            group.people.push(MissingPerson { name: its.name.clone(), reasons });
        }
    }
    MissingList {
        language,
        school: choices.school.clone(),
        job: choices.job.fields.name.clone(),
        job_on: choices.job.fields.starts_on.clone(),
        groups,
        protected,
    }
}
