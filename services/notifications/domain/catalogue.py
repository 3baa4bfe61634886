"""The catalogue that every topic module of the notifications service registers in."""

from shared.eventbase.catalogue import Catalogue

catalogue = Catalogue("notifications")
