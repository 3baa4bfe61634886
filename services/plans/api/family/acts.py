"""The acts on the dossier and its people, as they come in."""

from __future__ import annotations

from services.plans.api.family.custody_schemas import (
    EndInvolvementSchema,
    RecordCustodySchema,
    ResumeInvolvementSchema,
)
from services.plans.api.family.schemas import (
    AddPersonSchema,
    AssignCaseLeadSchema,
    ChooseSafeContactSchema,
    OpenDossierSchema,
)

ACT_SCHEMAS = (
    OpenDossierSchema,
    AddPersonSchema,
    ChooseSafeContactSchema,
    AssignCaseLeadSchema,
    RecordCustodySchema,
    EndInvolvementSchema,
    ResumeInvolvementSchema,
)
