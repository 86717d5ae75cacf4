"""The decoder's tokens: byte-level BPE, trained on the training reports and their finding lists."""

from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers

SPECIAL = ["<end>", "<find>", "<report>"]
END, FIND, REPORT = range(3)


def train_tokenizer(texts, vocabulary):
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=True)
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=vocabulary, special_tokens=SPECIAL, initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False)
    tokenizer.train_from_iterator(texts, trainer)
    return tokenizer


def prompt(tokenizer, findings):
    """What stands before the report: <find> findings <report>."""
    return [FIND] + tokenizer.encode(findings).ids + [REPORT]
