"""A zip whose directory lies about sizes and offsets.

caught by: all
outcome: error
says: not a zip file that can be opened
"""
import io
import zipfile


def make(folder, solution, secret):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("neuron.py", solution)
    raw = bytearray(data.getvalue())
    at = raw.rfind(b"PK\x01\x02")
    raw[at + 42 : at + 46] = b"\xff\xff\xff\x7f"
    (folder / "work.zip").write_bytes(bytes(raw))
