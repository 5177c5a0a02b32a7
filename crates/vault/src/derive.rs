//! HKDF-SHA256 (RFC 5869) and the system's random source, in one place each.
//!
//! Every label starts with `kontakti/` and ends with its version; no two uses share a label.

use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

/// HKDF-SHA256 of `ikm` under `salt`, expanded with the label and the context parts in their order.
///
/// The parts must have fixed lengths for one label, so that their concatenation is unambiguous.
pub(crate) fn derive<const N: usize>(
    salt: &[u8],
    ikm: &[u8],
    label: &str,
    context: &[&[u8]],
) -> Zeroizing<[u8; N]> {
    const { assert!(N <= 255 * 32, "HKDF-SHA256 expands to at most 255 blocks") };
    let mut info: Vec<&[u8]> = Vec::with_capacity(context.len() + 1);
    info.push(label.as_bytes());
    info.extend_from_slice(context);
    let mut okm = Zeroizing::new([0u8; N]);
    let expanded = Hkdf::<Sha256>::new(Some(salt), ikm).expand_multi_info(&info, okm.as_mut_slice());
    assert!(expanded.is_ok(), "the length is within HKDF's limit");
    okm
}

/// Random bytes of the operating system.
///
/// # Panics
/// When the system has no randomness: no key may be made without it, and nothing can be done instead.
pub(crate) fn make_random_bytes<const N: usize>() -> Zeroizing<[u8; N]> {
    let mut bytes = Zeroizing::new([0u8; N]);
    let filled = getrandom::fill(bytes.as_mut_slice());
    assert!(filled.is_ok(), "the operating system gives no randomness");
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rfc_5869_case_1() {
        let ikm = [0x0b; 22];
        let salt: Vec<u8> = (0..=0x0c).collect();
        let info: Vec<u8> = (0xf0..=0xf9).collect();
        let mut okm = [0u8; 42];
        Hkdf::<Sha256>::new(Some(&salt), &ikm).expand(&info, &mut okm).unwrap();
        assert_eq!(
            data_encoding::HEXLOWER.encode(&okm),
            "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"
        );
        let ours = derive::<32>(b"salt", b"ikm", "kontakti/x", &[b"ab", b"c"]);
        let mut flat = [0u8; 32];
        Hkdf::<Sha256>::new(Some(b"salt"), b"ikm").expand(b"kontakti/xabc", &mut flat).unwrap();
        assert_eq!(*ours, flat);
    }

    #[test]
    fn random_differs() {
        assert_ne!(*make_random_bytes::<32>(), *make_random_bytes::<32>());
    }
}
