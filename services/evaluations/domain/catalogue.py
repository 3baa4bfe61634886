"""The catalogue that every topic module of the evaluations service registers in."""

from shared.eventbase.catalogue import Catalogue

catalogue = Catalogue("evaluations")
