"""The Dutch wire names of the kinds in a network."""

from __future__ import annotations

from services.plans.domain.network.mapping import MapForm
from services.plans.domain.network.relations import Quality, RelationKind

RELATION = {
    RelationKind.PARENT: "ouder",
    RelationKind.STEP_PARENT: "stiefouder",
    RelationKind.FOSTER_PARENT: "pleegouder",
    RelationKind.GRANDPARENT: "grootouder",
    RelationKind.SIBLING: "broer-of-zus",
    RelationKind.RELATIVE: "ander-familielid",
    RelationKind.PARTNER: "partner",
    RelationKind.FORMER_PARTNER: "ex-partner",
    RelationKind.FRIEND: "vriend",
    RelationKind.ACQUAINTANCE: "kennis",
    RelationKind.NEIGHBOUR: "buur",
    RelationKind.PROFESSIONAL: "beroepskracht",
}
QUALITY = {
    Quality.CLOSE: "hecht",
    Quality.GOOD: "goed",
    Quality.DISTANT: "afstandelijk",
    Quality.TENSE: "gespannen",
    Quality.BROKEN: "verbroken",
}
MAP_FORM = {
    MapForm.GENOGRAM: "genogram",
    MapForm.SOCIOGRAM: "sociogram",
    MapForm.BOTH: "beide",
}
