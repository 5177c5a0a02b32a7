"""The peer of `measure prints`: libvips makes the same print files.

Upright, centred crop to the sheet's ratio, Lanczos to exact pixels, sRGB with its profile, 4:4:4, quality 93, 300 dpi,
without metadata. Crop and scaling come before the turn, on the pixels as they stream from the decoder, which is the
cheapest order for libvips as well.

Called as print_peer.py FOLDER FILES...
"""

import os
import sys

import pyvips

MM = (152, 210)
PIXELS = (1795, 2480)
QUARTER_TURNS = (5, 6, 7, 8)


def turned(pair, is_lying):
    return (max(pair), min(pair)) if is_lying else (min(pair), max(pair))


def render(source, target):
    image = pyvips.Image.new_from_file(source, access="sequential")
    orientation = image.get("orientation") if image.get_typeof("orientation") else 1
    upright = (image.height, image.width) if orientation in QUARTER_TURNS else (image.width, image.height)
    upright_lies = upright[0] > upright[1]
    stored_lies = upright_lies != (orientation in QUARTER_TURNS)
    ratio, pixels = turned(MM, stored_lies), turned(PIXELS, stored_lies)
    if image.width * ratio[1] >= image.height * ratio[0]:
        width, height = image.height * ratio[0] // ratio[1], image.height
    else:
        width, height = image.width, image.width * ratio[1] // ratio[0]
    image = image.crop((image.width - width) // 2, (image.height - height) // 2, width, height)
    image = image.resize(pixels[0] / width, vscale=pixels[1] / height, kernel="lanczos3")
    if image.get_typeof("icc-profile-data"):
        image = image.icc_transform("srgb", embedded=True)
    image = image.copy_memory().autorot()
    assert (image.width, image.height) == turned(PIXELS, upright_lies), (image.width, image.height)
    image = image.copy(xres=300 / 25.4, yres=300 / 25.4)
    # not by `strip`, which takes profile and density away as well
    for field in image.get_fields():
        if field.startswith(("exif-", "xmp-", "iptc-", "jpeg-thumbnail-")):
            image.remove(field)
    image.jpegsave(target, Q=93, subsample_mode="off", profile="srgb")


def main(folder, files):
    for source in files:
        name = os.path.splitext(os.path.basename(source))[0]
        render(source, os.path.join(folder, name + ".jpg"))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
