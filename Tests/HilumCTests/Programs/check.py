"""Calls libhilum as Python programs do: many threads on one handle, a child process on its parent's, errors, many calls.

    python3 check.py path/to/libhilum.so [how many]
"""
import ctypes
import os
import sys
from concurrent.futures import ThreadPoolExecutor

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../../../Examples/python"))
from hilum import Hilum, HilumError, HilumReward  # noqa: E402

library = sys.argv[1]
hilum = Hilum(library)
assert hilum.version.count(".") == 2


def refused(call, message):
    try:
        call()
    except HilumError as error:
        assert message in str(error), error
    else:
        sys.exit(f"{message}: not refused")


# Texts of any kind.
graph = hilum.extract("Small left pleural effusion, 4 mm — é.\0 No pneumothorax.", id="a")
assert graph["id"] == "a" and [o["status"] for o in graph["observations"]] == ["present", "absent"], graph
assert hilum.extract("")["observations"] == []
assert hilum.extract("Effusion.", format="mesh") == {"id": "1", "mesh": ["Pleural Effusion"]}
score = hilum.score(candidate="Clear lungs.", reference="Small left pleural effusion.", metrics="kg,green")
assert set(score) == {"id", "kg", "implausible", "green", "matched_findings", "coverage", "signature"}, score
assert 0 < score["kg"]["reward"] < 0.5
assert hilum.score(candidate="", reference="Effusion.")["kg"]["reward"] == 0

# Errors are exceptions.
refused(lambda: hilum.extract(b"caf\xe9"), "offset 3 is no UTF-8")
refused(lambda: hilum.extract("", foramt="mesh"), "there is no option 'foramt'")
refused(lambda: hilum.reward({"solution": ""}), "'completion' is missing")
refused(lambda: Hilum(library, ontology="/nowhere"), "cannot read /nowhere")

# Threads share a handle.
texts = [f"Effusion of {n} mm. No pneumothorax." for n in range(50)]
with ThreadPoolExecutor(8) as pool:
    assert list(pool.map(hilum.extract, texts * 4)) == [hilum.extract(text) for text in texts] * 4

# A batch that is shared out is what it is in one piece, and the place of a mistake can be found.
whole, shared = HilumReward(library, threads=1), HilumReward(library, threads=3)
for solution in texts, texts[0], [texts[0]]:
    assert whole(completions=texts, solution=solution) == shared(completions=texts, solution=solution)
refused(lambda: shared(completions=texts[:-1] + [7], solution=texts), "from completion 34 on: 'completions[15]' is a number")
refused(lambda: shared(completions=texts, solution=texts[1:]), "50 completions, but 49 solutions")
shared.close()

# A child may go on with its parent's handle.
child = os.fork()
if child == 0:
    os._exit(0 if hilum.extract(texts[0]) == hilum.extract(texts[0]) else 1)
assert os.waitpid(child, 0)[1] == 0

# Nothing is kept of a call.
class Allocated(ctypes.Structure):
    """What `mallinfo2` gives: bytes that were allocated and not freed, among others."""

    _fields_ = [(name, ctypes.c_size_t) for name in "arena ordblks smblks hblks hblkhd usmblks fsmblks used rest keepcost".split()]


def call(times):
    for _ in range(times):
        hilum.answer("extract", "No effusion.")  # 700 bytes


try:
    allocated = ctypes.CDLL(None).mallinfo2  # of glibc
    allocated.restype = Allocated
except AttributeError:
    allocated = None
if allocated:
    calls = int(sys.argv[2]) if len(sys.argv) > 2 else 500
    call(100)
    before = allocated().used
    call(calls)
    grown = allocated().used - before
    print(f"{calls:,} calls leave {grown:,} bytes allocated")
    assert grown < 50_000, grown
