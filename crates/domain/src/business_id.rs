//! business_id
