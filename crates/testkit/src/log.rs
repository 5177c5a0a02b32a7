//! A log sink for tests: keeps everything that was logged, and finds names of the cast in it.

use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};

use tracing_subscriber::fmt::MakeWriter;

use crate::cast::PERSONAL;

/// Everything that was logged while it listened.
#[derive(Debug, Clone, Default)]
pub struct LogSink(Arc<Mutex<Vec<u8>>>);

impl LogSink {
    /// Keeps everything that this process logs from now on, on every thread, down to the finest level. Once in a
    /// process: a test that listens has its test binary to itself.
    ///
    /// # Panics
    /// When something listens already.
    #[expect(clippy::expect_used, reason = "a test that cannot listen has failed")]
    pub fn listen(&self) {
        let subscriber = tracing_subscriber::fmt()
            .with_max_level(tracing::Level::TRACE)
            .with_ansi(false)
            .with_writer(self.clone())
            .finish();
        tracing::subscriber::set_global_default(subscriber).expect("the first to listen");
    }

    /// What was logged.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap_or_else(PoisonError::into_inner)).into_owned()
    }

    /// Lines that hold a word of the cast, or one of `more`.
    pub fn leaks(&self, more: &[&str]) -> Vec<String> {
        let text = self.text();
        let leaking = text.lines().filter(|line| PERSONAL.iter().chain(more).any(|word| line.contains(word)));
        leaking.map(str::to_owned).collect()
    }
}

impl Write for LogSink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for LogSink {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_the_log_is_found_and_a_code_is_not() {
        let sink = LogSink::default();
        sink.listen();
        std::thread::spawn(|| tracing::info!(customer = 7, code = "customer_stale", "refused"))
            .join()
            .unwrap();
        assert!(sink.text().contains("customer_stale"), "the control: it listens on other threads too");
        assert!(sink.leaks(&[]).is_empty());
        tracing::debug!("saved {}", crate::cast::mikko().last_name);
        assert_eq!(sink.leaks(&[]).len(), 1);
    }
}
