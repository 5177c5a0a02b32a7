//! Header, padding and keys of a sealed file.

use std::io;

use openssl::{cipher::Cipher, cipher_ctx::CipherCtx, error::ErrorStack};
use subtle::ConstantTimeEq;
use zeroize::Zeroize;

use crate::{derive::derive, error::SealFault, keys::PhotoKey};

/// Plain bytes of a chunk.
pub(super) const CHUNK: usize = 64 * 1024;
/// Bytes of a chunk's authentication tag.
pub(super) const TAG: usize = 16;
/// Bytes of the header.
pub(super) const HEADER: usize = 64;

const MAGIC: [u8; 8] = *b"KSF1\0\x01\0\0";

/// The keys of one sealed file: the photograph's key and the file's id make them.
pub(super) struct FileKeys<'k> {
    key: &'k PhotoKey,
    id: [u8; 16],
}

impl<'k> FileKeys<'k> {
    pub(super) fn new(key: &'k PhotoKey, id: [u8; 16]) -> Self {
        Self { key, id }
    }

    pub(super) fn stream(&self) -> io::Result<Stream> {
        Stream::new(&derive(&self.id, self.key.expose(), "kontakti/sealed-payload/v1", &[&MAGIC]))
    }

    /// The header of a file with `length` bytes of content.
    pub(super) fn header(&self, length: u64) -> [u8; HEADER] {
        let hidden = (length ^ self.length_mask()).to_be_bytes();
        let commitment = self.commitment(&hidden);
        let mut header = [0u8; HEADER];
        let parts = MAGIC.iter().chain(&self.id).chain(&hidden).chain(commitment.iter());
        for (place, byte) in header.iter_mut().zip(parts) {
            *place = *byte;
        }
        header
    }

    /// The content's length, if the header is this file's under this key.
    pub(super) fn read_header(&self, header: &[u8; HEADER]) -> Result<u64, SealFault> {
        let (magic, rest) = header.split_first_chunk::<8>().ok_or(SealFault::NotSealed)?;
        let (id, rest) = rest.split_first_chunk::<16>().ok_or(SealFault::NotSealed)?;
        let (hidden, commitment) = rest.split_first_chunk::<8>().ok_or(SealFault::NotSealed)?;
        if *magic != MAGIC {
            return Err(SealFault::NotSealed);
        }
        if *id != self.id {
            return Err(SealFault::WrongId);
        }
        if !bool::from(self.commitment(hidden).as_slice().ct_eq(commitment)) {
            return Err(SealFault::Header);
        }
        Ok(u64::from_be_bytes(*hidden) ^ self.length_mask())
    }

    fn length_mask(&self) -> u64 {
        u64::from_be_bytes(*derive(&self.id, self.key.expose(), "kontakti/sealed-length/v1", &[&MAGIC]))
    }

    fn commitment(&self, hidden: &[u8; 8]) -> zeroize::Zeroizing<[u8; 32]> {
        derive(&self.id, self.key.expose(), "kontakti/sealed-commitment/v1", &[&MAGIC, hidden])
    }
}

/// Length after padding: Padmé (Nikitin and others, "Reducing Metadata Leakage from Encrypted Files and
/// Communication with PURBs", PoPETs 2019/4, section 3.2). At most 12 % more, around 1 % for a photograph.
pub(super) fn padded(length: u64) -> u64 {
    if length < 2 {
        return length;
    }
    let exponent = length.ilog2();
    let kept = exponent.ilog2() + 1;
    let mask = (1u64 << exponent.saturating_sub(kept)) - 1;
    length.saturating_add(mask) & !mask
}

/// Bytes of the whole file for `length` bytes of content.
pub(super) fn sealed_bytes(length: u64) -> u64 {
    let padded = padded(length);
    (HEADER as u64).saturating_add(padded).saturating_add(chunks(padded).saturating_mul(TAG as u64))
}

/// Chunks of a payload with `padded` bytes; an empty one has one empty chunk.
pub(super) fn chunks(padded: u64) -> u64 {
    padded.div_ceil(CHUNK as u64).max(1)
}

/// age's STREAM: ChaCha20-Poly1305 in chunks of 64 KiB; the nonce is an 11-byte big-endian counter and a
/// byte that is 1 for the last chunk. OpenSSL forgets the key when the context goes.
pub(super) struct Stream {
    cipher: CipherCtx,
}

impl Stream {
    /// Each call to seal or to open sets only the nonce anew.
    pub(super) fn new(payload_key: &[u8; 32]) -> io::Result<Self> {
        let mut cipher = CipherCtx::new()?;
        cipher.encrypt_init(Some(Cipher::chacha20_poly1305()), Some(payload_key), None)?;
        Ok(Self { cipher })
    }

    /// Encrypts in place; gives the tag.
    pub(super) fn seal_chunk(&mut self, index: u64, last: bool, chunk: &mut [u8]) -> io::Result<[u8; TAG]> {
        self.cipher.encrypt_init(None, None, Some(&nonce(index, last)))?;
        self.run(chunk)?;
        self.cipher.cipher_final(&mut [])?;
        let mut tag = [0; TAG];
        self.cipher.tag(&mut tag)?;
        Ok(tag)
    }

    /// Decrypts in place; what is not authentic is wiped and the answer is no.
    pub(super) fn open_chunk(
        &mut self,
        index: u64,
        last: bool,
        chunk: &mut [u8],
        tag: [u8; TAG],
    ) -> io::Result<bool> {
        self.cipher.decrypt_init(None, None, Some(&nonce(index, last)))?;
        self.cipher.set_tag(&tag)?;
        self.run(chunk)?;
        let is_authentic = self.cipher.cipher_final(&mut []).is_ok();
        if !is_authentic {
            chunk.zeroize();
        }
        Ok(is_authentic)
    }

    fn run(&mut self, chunk: &mut [u8]) -> Result<(), ErrorStack> {
        let length = chunk.len();
        self.cipher.cipher_update_inplace(chunk, length).map(drop)
    }
}

fn nonce(index: u64, last: bool) -> [u8; 12] {
    let [a, b, c, d, e, f, g, h] = index.to_be_bytes();
    [0, 0, 0, a, b, c, d, e, f, g, h, u8::from(last)]
}

#[cfg(test)]
mod tests {
    use std::{
        collections::HashSet,
        io::{Read, Write},
    };

    use age_core::format::{FileKey, Stanza};
    use proptest::prelude::*;
    use secrecy::ExposeSecret;

    use super::*;

    #[test]
    fn padme_hides_sizes_cheaply() {
        // worked by hand from the paper's algorithm: E = floor(log2 L), S = floor(log2 E) + 1
        for (length, expected) in [
            (0, 0),
            (1, 1),
            (2, 2),
            (8, 8),
            (9, 10),
            (100, 104),
            (1_000, 1_024),
            (9_000_000, 9_175_040),
            (9_175_040, 9_175_040),
        ] {
            assert_eq!(padded(length), expected, "{length}");
        }
    }

    proptest! {
        #[test]
        fn padding_never_shrinks_nor_exceeds_an_eighth(length in 0u64..1 << 40) {
            let padded = padded(length);
            prop_assert!(padded >= length);
            prop_assert!(padded - length <= length / 8);
        }
    }

    /// A recipient that notes the file key instead of wrapping it, and an identity that knows one.
    struct KnownKey([u8; 16]);
    #[derive(Clone, Default)]
    struct Spy(std::sync::Arc<std::sync::Mutex<[u8; 16]>>);

    impl age::Recipient for Spy {
        fn wrap_file_key(
            &self,
            file_key: &FileKey,
        ) -> Result<(Vec<Stanza>, HashSet<String>), age::EncryptError> {
            *self.0.lock().unwrap() = *file_key.expose_secret();
            let stanza = Stanza { tag: "spy".into(), args: vec![], body: vec![] };
            Ok((vec![stanza], HashSet::new()))
        }
    }

    impl age::Identity for KnownKey {
        fn unwrap_stanza(&self, _: &Stanza) -> Option<Result<FileKey, age::DecryptError>> {
            Some(Ok(FileKey::new(Box::new(self.0))))
        }
    }

    /// An age file, its file key, and where its payload (after the 16-byte nonce) begins.
    fn age_file(content: &[u8]) -> (Vec<u8>, [u8; 16], usize) {
        let spy = Spy::default();
        let recipients = [&spy as &dyn age::Recipient];
        let mut file = vec![];
        let encryptor = age::Encryptor::with_recipients(recipients.into_iter()).unwrap();
        let mut writer = encryptor.wrap_output(&mut file).unwrap();
        writer.write_all(content).unwrap();
        writer.finish().unwrap();
        let mac_line = file.windows(4).position(|bytes| bytes == b"\n---").unwrap() + 1;
        let header = mac_line + file[mac_line..].iter().position(|&b| b == b'\n').unwrap() + 1;
        let key = *spy.0.lock().unwrap();
        (file, key, header + 16)
    }

    fn age_stream(file: &[u8], key: [u8; 16], payload: usize) -> Stream {
        Stream::new(&derive(&file[payload - 16..payload], &key, "payload", &[])).unwrap()
    }

    #[test]
    fn age_and_this_code_read_each_other() {
        for length in [0, 1, 1_000, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 77] {
            let content: Vec<u8> = (0..length).map(|at| (at * 7 % 251) as u8).collect();
            let (mut file, key, payload) = age_file(&content);
            let mut stream = age_stream(&file, key, payload);

            let sealed: Vec<_> = file[payload..].chunks(CHUNK + TAG).map(<[u8]>::to_vec).collect();
            assert_eq!(sealed.len() as u64, chunks(length as u64));
            let mut opened = vec![];
            for (index, mut chunk) in sealed.iter().cloned().enumerate() {
                let (body, tag) = chunk.split_last_chunk_mut::<TAG>().unwrap();
                assert!(stream.open_chunk(index as u64, index + 1 == sealed.len(), body, *tag).unwrap());
                opened.extend_from_slice(body);
            }
            assert_eq!(opened, content);

            let other: Vec<u8> = content.iter().map(|byte| byte ^ 0x55).collect();
            file.truncate(payload);
            let count = chunks(length as u64);
            for index in 0..count {
                let start = index as usize * CHUNK;
                let mut chunk = other[start..length.min(start + CHUNK)].to_vec();
                let tag = stream.seal_chunk(index, index + 1 == count, &mut chunk).unwrap();
                file.extend_from_slice(&chunk);
                file.extend_from_slice(&tag);
            }
            let decryptor = age::Decryptor::new(file.as_slice()).unwrap();
            let identity = KnownKey(key);
            let mut reader = decryptor.decrypt([&identity as &dyn age::Identity].into_iter()).unwrap();
            let mut read = vec![];
            reader.read_to_end(&mut read).unwrap();
            assert_eq!(read, other, "{length}");
        }
    }

    #[test]
    fn a_chunk_opens_only_in_its_place() {
        let mut stream = Stream::new(&[9; 32]).unwrap();
        let mut chunk = *b"twelve bytes";
        let tag = stream.seal_chunk(5, false, &mut chunk).unwrap();
        for (index, last) in [(4, false), (6, false), (5, true)] {
            let mut copy = chunk;
            assert!(!stream.open_chunk(index, last, &mut copy, tag).unwrap());
            assert_eq!(copy, [0; 12], "nothing of it is left");
        }
        assert!(stream.open_chunk(5, false, &mut chunk, tag).unwrap());
        assert_eq!(&chunk, b"twelve bytes");
    }
}
