//! Writes contact sheets of drawn portraits as PNG, for looking at.
use std::io::BufWriter;

use synthetic::people::{SchoolShape, school};
use synthetic::{Backdrop, Pose, Scene, portrait};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let folder = args.next().ok_or("usage: sheet <folder> [seed]")?;
    let seed = args.next().map_or(Ok(1), |s| s.parse())?;
    let koskela = school(seed, &SchoolShape::koskela());
    std::fs::create_dir_all(&folder)?;
    let (w, h, across) = (300u32, 450u32, 7usize);
    for (n, class) in koskela.classes.iter().enumerate() {
        let backdrop = Backdrop::ALL.get(n).copied().unwrap_or_default();
        let rows = class.people.len().div_ceil(across);
        let mut sheet = vec![0u8; across * w as usize * 3 * rows * h as usize];
        for (i, person) in class.people.iter().enumerate() {
            let scene = Scene::Portrait { look: person.look(), pose: Pose::of_frame(person.seed, i % 3) };
            let picture = portrait(&scene, backdrop, person.seed, w, h);
            let stride = w as usize * 3;
            for (y, row) in picture.rgb.chunks(stride).enumerate() {
                let at = ((i / across * h as usize + y) * across + i % across) * stride;
                if let Some(to) = sheet.get_mut(at..at + stride) {
                    to.copy_from_slice(row);
                }
            }
        }
        save(&format!("{folder}/{}.png", class.name), &sheet, w * across as u32, h * rows as u32)?;
    }
    let class = koskela.classes.get(1).ok_or("no class")?;
    for (n, person) in class.people.iter().take(4).enumerate() {
        let scene = Scene::Portrait { look: person.look(), pose: Pose::of_frame(person.seed, 0) };
        let p = portrait(&scene, Backdrop::ALL.get(n).copied().unwrap_or_default(), 3, 1000, 1500);
        save(&format!("{folder}/big{n}.png"), &p.rgb, p.width, p.height)?;
    }
    let looks = class.people.iter().map(|p| p.look()).collect();
    let p = portrait(&Scene::Group { looks, seed: 5 }, Backdrop::Autumn, 3, 1800, 1200);
    save(&format!("{folder}/group.png"), &p.rgb, p.width, p.height)?;
    let person = class.people.first().ok_or("no person")?;
    let scene = Scene::Card { look: person.look(), pose: Pose::default(), code: None };
    let p = portrait(&scene, Backdrop::BlueGrey, 3, 600, 900);
    save(&format!("{folder}/card.png"), &p.rgb, p.width, p.height)?;
    Ok(())
}

fn save(path: &str, rgb: &[u8], width: u32, height: u32) -> Result<(), Box<dyn std::error::Error>> {
    let mut encoder = png::Encoder::new(BufWriter::new(std::fs::File::create(path)?), width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.write_header()?.write_image_data(rgb)?;
    Ok(())
}
