//! PDFs through Typst templates: recovery sheet, order slips.
