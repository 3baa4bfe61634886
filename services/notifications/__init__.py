"""The notifications service: who must be told, who was told and how."""
