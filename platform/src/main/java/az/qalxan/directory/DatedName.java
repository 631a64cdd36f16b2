package az.qalxan.directory;

import az.qalxan.jurisdiction.Words;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What an organisation is called from a day on.
 *
 * @param since the first day of the name
 */
record DatedName(UUID id, String organisation, LocalDate since, String acronym, Words name) {}
