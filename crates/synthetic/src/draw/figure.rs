//! One whole person: layers in their order, in a pose.

use tiny_skia::Transform;

use super::canvas::Canvas;
use super::look::{HairStyle, Look, Pose};
use super::{clothes, face, hair, hair_long};

/// Draws a person with the head's middle at the origin; one head is about 430 units high.
pub(crate) fn figure(canvas: &mut Canvas, look: &Look, pose: &Pose) {
    let head = Transform::from_rotate_at(pose.tilt, 0.0, 220.0);
    canvas.at(head, |c| hair_long::behind(c, look, pose));
    clothes::behind(canvas, look);
    clothes::neck(canvas, look);
    clothes::garment(canvas, look);
    canvas.at(head, |c| {
        let covered =
            matches!(look.style, HairStyle::Hijab | HairStyle::Long | HairStyle::Wavy | HairStyle::Bob);
        if !covered {
            face::ears(c, look, pose);
        }
        face::face(c, look, pose);
        face::glasses(c, look, pose);
    });
    if look.style == HairStyle::Hijab {
        hair_long::in_front(canvas, look);
    }
    canvas.at(head, |c| hair::over(c, look, pose));
    if look.style != HairStyle::Hijab {
        canvas.at(Transform::from_rotate_at(pose.tilt * 0.6, 0.0, 220.0), |c| hair_long::in_front(c, look));
    }
}
