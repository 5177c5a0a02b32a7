#!/bin/sh
# Draws every size of the program's icon from the three drawings. Needs rsvg-convert (librsvg2-bin), convert (imagemagick)
# and png2icns (icnsutils). The results are kept in the repository: run it only after changing a drawing.
#   kontakti.svg        48 px and up: frames with portraits
#   kontakti-small.svg  20 to 32 px: plain frames on whole pixels
#   kontakti-tiny.svg   16 px: drawn on the pixel grid
set -eu
cd "$(dirname "$0")"
draw() { rsvg-convert --width "$2" --height "$2" "$1" --output "$3"; }
draw kontakti-tiny.svg 16 16x16.png
draw kontakti-small.svg 32 32x32.png
for size in 64 128 256 512; do draw kontakti.svg $size ${size}x${size}.png; done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
draw kontakti.svg 48 "$work/48.png"
convert 16x16.png 32x32.png "$work/48.png" 64x64.png 128x128.png 256x256.png icon.ico
png2icns icon.icns 16x16.png 32x32.png 128x128.png 256x256.png 512x512.png >/dev/null
