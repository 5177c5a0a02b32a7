//! Argon2id (RFC 9106) with bounds that the stored file cannot move.
//!
//! A slot file names its parameters, but only values inside [`KdfBounds`] are ever used: whoever can write
//! the file must not be able to make guessing cheap, nor to make unlocking eat the machine.

use std::time::{Duration, Instant};

use argon2::{Algorithm, Argon2, Block, Params, Version};
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use zeroize::{Zeroize, Zeroizing};

use crate::error::VaultError;

/// Cost of a passphrase slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KdfParams {
    /// Memory in KiB (m).
    pub memory_kib: u32,
    /// Passes over the memory (t).
    pub passes: u32,
    /// Lanes (p).
    pub lanes: u32,
}

impl Default for KdfParams {
    /// 64 MiB, three passes, four lanes: RFC 9106's second recommendation.
    fn default() -> Self {
        Self { memory_kib: 64 * 1024, passes: 3, lanes: 4 }
    }
}

/// How long a derivation takes on the computer on which a register is made: its user waits for it at each unlocking, and
/// whoever guesses waits for it at each guess.
const WANTED: Duration = Duration::from_millis(750);
/// More is not asked of an office computer.
const MOST_MEMORY_KIB: u32 = 512 * 1024;
const STEP_KIB: u32 = 16 * 1024;

impl KdfParams {
    /// Costs with which a derivation takes 0.5 to 1 s on this computer, tried out here; 64 MiB at the least and 512 MiB at
    /// the most.
    ///
    /// # Errors
    /// [`VaultError::KdfMemory`] when not even the least can be had.
    pub fn measured() -> Result<Self, VaultError> {
        let lowest = Self::default();
        let try_out = || {
            let begun = Instant::now();
            stretch("", &[0; 16], lowest).map(|_| begun.elapsed())
        };
        // what else the computer does only makes it look slower
        let quickest = try_out()?.min(try_out()?);
        Ok(Self { memory_kib: memory_for(lowest.memory_kib, quickest), ..lowest })
    }

    /// Parameters that cost next to nothing, for the tests of other crates.
    #[cfg(any(test, feature = "weak-kdf"))]
    pub fn for_tests() -> Self {
        Self { memory_kib: 32, passes: 1, lanes: 1 }
    }
}

/// Memory with which a derivation takes as long as is wanted, when it takes `elapsed` with `memory_kib`: time grows with it.
fn memory_for(memory_kib: u32, elapsed: Duration) -> u32 {
    let wanted = u128::from(memory_kib) * WANTED.as_micros() / elapsed.as_micros().max(1);
    let wanted = u32::try_from(wanted).unwrap_or(u32::MAX).min(MOST_MEMORY_KIB);
    (wanted / STEP_KIB * STEP_KIB).max(memory_kib)
}

/// Bounds for [`KdfParams`], both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KdfBounds {
    /// Lowest cost accepted.
    pub lowest: KdfParams,
    /// Highest cost accepted.
    pub highest: KdfParams,
}

impl KdfBounds {
    /// The bounds of the shipped program: 64 MiB and three passes up to 1 GiB, ten passes, sixteen lanes.
    pub const STRICT: Self = Self {
        lowest: KdfParams { memory_kib: 64 * 1024, passes: 3, lanes: 1 },
        highest: KdfParams { memory_kib: 1024 * 1024, passes: 10, lanes: 16 },
    };

    /// The bounds in force: [`Self::STRICT`] unless the crate is built for tests with `weak-kdf`.
    pub(crate) const IN_FORCE: Self = if cfg!(any(test, feature = "weak-kdf")) {
        Self { lowest: KdfParams { memory_kib: 32, passes: 1, lanes: 1 }, highest: Self::STRICT.highest }
    } else {
        Self::STRICT
    };

    /// Accepts `params` or says [`VaultError::KdfOutOfBounds`].
    pub fn check(&self, params: KdfParams) -> Result<(), VaultError> {
        let KdfParams { memory_kib, passes, lanes } = params;
        let within = (self.lowest.memory_kib..=self.highest.memory_kib).contains(&memory_kib)
            && (self.lowest.passes..=self.highest.passes).contains(&passes)
            && (self.lowest.lanes..=self.highest.lanes).contains(&lanes);
        if within { Ok(()) } else { Err(VaultError::KdfOutOfBounds { memory_kib, passes, lanes }) }
    }
}

/// Argon2id of the passphrase in Unicode NFC, so that the same letters typed on another system are the same
/// passphrase. Nothing else is changed: no trimming, no folding of case.
///
/// # Errors
/// [`VaultError::KdfMemory`] when the memory cannot be had. Bounds are the caller's to check.
pub(crate) fn stretch(
    passphrase: &str,
    salt: &[u8; 16],
    params: KdfParams,
) -> Result<Zeroizing<[u8; 32]>, VaultError> {
    let out_of_bounds = |_| VaultError::KdfOutOfBounds {
        memory_kib: params.memory_kib,
        passes: params.passes,
        lanes: params.lanes,
    };
    let argon_params = Params::new(params.memory_kib, params.passes, params.lanes, Some(32));
    let argon_params = argon_params.map_err(out_of_bounds)?;
    let mut normal = Zeroizing::new(String::with_capacity(passphrase.len().saturating_mul(3)));
    normal.extend(passphrase.nfc());

    let block_count = argon_params.block_count();
    let mut memory: Vec<Block> = Vec::new();
    memory.try_reserve_exact(block_count).map_err(|_| VaultError::KdfMemory)?;
    memory.resize(block_count, Block::new());
    let mut out = Zeroizing::new([0u8; 32]);
    let hashed = Argon2::new(Algorithm::Argon2id, Version::V0x13, argon_params)
        .hash_password_into_with_memory(normal.as_bytes(), salt, out.as_mut_slice(), &mut memory);
    memory.zeroize();
    hashed.map_err(out_of_bounds)?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_strict_bounds_hold_at_both_ends() {
        let ok = |m, t, p| KdfBounds::STRICT.check(KdfParams { memory_kib: m, passes: t, lanes: p }).is_ok();
        assert!(KdfBounds::STRICT.check(KdfParams::default()).is_ok());
        assert!(KdfBounds::STRICT.check(KdfParams::for_tests()).is_err());
        assert!(ok(65_536, 3, 1) && ok(1_048_576, 10, 16));
        assert!(!ok(65_535, 3, 4) && !ok(65_536, 2, 4) && !ok(65_536, 3, 0));
        assert!(!ok(1_048_577, 3, 4) && !ok(65_536, 11, 4) && !ok(65_536, 3, 17));
    }

    #[test]
    fn memory_grows_until_it_takes_as_long_as_wanted_and_never_below_the_least() {
        let memory = |millis| memory_for(65_536, Duration::from_millis(millis)) / 1024;
        assert_eq!(memory(120), 400);
        assert_eq!(memory(300), 160);
        assert_eq!(memory(750), 64);
        assert_eq!(memory(4000), 64, "a slow computer waits longer");
        assert_eq!((memory(1), memory(0)), (512, 512));
        let measured = KdfParams::measured().unwrap();
        assert!(KdfBounds::STRICT.check(measured).is_ok(), "{measured:?}");
    }

    #[test]
    fn composed_and_decomposed_letters_are_one_passphrase() {
        let salt = [1; 16];
        let composed = stretch("Öhman ja metsäpolku", &salt, KdfParams::for_tests()).unwrap();
        let decomposed = stretch("O\u{308}hman ja metsa\u{308}polku", &salt, KdfParams::for_tests()).unwrap();
        assert_eq!(*composed, *decomposed);
        let case = stretch("öhman ja metsäpolku", &salt, KdfParams::for_tests()).unwrap();
        assert_ne!(*composed, *case);
        let space = stretch("Öhman ja metsäpolku ", &salt, KdfParams::for_tests()).unwrap();
        assert_ne!(*composed, *space);
    }

    #[test]
    fn known_answer_of_argon2id() {
        // from test.c of the reference sources: Argon2id 1.3, t = 2, m = 2^16, p = 1
        let params = Params::new(65_536, 2, 1, Some(32)).unwrap();
        let mut out = [0u8; 32];
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(b"password", b"somesalt", &mut out)
            .unwrap();
        assert_eq!(
            data_encoding::HEXLOWER.encode(&out),
            "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"
        );
    }
}
