"""The network of a family: as a graph, as a drawing, in circles."""
