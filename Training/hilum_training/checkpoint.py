"""A trained model as a folder: `config.json`, `model.safetensors`, `tokenizer.json`."""

import json
from dataclasses import asdict
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file

from .decoder import Decoder, DecoderConfig
from .encoder import Encoder, EncoderConfig
from .images import DEVIATION, MEAN, WINDOW

STAGE_KEYS = ["kernel", "stride", "expansion", "channels", "blocks"]


def write(folder, name, size, encoder, head, decoder, tokenizer, outputs, dtype=torch.float16):
    """`encoder`, `head` (a linear layer) and `decoder` with the weights to keep; `outputs` is what FindingOutputs.swift reads."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    tensors = {f"{part}.{key}": value for part, module in (("encoder", encoder), ("head", head), ("decoder", decoder))
               for key, value in module.state_dict().items()}
    tensors = {key: value.detach().to(dtype).contiguous() for key, value in tensors.items()}
    # A half ends at 65,504.
    if broken := [key for key, value in tensors.items() if not value.isfinite().all()]:
        raise ValueError(f"no checkpoint: infinite numbers or NaN in {', '.join(broken)}")
    save_file(tensors, folder / "model.safetensors")
    config = {
        "format": "hilum-1", "name": name,
        "image": {"size": size, "mean": MEAN, "deviation": DEVIATION, "window": list(WINDOW)},
        "encoder": {"stem": encoder.config.stem, "stages": [dict(zip(STAGE_KEYS, stage)) for stage in encoder.config.stages],
                    "features": encoder.config.features},
        "decoder": asdict(decoder.config), "outputs": outputs}
    (folder / "config.json").write_text(json.dumps(config, indent=1) + "\n")
    tokenizer.save(str(folder / "tokenizer.json"))


class Model:
    """A folder's encoder, finding head and decoder with the weights as they were kept, in fp32."""

    def __init__(self, folder):
        self.config = json.loads((Path(folder) / "config.json").read_text())
        tensors = {key: value.float() for key, value in load_file(Path(folder) / "model.safetensors").items()}

        def part(name):
            return {key.removeprefix(name + "."): value for key, value in tensors.items() if key.startswith(name + ".")}
        encoder = self.config["encoder"]
        stages = [[stage[key] for key in STAGE_KEYS] for stage in encoder["stages"]]
        self.encoder = Encoder(EncoderConfig(encoder["stem"], stages, encoder["features"]))
        self.encoder.load_state_dict(part("encoder"))
        head = part("head")
        self.head = torch.nn.Linear(encoder["features"], len(head["bias"]))
        self.head.load_state_dict(head)
        self.size = self.config["image"]["size"]
        self.decoder = Decoder(DecoderConfig(**self.config["decoder"]), encoder["features"], (self.size // 32) ** 2)
        self.decoder.load_state_dict(part("decoder"))
        for module in (self.encoder, self.head, self.decoder):
            module.eval()
