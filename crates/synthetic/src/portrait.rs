//! Portraits, class pictures and card frames as finished pictures, upright.

use tiny_skia::Transform;

use crate::draw::canvas::Canvas;
use crate::draw::figure::figure;
use crate::draw::{Backdrop, Look, Picture, Pose, card, finish, group};

/// What is before the lens.
#[derive(Debug, Clone)]
pub enum Scene {
    /// One person.
    Portrait {
        /// Who.
        look: Look,
        /// How.
        pose: Pose,
    },
    /// One person holding their camera card.
    Card {
        /// Who.
        look: Look,
        /// How.
        pose: Pose,
        /// What the card's code says; none for a pattern that nothing reads.
        code: Option<String>,
    },
    /// A class in rows, the first at the back.
    Group {
        /// Everybody.
        looks: Vec<Look>,
        /// Where the poses come from.
        seed: u64,
    },
}

/// Draws a scene before a backdrop, `width` x `height` pixels; no grain yet. A side of zero, or a
/// picture too big for memory, gives an empty picture.
#[must_use]
pub fn portrait(scene: &Scene, backdrop: Backdrop, seed: u64, width: u32, height: u32) -> Picture {
    let Some(mut canvas) = Canvas::new(width, height) else {
        return Picture { width: 0, height: 0, rgb: Vec::new() };
    };
    let (w, h) = (width as f32, height as f32);
    let mut develop = (0, 0.0);
    match scene {
        Scene::Portrait { look, pose } | Scene::Card { look, pose, .. } => {
            backdrop.paint(&mut canvas, width, height, seed);
            let unit = (h / 1500.0).min(w / 1000.0).max(h / 1500.0 * 0.9);
            let scale = unit * 1.40 * pose.zoom;
            let at = (w * (0.5 + pose.shift), h * 0.405);
            canvas
                .at(Transform::from_translate(at.0, at.1).pre_scale(scale, scale), |c| figure(c, look, pose));
            if let Scene::Card { code, .. } = scene {
                card::camera_card(&mut canvas, look, code.as_deref(), (w * 0.5, h * 0.82), unit * 1.08);
            }
            develop = ((pose.blur * w.min(h) / 1000.0).round() as usize, pose.stops);
        }
        Scene::Group { looks, seed } => {
            group::class_picture(&mut canvas, looks, backdrop, *seed, width, height)
        }
    }
    finish::develop(&canvas.into_pixmap(), develop.0, develop.1)
}
