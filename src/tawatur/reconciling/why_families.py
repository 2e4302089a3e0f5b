"""Why two documents are kin or not: how much of each text is in the other, and what is needed."""

from tawatur.reconciling.explanations import Text, wording
from tawatur.reconciling.features import DocumentFeatures
from tawatur.reconciling.kinship import kinship, standard
from tawatur.reconciling.shingles import unpacked


def shares(one: DocumentFeatures, other: DocumentFeatures) -> list[Text]:
    """How much of the shorter and of the longer text the other has, with what is needed; and what else keeps them from being kin."""
    shorter, longer = sorted((unpacked(one.shingles).whole, unpacked(other.shingles).whole), key=len)
    needed = standard(one, other)
    common = len(shorter & longer)
    parts = [
        ("why.share", common / max(1, len(shorter)), needed.shorter),
        ("why.share_longer", common / max(1, len(longer)), needed.longer),
    ]
    told = [wording(key, percent=round(100 * share), needed=round(100 * least)) for key, share, least in parts]
    enough = all(share >= least for _, share, least in parts)
    return [*told, wording("why.not_own")] if enough and kinship(one, other) is None else told
