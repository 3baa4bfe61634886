"""The page that explains the clocks, held to what case A answers."""
