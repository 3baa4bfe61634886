"""The catalogue that every topic module of the plans service registers in."""

from shared.eventbase.catalogue import Catalogue

catalogue = Catalogue("plans")
