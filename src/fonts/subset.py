#!/usr/bin/python3
"""Makes the files of theme/fonts from those of Fontsource: what every page in English asks for in one small file a face,
what other Latin languages need beside it in a second, the rest of the Latin script in a third.

    apt-get install fonttools python3-brotli
    npm install --no-save --prefix /tmp/fonts @fontsource-variable/literata@5.3.0 \
        @fontsource-variable/atkinson-hyperlegible-next@5.3.0
    python3 src/fonts/subset.py /tmp/fonts/node_modules/@fontsource-variable theme/fonts

Left out is what no style of the theme uses: weights below 400 and above 700, and pairs of letters that kern otherwise in
bold than in regular. Both typefaces are under the SIL Open Font License without a reserved name: theme/licences.
"""

import io
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

# The unicode-ranges of theme/styles/tokens.css say the same.
BASE = [*range(0x20, 0x7F), 0xA0, 0xA9, 0xAB, 0xB7, 0xBB, 0xD7, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x201E,
        0x2022, 0x2026]
FACES = [
    # file, source, weights
    ("literata", "literata/files/literata-{}-wght-normal.woff2", (400, 700)),
    ("literata-italic", "literata/files/literata-{}-wght-italic.woff2", 400),
    ("atkinson", "atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-{}-wght-normal.woff2", (400, 700)),
]
# of the files that come with the first page: figures in tables are in Atkinson, and italics stand in few lines
FEATURES = {"literata": ["kern"], "literata-italic": [], "atkinson": ["kern", "tnum"]}
LEAST_KERN = 20  # of a thousand
REST_FEATURES = ["kern", "ccmp", "locl", "mark", "mkmk"]


def opened(path):
    font = TTFont(path)
    font.flavor = None
    return again(font)


def again(font):
    """The font as a reader of its bytes sees it: a table that was changed is whole."""
    data = io.BytesIO()
    font.save(data)
    data.seek(0)
    return TTFont(data)


def without_devices(value):
    """Of a position in all weights, the one in regular."""
    for name in [name for name in vars(value) if name.endswith("Device")] if value else []:
        delattr(value, name)


def rounded(value):
    """A kern that is smaller than anybody sees is none."""
    if value and abs(getattr(value, "XAdvance", 0)) < LEAST_KERN:
        value.XAdvance = 0


def one_kerning(font):
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            table = getattr(table, "ExtSubTable", table)
            for pairs in getattr(table, "PairSet", []):
                for pair in pairs.PairValueRecord:
                    without_devices(pair.Value1)
                    rounded(pair.Value1)
                    without_devices(pair.Value2)
            for first in getattr(table, "Class1Record", []):
                for second in first.Class2Record:
                    without_devices(second.Value1)
                    rounded(second.Value1)
                    without_devices(second.Value2)
            for name in ("ValueFormat1", "ValueFormat2"):
                if hasattr(table, name):
                    setattr(table, name, getattr(table, name) & 0x0F)


def make(source, weights, codes, wanted, target):
    font = again(instancer.instantiateVariableFont(opened(source), {"wght": weights}))
    options = subset.Options(
        layout_features=wanted, hinting=False, notdef_outline=True, glyph_names=False, name_IDs=[0, 1, 2, 5])
    options.drop_tables += ["MVAR", "VVAR", "vhea", "vmtx", "gasp"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    if "GPOS" in font:
        one_kerning(font)
        font = again(font)
        if "GDEF" in font and hasattr(font["GDEF"].table, "VarStore") and "mark" not in features(font):
            del font["GDEF"]
    font.flavor = "woff2"
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.save(target)
    print(target.name, target.stat().st_size, "bytes,", len(font.getBestCmap()), "characters")


def features(font):
    return {record.FeatureTag for record in font["GPOS"].table.FeatureList.FeatureRecord}


def main(packages, folder):
    for name, source, weights in FACES:
        latin, rest = (packages / source.format(part) for part in ("latin", "latin-ext"))
        codes = set(opened(latin).getBestCmap())
        make(latin, weights, codes & set(BASE), FEATURES[name], folder / f"{name}.woff2")
        make(latin, weights, codes - set(BASE), REST_FEATURES, folder / f"{name}-latin.woff2")
        if "italic" not in name:
            make(rest, weights, set(opened(rest).getBestCmap()), REST_FEATURES, folder / f"{name}-ext.woff2")


main(Path(sys.argv[1]), Path(sys.argv[2]))
