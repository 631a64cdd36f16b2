package az.qalxan.directory;

import az.qalxan.access.BodyCode;

/** A name or the end of an organisation was entered or withdrawn; told in that transaction. */
public record OrganisationNamed(BodyCode organisation) {}
