"""Hilum in this process: libhilum by ctypes, with nothing to install. `make library` builds the library.

    hilum = Hilum("/path/to/libhilum.so")
    hilum.extract("Small left pleural effusion.")["observations"]
    hilum.score(candidate="Clear lungs.", reference="Small left pleural effusion.", metrics="kg,green")["kg"]["reward"]
    hilum.reward({"completions": ["No effusion.", "Effusion."], "solution": "Effusion."}, advantages=True)["advantages"]

    trainer = GRPOTrainer(..., reward_funcs=[HilumReward("/path/to/libhilum.so")])  # rows have prompt and solution
"""
import ctypes
import json
import os
import weakref
from concurrent.futures import ThreadPoolExecutor


class HilumError(ValueError):
    """A call that cannot be answered."""


class Hilum:
    """A handle of the library. Threads may share it: while one is in a call, the others run. hilum.h explains the options."""

    def __init__(self, library="libhilum.so", **options):
        """`options`: `ontology`, the path of a compiled one; `with` (as in `**{"with": [...]}`), folders of tables of your own."""
        self._library = ctypes.CDLL(os.fspath(library))
        text = [ctypes.c_char_p, ctypes.c_size_t]
        last = [ctypes.c_char_p, ctypes.POINTER(ctypes.c_void_p)]
        for name, arguments in {
            "open": last,
            "extract": [ctypes.c_void_p, *text, *last],
            "score": [ctypes.c_void_p, *text, *text, *last],
            "reward": [ctypes.c_void_p, *text, *last],
        }.items():
            function = getattr(self._library, "hilum_" + name)
            function.argtypes, function.restype = arguments, ctypes.c_void_p
        self._library.hilum_version.restype = ctypes.c_char_p
        for name in "close", "free":
            function = getattr(self._library, "hilum_" + name)
            function.argtypes, function.restype = [ctypes.c_void_p], None
        self._handle = self._call(self._library.hilum_open, options)
        weakref.finalize(self, self._library.hilum_close, self._handle)

    @property
    def version(self):
        return self._library.hilum_version().decode()

    def extract(self, text, **options):
        """The graph of a report. `options`: `id`, `format`."""
        return json.loads(self.answer("extract", text, **options))

    def score(self, *, candidate, reference, **options):
        """The score of a candidate report against a reference. `options`: `id`, `metrics`."""
        return json.loads(self.answer("score", reference, candidate, **options))

    def reward(self, request, **options):
        """The answer to a request as `hilum reward` takes it. `options`: `mode`, `weights`, `graphs`, `advantages`, `group_size`, `brief`."""
        answer = json.loads(self.answer("reward", json.dumps(request), **options))
        if "error" in answer:
            raise HilumError(answer["error"])
        return answer

    def answer(self, function, *texts, **options):
        """The JSON that a function gives, as bytes: the line that the command of its name writes."""
        arguments = []
        for text in texts:
            text = encoded(text) if isinstance(text, str) else text
            arguments += [text, len(text)]
        return self._take(self._call(getattr(self._library, "hilum_" + function), options, self._handle, *arguments))

    def _call(self, function, options, *arguments):
        error = ctypes.c_void_p()
        answer = function(*arguments, json.dumps(options).encode() if options else None, ctypes.byref(error))
        if answer is None:
            raise HilumError(self._take(error.value).decode())
        return answer

    def _take(self, text):
        try:
            return ctypes.string_at(text)
        finally:
            self._library.hilum_free(text)


def encoded(text):
    """UTF-8. Half a pair of surrogates, as broken decoding leaves them, is no text."""
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise HilumError(f"the text: a lone surrogate at character {error.start}") from None


class HilumReward:
    """A reward function for TRL's GRPOTrainer: rewards 0 to 1. The data set has a column `solution`: a report, or
    `<think>…</think><answer>…</answer>`. A batch is shared out among `threads` (by default as many as there are cores)."""

    __name__ = "hilum"
    # Fewer are not worth a thread.
    _least = 8

    def __init__(self, library="libhilum.so", threads=None, **options):
        """`options`: `mode` and `weights`, as of `Hilum.reward`."""
        self._hilum = Hilum(library)
        self._options = {"brief": True, **options}
        self._threads = threads or os.cpu_count() or 1
        self._pool = None

    def __call__(self, completions, solution, **_):
        """`completions`: texts or chats, `solution`: as many, or one for all; TRL calls it so for each batch."""
        one = not isinstance(solution, list) or len(solution) == 1 or any(isinstance(part, dict) for part in solution[:1])
        if not one and len(solution) != len(completions):
            raise HilumError(f"{len(completions)} completions, but {len(solution)} solutions")
        size = max(self._least, -(-len(completions) // self._threads))
        if len(completions) <= size:
            return self._rewards(completions, solution, 0)
        if self._pool is None:
            self._pool = ThreadPoolExecutor(self._threads)
        pieces = [
            self._pool.submit(self._rewards, completions[start : start + size], solution if one else solution[start : start + size], start)
            for start in range(0, len(completions), size)
        ]
        return [reward for piece in pieces for reward in piece.result()]

    def _rewards(self, completions, solution, start):
        try:
            return self._hilum.reward({"completions": completions, "solution": solution}, **self._options)["rewards"]
        except HilumError as error:
            raise HilumError(f"from completion {start} on: {error}" if start else str(error)) from None

    def close(self):
        """The library lets go of everything by itself; this ends the threads. Gives 0, as a process that ended well."""
        if self._pool is not None:
            self._pool.shutdown()
            self._pool = None
        return 0
