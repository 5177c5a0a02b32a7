//! How values travel between the program and its worker: little-endian, lengths before contents.
//!
//! Invariant: whatever the bytes are, reading them returns, takes no more memory than there are bytes, and gives only
//! values that the type allows.

/// Longest text that travels, in bytes.
const MOST_TEXT: usize = 1024;
/// Most entries of a list.
const MOST_LISTED: usize = 64;

/// What came is not what a worker says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Nonsense;

/// A value that travels.
pub(crate) trait Wire: Sized {
    fn put(&self, to: &mut Vec<u8>);
    fn take(from: &mut Reader<'_>) -> Result<Self, Nonsense>;
}

/// Bytes that are read from their beginning.
#[derive(Debug)]
pub(crate) struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    pub(crate) fn bytes(&mut self, count: usize) -> Result<&'a [u8], Nonsense> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or(Nonsense)?;
        self.0 = rest;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], Nonsense> {
        let (taken, rest) = self.0.split_first_chunk::<N>().ok_or(Nonsense)?;
        self.0 = rest;
        Ok(*taken)
    }

    /// Refuses what is left over.
    pub(crate) fn end(self) -> Result<(), Nonsense> {
        if self.0.is_empty() { Ok(()) } else { Err(Nonsense) }
    }
}

/// The whole of `bytes` as one value.
pub(crate) fn read<T: Wire>(bytes: &[u8]) -> Result<T, Nonsense> {
    let mut reader = Reader::new(bytes);
    let value = T::take(&mut reader)?;
    reader.end()?;
    Ok(value)
}

macro_rules! numbers {
    ($($number:ty),+) => { $(
        impl Wire for $number {
            fn put(&self, to: &mut Vec<u8>) {
                to.extend_from_slice(&self.to_le_bytes());
            }

            fn take(from: &mut Reader<'_>) -> Result<Self, Nonsense> {
                from.array().map(Self::from_le_bytes)
            }
        }
    )+ };
}

numbers!(u8, u16, u32, u64, i8, i16);

impl Wire for bool {
    fn put(&self, to: &mut Vec<u8>) {
        u8::from(*self).put(to);
    }

    fn take(from: &mut Reader<'_>) -> Result<Self, Nonsense> {
        match u8::take(from)? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(Nonsense),
        }
    }
}

impl<T: Wire> Wire for Option<T> {
    fn put(&self, to: &mut Vec<u8>) {
        self.is_some().put(to);
        if let Some(value) = self {
            value.put(to);
        }
    }

    fn take(from: &mut Reader<'_>) -> Result<Self, Nonsense> {
        bool::take(from)?.then(|| T::take(from)).transpose()
    }
}

impl<T: Wire, E: Wire> Wire for Result<T, E> {
    fn put(&self, to: &mut Vec<u8>) {
        self.is_ok().put(to);
        match self {
            Ok(value) => value.put(to),
            Err(error) => error.put(to),
        }
    }

    fn take(from: &mut Reader<'_>) -> Result<Self, Nonsense> {
        Ok(if bool::take(from)? { Ok(T::take(from)?) } else { Err(E::take(from)?) })
    }
}

impl<A: Wire, B: Wire> Wire for (A, B) {
    fn put(&self, to: &mut Vec<u8>) {
        self.0.put(to);
        self.1.put(to);
    }

    fn take(from: &mut Reader<'_>) -> Result<Self, Nonsense> {
        Ok((A::take(from)?, B::take(from)?))
    }
}

impl Wire for String {
    fn put(&self, to: &mut Vec<u8>) {
        let mut end = self.len().min(MOST_TEXT);
        while !self.is_char_boundary(end) {
            end -= 1;
        }
        let text = self.as_bytes().get(..end).unwrap_or_default();
        (text.len() as u16).put(to);
        to.extend_from_slice(text);
    }

    /// Without control characters: it goes into the log and the register.
    fn take(from: &mut Reader<'_>) -> Result<Self, Nonsense> {
        let length = usize::from(u16::take(from)?);
        let text = std::str::from_utf8(from.bytes(length)?).map_err(|_| Nonsense)?;
        if length > MOST_TEXT || text.chars().any(char::is_control) {
            return Err(Nonsense);
        }
        Ok(text.to_owned())
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn put(&self, to: &mut Vec<u8>) {
        (self.len().min(MOST_LISTED) as u8).put(to);
        self.iter().take(MOST_LISTED).for_each(|entry| entry.put(to));
    }

    fn take(from: &mut Reader<'_>) -> Result<Self, Nonsense> {
        let count = usize::from(u8::take(from)?);
        if count > MOST_LISTED {
            return Err(Nonsense);
        }
        (0..count).map(|_| T::take(from)).collect()
    }
}

/// An encoded picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Blob(pub(crate) Vec<u8>);

impl Wire for Blob {
    fn put(&self, to: &mut Vec<u8>) {
        (self.0.len() as u64).put(to);
        to.extend_from_slice(&self.0);
    }

    fn take(from: &mut Reader<'_>) -> Result<Self, Nonsense> {
        let length = usize::try_from(u64::take(from)?).map_err(|_| Nonsense)?;
        Ok(Self(from.bytes(length)?.to_vec()))
    }
}

/// Gives each of a type's plain values a number.
macro_rules! numbered {
    ($name:ty { $($value:path),+ $(,)? }) => {
        impl $crate::wire::Wire for $name {
            fn put(&self, to: &mut Vec<u8>) {
                const ALL: &[$name] = &[$($value),+];
                let place = ALL.iter().position(|known| known == self).unwrap_or_default();
                (place as u8).put(to);
            }

            fn take(from: &mut $crate::wire::Reader<'_>) -> Result<Self, $crate::wire::Nonsense> {
                const ALL: &[$name] = &[$($value),+];
                ALL.get(usize::from(u8::take(from)?)).copied().ok_or($crate::wire::Nonsense)
            }
        }

        // a value that is missing above is an error here
        const _: fn($name) = |value| match value { $($value => {})+ };
    };
}

pub(crate) use numbered;
