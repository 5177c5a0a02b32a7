//! Those who work with the register.

use domain::Instant;
use domain::ids::StaffMemberId;
use domain::staff::{Right, Role, Signer, StaffFields, StaffMember, StaffStatus};
use register::{OwnerFields, Register, RootKeyState, SecretString};

use super::app::app_state;
use super::same_names;
use crate::app::App;
use crate::dto::Nothing;
use crate::dto::app::AppState;
use crate::dto::staff::*;
use crate::error::ApiError;

/// Everybody, by name.
pub fn staff_list(app: &App, _: Nothing) -> Result<StaffList, ApiError> {
    let register = app.register()?;
    let mut members = Vec::new();
    for member in register.staff_list()? {
        members.push(member_dto(app, &register, member)?);
    }
    members.sort_by_key(|member| (member.fields.name.to_lowercase(), member.id));
    let RootKeyState { renewed_at, due_since } = register.root_key_state()?;
    let root_key =
        RootKeyDto { renewed_at: renewed_at.map(Instant::millis), due_since: due_since.map(Instant::millis) };
    Ok(StaffList { members, root_key })
}

/// Makes the register's key anew.
pub fn root_key_renew(app: &App, _: Nothing) -> Result<StaffList, ApiError> {
    app.registers().root_key_renew()?;
    staff_list(app, Nothing {})
}

/// Adds somebody who may not sign in yet.
pub fn staff_add(app: &App, request: StaffFieldsDto) -> Result<StaffMemberDto, ApiError> {
    let register = app.register()?;
    member_dto(app, &register, register.staff_add(&request.into())?)
}

/// Changes somebody's entry.
pub fn staff_update(app: &App, request: StaffUpdate) -> Result<StaffMemberDto, ApiError> {
    let register = app.register()?;
    let updated = register.staff_update(StaffMemberId(request.id), request.rev, &request.fields.into())?;
    member_dto(app, &register, updated)
}

/// Lets somebody sign in on this computer.
pub fn staff_admit(app: &App, request: StaffAdmit) -> Result<StaffMemberDto, ApiError> {
    let passphrase = SecretString::from(request.passphrase);
    let member = app.registers().staff_admit(StaffMemberId(request.id), &passphrase)?;
    member_dto(app, &*app.register()?, member)
}

/// Ends somebody's account.
pub fn staff_leave(app: &App, request: StaffLeave) -> Result<StaffMemberDto, ApiError> {
    let member = app.registers().staff_leave(StaffMemberId(request.id), request.rev)?;
    member_dto(app, &*app.register()?, member)
}

/// Goes on as a member of staff after the recovery code opened the register.
pub fn sign_in_by_name(app: &App, request: StaffAdmit) -> Result<AppState, ApiError> {
    let passphrase = SecretString::from(request.passphrase);
    app.sign_in(|registers| registers.sign_in_by_name(StaffMemberId(request.id), &passphrase))?;
    app_state(app, Nothing {})
}

/// Whether somebody could own a register made today.
pub fn owner_check(app: &App, request: OwnerFieldsDto) -> Result<Nothing, ApiError> {
    app.registers().owner_check(&request.into())?;
    Ok(Nothing {})
}

pub(super) fn signer_dto(signer: &Signer) -> SignerDto {
    let role = signer.role();
    let name = match signer {
        Signer::Staff { name, .. } => Some(name.clone()),
        Signer::KeyHolder => None,
    };
    let rights = Right::ALL.iter().filter(|right| role.may(**right)).map(|right| (*right).into());
    SignerDto {
        staff_id: signer.staff_id().map(StaffMemberId::get),
        name,
        role: role.into(),
        rights: rights.collect(),
    }
}

fn member_dto(app: &App, register: &Register, member: StaffMember) -> Result<StaffMemberDto, ApiError> {
    let sign_ins = app.registers().sign_ins()?;
    Ok(StaffMemberDto {
        id: member.id.get(),
        fields: StaffFieldsDto {
            name: member.fields.name,
            role: member.fields.role.into(),
            agreed_on: member.fields.agreed_on,
        },
        status: match member.status {
            StaffStatus::Waiting => StaffStatusDto::Waiting,
            StaffStatus::Active => StaffStatusDto::Active,
            StaffStatus::Left => StaffStatusDto::Left,
        },
        left_on: member.left_on,
        has_passphrase_here: sign_ins.iter().any(|sign_in| sign_in.staff_id == Some(member.id.get())),
        is_oneself: register.signer().staff_id() == Some(member.id),
        rev: member.rev,
    })
}

impl From<StaffFieldsDto> for StaffFields {
    fn from(dto: StaffFieldsDto) -> Self {
        Self { name: dto.name, role: dto.role.into(), agreed_on: dto.agreed_on }
    }
}

impl From<OwnerFieldsDto> for OwnerFields {
    fn from(dto: OwnerFieldsDto) -> Self {
        Self { name: dto.name, agreed_on: dto.agreed_on }
    }
}

same_names! { Role, RoleDto: Owner DataProtectionContact OrderDesk Production Photographer Viewer }
same_names! { RoleDto, Role: Owner DataProtectionContact OrderDesk Production Photographer Viewer }
same_names! {
    Right, RightDto: SignedIn SeePhotos MarkPhotos MatchPhotos ImportPhotos SeeSubjects ChangeSubjects ManageJobs MakeCards
    SeeProtected SeeCustomers ChangeCustomers SeeOrders TakeOrders
    AdvanceOrders ManageProducts SeeHandOvers HandOver ManagePartners SeeDisclosures SeeHistory SeeStaff ManageStaff
    ManageStudio
}
