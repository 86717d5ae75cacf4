"""Images that are no upright radiographs of a chest, made up: what the model must refuse is not collected, it is drawn."""

import numpy as np
from PIL import Image, ImageDraw

from .images import SIDE, Images


def spectrum_noise(draw, side=SIDE):
    """Noise whose amplitude falls with a power of the frequency, as that of photographs does (Field 1987)."""
    across, down = np.meshgrid(np.fft.rfftfreq(side), np.fft.fftfreq(side))
    frequency = np.hypot(across, down)
    frequency[0, 0] = 1
    noise = np.fft.irfft2(np.fft.rfft2(draw.normal(size=(side, side))) / frequency ** draw.uniform(0.4, 2.0), s=(side, side))
    return (noise - noise.min()) / (np.ptp(noise) + 1e-9)


def dead_leaves(draw):
    """Shapes that hide one another, large and small, textured or plain: the statistics of photographs (Lee et al. 2001)."""
    canvas = Image.fromarray((spectrum_noise(draw) * 255).astype(np.uint8))
    texture = draw.uniform(0, 0.7) * draw.integers(0, 2)
    for _ in range(draw.integers(20, 400)):
        radius = min(4 / draw.uniform(0.01, 1) ** 1.2, 130)
        x, y, grey = draw.uniform(0, SIDE), draw.uniform(0, SIDE), int(draw.integers(0, 256))
        if draw.integers(0, 2):
            ImageDraw.Draw(canvas).ellipse((x - radius, y - radius * draw.uniform(0.3, 1), x + radius, y + radius), fill=grey)
        else:
            angles = np.sort(draw.uniform(0, 2 * np.pi, draw.integers(3, 6)))
            ImageDraw.Draw(canvas).polygon([(x + radius * np.cos(a), y + radius * np.sin(a)) for a in angles], fill=grey)
    return np.asarray(canvas) / 255 * (1 - texture) + spectrum_noise(draw) * texture


def page(draw):
    """Lines of text, a table or a chart, dark on light or light on dark."""
    canvas = Image.new("L", (SIDE, SIDE), int(draw.integers(180, 256)))
    pen, letters = ImageDraw.Draw(canvas), list("abcdefghijklmnopqrstuvwxyz0123456789    .,")
    for _ in range(draw.integers(0, 40)):
        pen.text((draw.uniform(-20, 200), draw.uniform(0, SIDE)), "".join(draw.choice(letters, draw.integers(1, 40))), int(draw.integers(0, 120)),
                 font_size=float(draw.uniform(8, 120) if draw.integers(0, 4) == 0 else draw.uniform(8, 16)))
    for _ in range(draw.integers(0, 30)):
        pen.line([tuple(draw.uniform(0, SIDE, 2)) for _ in range(draw.integers(2, 8))], int(draw.integers(0, 160)), int(draw.integers(1, 6)))
    for _ in range(draw.integers(0, 8)):
        x, y = draw.uniform(0, SIDE, 2)
        pen.rectangle((x, y, x + draw.uniform(1, 120), y + draw.uniform(1, 120)), int(draw.integers(0, 256)))
    pixels = np.asarray(canvas) / 255
    return 1 - pixels if draw.integers(0, 2) else pixels


def shading(draw):
    """Soft light over a plain thing, or nearly nothing."""
    small = draw.uniform(0, 1, (draw.integers(1, 5), draw.integers(1, 5))) * draw.uniform(0.01, 1)
    smooth = np.asarray(Image.fromarray((small * 255).astype(np.uint8)).resize((SIDE, SIDE), Image.Resampling.BICUBIC)) / 255
    return smooth + draw.normal(size=(SIDE, SIDE)) * draw.uniform(0, 0.1)


def turned(radiograph, draw):
    return np.rot90(radiograph, draw.integers(1, 4))


def inverted(radiograph, draw):
    return 1 - radiograph


def shuffled(radiograph, draw):
    """Cut into squares that change places."""
    count = int(draw.choice([2, 4, 8]))
    squares = radiograph.reshape(count, SIDE // count, count, SIDE // count).transpose(0, 2, 1, 3).reshape(count * count, -1)
    squares = draw.permutation(squares).reshape(count, count, SIDE // count, SIDE // count)
    return squares.transpose(0, 2, 1, 3).reshape(SIDE, SIDE)


def piece(radiograph, draw):
    """A part of at most a third of its width and height."""
    side = int(draw.integers(SIDE // 8, SIDE // 3))
    x, y = draw.integers(0, SIDE - side, 2)
    return np.asarray(Image.fromarray((radiograph[y:y + side, x:x + side] * 255).astype(np.uint8)).resize((SIDE, SIDE))) / 255


DRAWN, SPOILT = [spectrum_noise, dead_leaves, dead_leaves, page, shading], [turned, inverted, shuffled, piece]


def negatives(radiographs, chosen, count, seed):
    """`count` images: half of them drawn, half made of those of `radiographs` (`Images`) whose places are `chosen`."""
    draw, made = np.random.default_rng(seed), []
    for place in range(count // 2):
        made.append(DRAWN[place % len(DRAWN)](draw))
        made.append(SPOILT[place % len(SPOILT)](radiographs.batch(chosen[draw.integers(len(chosen))][None])[0, 0].numpy(), draw))
    low, high = (np.array([edge(image) for image in made])[:, None, None] for edge in (np.min, np.max))
    pixels = ((np.stack(made) - low) / np.maximum(high - low, 1e-6) * 255).astype(np.uint8)
    return Images.of([{}] * len(made), pixels)
